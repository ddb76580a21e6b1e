package org.documentpipeline.intake;

import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Checks the query parameters of lists and fills in their defaults. */
@Component
class ListRules {
  private static final Set<String> STATUSES =
      Set.of("queued", "processing", "completed", "failed", "cancelled");
  private static final Pattern CURSOR =
      Pattern.compile("\\d{1,18}_[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,10}");
  private static final int LONGEST_TEXT = 200;

  /** A document's status, or an empty text for any. */
  public String status(String raw) {
    if (raw == null || raw.isEmpty()) {
      return "";
    }
    if (!STATUSES.contains(raw)) {
      throw RefusedException.badRequest(
          "The status must be queued, processing, completed, failed or cancelled.");
    }
    return raw;
  }

  /** The order: {@code newest} or {@code oldest} first. */
  public String sort(String raw) {
    if (raw == null || raw.isEmpty()) {
      return "newest";
    }
    if (!raw.equals("newest") && !raw.equals("oldest")) {
      throw RefusedException.badRequest("The parameter sort must be newest or oldest.");
    }
    return raw;
  }

  /** A part of a name, or an empty text for any. */
  public String text(String raw) {
    if (raw == null) {
      return "";
    }
    if (raw.length() > LONGEST_TEXT || raw.indexOf('\0') >= 0) {
      throw RefusedException.badRequest(
          "The parameter q must have at most " + LONGEST_TEXT + " characters.");
    }
    return raw;
  }

  /**
   * Where the page begins, as an earlier page's {@code nextCursor} says; an empty text for the
   * first.
   */
  public String cursor(String raw) {
    if (raw == null || raw.isEmpty()) {
      return "";
    }
    if (!CURSOR.matcher(raw).matches()) {
      throw RefusedException.badRequest("The cursor is not one that a list gave.");
    }
    return raw;
  }

  /**
   * A whole number.
   *
   * @throws RefusedException 400 {@code bad-request} when it is none or out of its bounds
   */
  public int number(String name, String raw, int otherwise, int least, int most) {
    if (raw == null || raw.isEmpty()) {
      return otherwise;
    }
    long value = NUMBER.matcher(raw).matches() ? Long.parseLong(raw) : -1;
    if (value < least || value > most) {
      throw RefusedException.badRequest(
          "The parameter %s must be a whole number from %d to %d.".formatted(name, least, most));
    }
    return (int) value;
  }

  /** The index of a chunk. What can not be one is not there: -1. */
  public int index(String raw) {
    boolean possible =
        raw != null && NUMBER.matcher(raw).matches() && Long.parseLong(raw) <= Integer.MAX_VALUE;
    return possible ? Integer.parseInt(raw) : -1;
  }
}
