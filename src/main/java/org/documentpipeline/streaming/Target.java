package org.documentpipeline.streaming;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What a socket's address asks for.
 *
 * @param documentId the document to watch, in lower case; null: all documents
 * @param after the number of the last event the client has; {@link DocumentWatcher#NOTHING}: it
 *     wants a snapshot
 * @param refusal why the address is not answered; null: it is
 */
record Target(String documentId, int after, CloseCode refusal) {

  private static final Pattern NUMBER = Pattern.compile("\\d{1,10}");
  private static final Target ALL = new Target(null, DocumentWatcher.NOTHING, null);

  /**
   * Reads the last part of the path and the parameter {@code after}; other parameters are ignored.
   *
   * @param path the path, still percent-encoded
   * @param query the query without its question mark, or null
   */
  static Target parse(String path, String query) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    if (name.equals("all")) {
      return ALL;
    }
    List<String> after = valuesOfAfter(query);
    if (!after.isEmpty() && !isEventNumber(after)) {
      return refused(CloseCode.BAD_AFTER);
    }
    String documentId = asDocumentId(name);
    if (documentId == null) {
      return refused(CloseCode.UNKNOWN_DOCUMENT);
    }
    return new Target(
        documentId,
        after.isEmpty() ? DocumentWatcher.NOTHING : Integer.parseInt(after.get(0)),
        null);
  }

  private static Target refused(CloseCode code) {
    return new Target(null, DocumentWatcher.NOTHING, code);
  }

  private static boolean isEventNumber(List<String> after) {
    return after.size() == 1
        && NUMBER.matcher(after.get(0)).matches()
        && Long.parseLong(after.get(0)) <= Integer.MAX_VALUE;
  }

  private static List<String> valuesOfAfter(String query) {
    if (query == null) {
      return List.of();
    }
    return Arrays.stream(query.split("&"))
        .map(parameter -> parameter.split("=", 2))
        .filter(parameter -> decoded(parameter[0]).equals("after"))
        .map(parameter -> parameter.length == 2 ? decoded(parameter[1]) : "")
        .toList();
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  private static String asDocumentId(String name) {
    try {
      String id = UUID.fromString(name).toString();
      return id.equalsIgnoreCase(name) ? id : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
