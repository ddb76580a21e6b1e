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

  /** The words in lower case; of writing without spaces, all pairs of neighbouring characters. */
  static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    int before = 0;
    for (int i = 0; i < text.length(); ) {
      int c = Character.toLowerCase(text.codePointAt(i));
      i += Character.charCount(c);
      if (Words.isIdeograph(c) || Words.isUnspaced(c)) {
        flush(word, words);
        if (before != 0) {
          words.add(new StringBuilder().appendCodePoint(before).appendCodePoint(c).toString());
        }
        before = c;
      } else {
        before = 0;
        if (Character.isLetterOrDigit(c) || Words.isMark(c) && !word.isEmpty()) {
          word.appendCodePoint(c);
        } else {
          flush(word, words);
        }
      }
    }
    flush(word, words);
    return words;
  }

  /** The word without its ending. */
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
