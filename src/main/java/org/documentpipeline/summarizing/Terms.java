package org.documentpipeline.summarizing;

import java.util.ArrayList;
import java.util.List;

/** Breaks text of any script into the terms that sentences are compared by. */
final class Terms {

  /**
   * Letters of a word that count: a stemmer for every language with endings, after McNamee and
   * Mayfield (2004).
   */
  private static final int STEM = 7;

  private Terms() {}

  /**
   * The words in lower case. Of writing without spaces, and of Korean words, which carry particles,
   * all pairs of neighbouring characters; a character that stands alone is a term itself.
   */
  static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    int run = 0;
    for (int i = 0, before = 0; i < text.length(); ) {
      int c = Character.toLowerCase(text.codePointAt(i));
      i += Character.charCount(c);
      if (isPaired(c)) {
        flush(word, words);
        if (run > 0) {
          words.add(new StringBuilder().appendCodePoint(before).appendCodePoint(c).toString());
        }
        before = c;
        run++;
        continue;
      }
      if (run == 1) {
        words.add(Character.toString(before));
      }
      run = 0;
      if (Character.isLetterOrDigit(c) || Words.isMark(c) && !word.isEmpty()) {
        word.appendCodePoint(c);
      } else {
        flush(word, words);
      }
    }
    if (run == 1) {
      words.add(Character.toString(text.codePointBefore(text.length())));
    }
    flush(word, words);
    return words;
  }

  /** Whether a character is compared by its pairs: Chinese, Japanese, Korean, Thai and the like. */
  static boolean isPaired(int c) {
    return c >= 0x0E00 && (Words.isIdeograph(c) || Words.isUnspaced(c) || isHangul(c));
  }

  private static boolean isHangul(int c) {
    return c >= 0xAC00 && c <= 0xD7A3 || c >= 0x1100 && c <= 0x11FF || c >= 0x3131 && c <= 0x318E;
  }

  /** The word's first letters, which stand for all its forms. */
  static String stem(String word) {
    return word.length() <= STEM ? word : word.substring(0, STEM);
  }

  /**
   * Whether two words are forms of one word, as far as their letters tell: only the last few
   * differ.
   */
  static boolean related(String a, String b) {
    int shorter = Math.min(a.length(), b.length());
    int same = 0;
    while (same < shorter && a.charAt(same) == b.charAt(same)) {
      same++;
    }
    return a.equals(b)
        || same >= 4 && same >= shorter - 1 && Math.max(a.length(), b.length()) - same <= 4;
  }

  private static void flush(StringBuilder word, List<String> words) {
    if (!word.isEmpty()) {
      words.add(word.toString());
      word.setLength(0);
    }
  }
}
