package org.documentpipeline.summarizing;

/** Counts words in any script, so that a wanted length means about as much text in each. */
final class Words {

  private Words() {}

  /**
   * Runs of letters and digits; where writing has no spaces, five Chinese or Japanese characters
   * count as three words, and five Thai, Lao, Burmese or Khmer ones as one.
   */
  static int count(CharSequence text) {
    int runs = 0;
    int ideographs = 0;
    int unspaced = 0;
    boolean inside = false;
    for (int i = 0; i < text.length(); ) {
      int c = Character.codePointAt(text, i);
      i += Character.charCount(c);
      if (isIdeograph(c)) {
        ideographs++;
        inside = false;
      } else if (isUnspaced(c)) {
        unspaced++;
        inside = false;
      } else if (Character.isLetterOrDigit(c)) {
        runs += inside ? 0 : 1;
        inside = true;
      } else {
        inside = inside && (c == '\'' || c == '\u2019' || c == '-' || isMark(c));
      }
    }
    return runs + (ideographs * 3 + 4) / 5 + (unspaced + 4) / 5;
  }

  static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  /** Chinese characters and Japanese kana. */
  static boolean isIdeograph(int c) {
    return c >= 0x2E80 && (c >= 0x3040 && c <= 0x30FF || Character.isIdeographic(c));
  }

  /** Thai, Lao, Burmese and Khmer. */
  static boolean isUnspaced(int c) {
    return c >= 0x0E00 && c <= 0x0EFF || c >= 0x1000 && c <= 0x109F || c >= 0x1780 && c <= 0x17FF;
  }
}
