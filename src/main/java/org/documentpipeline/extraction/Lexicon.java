package org.documentpipeline.extraction;

import java.util.HashMap;
import java.util.Map;

/**
 * The words of a document, so that words torn at line ends can be put together as it writes them.
 */
final class Lexicon {
  private static final int MOST_WORDS = 200_000;
  private static final int LONGEST = 40;

  /** So often a part of a compound is found as a word of its own. */
  private static final int OFTEN = 2;

  private final Map<String, Integer> words = new HashMap<>();

  /** Counts the words of a text; the parts of a torn word are none. */
  void add(String text) {
    int start = -1;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : '\n';
      boolean inside = start >= 0 && isHyphen(c) && i + 1 < text.length();
      if (Character.isLetter(c) || inside && Character.isLetter(text.charAt(i + 1))) {
        start = start < 0 ? i : start;
      } else if (start >= 0) {
        boolean torn = isHyphen(c);
        if (!torn && i - start <= LONGEST) {
          count(key(text.substring(start, i)), 1);
        }
        start = -1;
      }
    }
  }

  void addAll(Lexicon other) {
    other.words.forEach(this::count);
  }

  private void count(String key, int more) {
    if (words.size() < MOST_WORDS || words.containsKey(key)) {
      words.merge(key, more, (a, b) -> Math.min(OFTEN, a + b));
    }
  }

  /**
   * Whether a word that a line ends within keeps its hyphen: when the document writes it with one
   * elsewhere, or knows both parts but never the whole.
   */
  boolean keepsHyphen(String before, String after) {
    if (knows(before + after)) {
      return false;
    }
    return knows(before + "-" + after) || isOften(before) && isOften(after);
  }

  /** Whether the document has a word more than once. */
  boolean isOften(String word) {
    return words.getOrDefault(key(word), 0) >= OFTEN;
  }

  boolean knows(String word) {
    return words.containsKey(key(word));
  }

  private static String key(String word) {
    boolean plain = true;
    for (int i = 0; i < word.length() && plain; i++) {
      char c = word.charAt(i);
      plain = c >= 'a' && c <= 'z' || c == '-';
    }
    if (plain) {
      return word;
    }
    StringBuilder key = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); i++) {
      char c = Character.toLowerCase(word.charAt(i));
      key.append(isHyphen(c) ? '-' : c);
    }
    return key.toString();
  }

  static boolean isHyphen(char c) {
    return c == '-' || c == '\u2010' || c == '\u00AD';
  }
}
