package org.documentpipeline.summarizing;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keeps what a model or a document says from leading anywhere when it is shown as Markdown: only
 * links of our own may. Everything is linear in the length of the text.
 */
final class Unlinked {

  /** Links without brackets or parentheses in them, so that finding them takes linear time. */
  static final Pattern LINK = Pattern.compile("!?\\[([^\\[\\]]*)]\\([^()\\[\\]]{0,1000}\\)");

  /** Where HTML or an address in angle brackets would begin. */
  private static final Pattern HTML = Pattern.compile("<(?=[A-Za-z/!?])");

  private static final Pattern ENCLOSED =
      Pattern.compile("(?i)<((?:https?://[^\\s<>]{1,2000}|[-.\\w+]{1,100}@[-.\\w]{1,200}))>");

  /** What GitHub's Markdown makes a link of without being asked: web and mail addresses. */
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?i)(?:https?://|www\\.)[^\\s`]++|(?<![-.\\w+])[-.\\w+]++@[-\\w]++(?:\\.[-\\w]++)++");

  private static final String TRAILING =
      "?!.,:;*_~'\")]}>\u2019\u201d\u3002\uff0c\u3001\uff09\u300d";

  private Unlinked() {}

  /**
   * Markdown of several lines, as a model writes notes: links and pictures become their text,
   * definitions of links and HTML are none any more, and addresses stand as code.
   */
  static String notes(String markdown) {
    String text =
        LINK.matcher(UntrustedText.clean(markdown))
            .replaceAll("$1")
            .replace("](", "] (")
            .replace("][", "] [")
            .replace("]:", "] :");
    return addressesAsCode(withoutHtml(text));
  }

  static String withoutHtml(CharSequence text) {
    return HTML.matcher(ENCLOSED.matcher(text).replaceAll("$1")).replaceAll("\u2039");
  }

  /**
   * Addresses as inline code, the one place where none of them becomes a link: an escape would not
   * hold, since links are sought after escapes are read. Other code in such a text becomes words,
   * for a stray sign of it could turn code inside out.
   */
  static String addressesAsCode(String text) {
    if (!ADDRESS.matcher(text).find()) {
      return text;
    }
    String plain = text.replace("`", "");
    Matcher address = ADDRESS.matcher(plain);
    StringBuilder shown = new StringBuilder();
    int from = 0;
    while (address.find()) {
      shown.append(plain, from, address.start());
      boolean escaped = !shown.isEmpty() && shown.charAt(shown.length() - 1) == '\\';
      int end = end(plain, address.start(), address.end());
      shown.append(escaped ? " `" : "`").append(plain, address.start(), end).append('`');
      from = end;
    }
    return shown.append(plain, from, plain.length()).toString();
  }

  /** Where an address ends without the signs of the sentence it stands in. */
  private static int end(String text, int start, int end) {
    int last = end;
    while (last > start && TRAILING.indexOf(text.charAt(last - 1)) >= 0) {
      last--;
    }
    return last > start ? last : end;
  }
}
