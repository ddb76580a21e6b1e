package org.documentpipeline.extraction;

/** How the lines of a paragraph are put together. */
final class Joining {
  private Joining() {}

  /** What stands between a text and the line after it: a space, or nothing in writing without. */
  static String gap(CharSequence before, String line) {
    if (before.isEmpty() || line.isEmpty()) {
      return before.isEmpty() ? "" : " ";
    }
    int last = Character.codePointBefore(before, before.length());
    return Character.isWhitespace(last) || isUnspaced(last) && isUnspaced(line.codePointAt(0))
        ? ""
        : " ";
  }

  /** Chinese and Japanese writing, with its punctuation and full-width signs. */
  static boolean isUnspaced(int codePoint) {
    if (codePoint < 0x2E80) {
      return false;
    }
    Character.UnicodeScript script = Character.UnicodeScript.of(codePoint);
    return script == Character.UnicodeScript.HAN
        || script == Character.UnicodeScript.HIRAGANA
        || script == Character.UnicodeScript.KATAKANA
        || codePoint >= 0x3000 && codePoint <= 0x303F
        || codePoint >= 0xFF00 && codePoint <= 0xFFEF;
  }
}
