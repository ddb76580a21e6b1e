package org.documentpipeline.summarizing;

/** What a reader of a text sees of it. */
final class VisibleText {

  private VisibleText() {}

  /**
   * The text without what a reader cannot see: control characters, zero-width and bidi ones, tags
   * and selectors, letters that show nothing. Line ends are {@code \n}; half a surrogate pair is
   * U+FFFD. Linear in its length; the same again when it is given its own result.
   */
  static String of(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    int before = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (c == '\r' && i < text.length() && text.charAt(i) == '\n') {
        continue;
      }
      if (isLineEnd(c)) {
        kept.append('\n');
        before = '\n';
      } else if (isVisible(c) || isJoiner(c) && joins(before, firstShown(text, i))) {
        kept.appendCodePoint(Character.getType(c) == Character.SURROGATE ? 0xFFFD : c);
        before = c;
      }
    }
    return kept.toString();
  }

  private static boolean isLineEnd(int c) {
    return c == '\r' || c == '\f' || c == 0x0B || c == 0x85 || c == 0x2028 || c == 0x2029;
  }

  /** The first character from here on that stays or may stay; 0 at the end. */
  private static int firstShown(String text, int from) {
    for (int i = from; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int c = text.codePointAt(i);
      if (isVisible(c) || isJoiner(c)) {
        return c;
      }
    }
    return 0;
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
