package org.documentpipeline.summarizing;

import java.util.regex.Pattern;

/**
 * Makes text from a document safe to put between the marks of a prompt: what a reader cannot see is
 * taken out, and nothing in it can look like the end of the data or like a model's own control
 * words.
 */
final class UntrustedText {

  private static final Pattern MARKS = Pattern.compile("[<\uff1c\ufe64]{3,}|[>\uff1e\ufe65]{3,}");
  private static final Pattern LABEL =
      Pattern.compile("(?m)^([ \\t]*(?:[-*+>#]+[ \\t]*)*)\\[([0-9]{1,9})]");

  private UntrustedText() {}

  /**
   * The text without invisible characters, its marks defused; line ends are {@code \n}. Linear in
   * its length.
   */
  static String clean(String text) {
    if (text == null) {
      return "";
    }
    String visible = visible(text);
    String marked =
        MARKS
            .matcher(visible)
            .replaceAll(
                run ->
                    (run.group().charAt(0) == '<'
                                || run.group().charAt(0) == '\uff1c'
                                || run.group().charAt(0) == '\ufe64'
                            ? "\u2039"
                            : "\u203a")
                        .repeat(run.group().length()));
    // <|im_start|> and its kind: the control words of chat models.
    return marked.replace("<|", "\u2039|").replace("|>", "|\u203a");
  }

  /** As {@link #clean}, on one line of at most {@code max} characters. */
  static String cleanLine(String text, int max) {
    String line = clean(text).replaceAll("\\s+", " ").strip();
    if (line.length() <= max) {
      return line;
    }
    return line.substring(0, Character.isHighSurrogate(line.charAt(max - 1)) ? max - 1 : max);
  }

  /**
   * As {@link #clean}; lines do not begin with a number in brackets, for such numbers are our own
   * labels.
   */
  static String cleanUnlabelled(String text) {
    return LABEL.matcher(clean(text)).replaceAll("$1($2)");
  }

  private static String visible(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    int before = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (c == '\r') {
        if (i >= text.length() || text.charAt(i) != '\n') {
          kept.append('\n');
        }
      } else if (c == '\u2028' || c == '\u2029' || c == '\u0085' || c == '\f' || c == '\u000b') {
        kept.append('\n');
      } else if (isVisible(c)
          || isJoiner(c) && joins(before, i < text.length() ? text.codePointAt(i) : 0)) {
        kept.appendCodePoint(Character.getType(c) == Character.SURROGATE ? 0xFFFD : c);
        before = c;
      }
    }
    return kept.toString();
  }

  private static boolean isVisible(int c) {
    if (c == '\n' || c == '\t') {
      return true;
    }
    if (isBlankLetter(c) || isVariationSelector(c) || c >= 0xE0000 && c <= 0xE0FFF) {
      return false;
    }
    return switch (Character.getType(c)) {
      case Character.CONTROL, Character.UNASSIGNED -> false;
      case Character.FORMAT -> isVisibleFormat(c);
      default -> true;
    };
  }

  /** Letters that show nothing: the fillers of Hangul and Khmer, and the grapheme joiner. */
  private static boolean isBlankLetter(int c) {
    return c == 0x115F
        || c == 0x1160
        || c == 0x3164
        || c == 0xFFA0
        || c == 0x17B4
        || c == 0x17B5
        || c == 0x034F
        || c == 0x2800;
  }

  private static boolean isVariationSelector(int c) {
    return c >= 0xFE00 && c <= 0xFE0F || c >= 0x180B && c <= 0x180F;
  }

  /**
   * Signs that Unicode counts as format characters although they show: the number signs of Arabic
   * and the like.
   */
  private static boolean isVisibleFormat(int c) {
    return c >= 0x0600 && c <= 0x0605
        || c == 0x06DD
        || c == 0x070F
        || c == 0x08E2
        || c == 0x110BD
        || c == 0x110CD;
  }

  private static boolean isJoiner(int c) {
    return c == 0x200C || c == 0x200D;
  }

  /**
   * Persian, Urdu and the scripts of India need joiners between their letters; elsewhere they only
   * hide things.
   */
  private static boolean joins(int before, int after) {
    return usesJoiners(before)
        && (usesJoiners(after)
            || !Character.isLetterOrDigit(after) && after != 0x200C && after != 0x200D);
  }

  private static boolean usesJoiners(int c) {
    return c >= 0x0600 && c <= 0x08FF
        || c >= 0x0900 && c <= 0x0DFF
        || c >= 0x1000 && c <= 0x109F
        || c >= 0x1780 && c <= 0x18AF;
  }
}
