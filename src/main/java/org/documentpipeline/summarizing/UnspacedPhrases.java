package org.documentpipeline.summarizing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Where words may begin and end in writing without spaces: every run of a few Chinese characters,
 * of which the ones said again and again are words, and whole runs of katakana.
 */
final class UnspacedPhrases {

  private static final int LONGEST = 6; // characters

  /** Chinese function words of one character. */
  private static final String EMPTY = "的了是在和有不这那我你他她们一与及或之也就都而于为以被把从对其将应该";

  private static final Pattern KATAKANA = Pattern.compile("[\u30A1-\u30FA\u30FC]{2,}");

  /**
   * Hiragana are endings and particles for the most part; words of content have none. Katakana
   * write foreign words and names, which are taken whole.
   */
  private static final Pattern IDEOGRAPHS = Pattern.compile("[\\p{IsHan}&&[^" + EMPTY + "]]{2,}");

  private UnspacedPhrases() {}

  /** All of them, as often as they stand there; linear in the length of the sentence. */
  static List<String> in(String sentence) {
    List<String> phrases = new ArrayList<>();
    if (sentence.codePoints().noneMatch(Words::isIdeograph)) {
      return phrases;
    }
    KATAKANA.matcher(sentence).results().forEach(word -> phrases.add(word.group()));
    IDEOGRAPHS.matcher(sentence).results().forEach(run -> addParts(run.group(), phrases));
    return phrases;
  }

  private static void addParts(String run, List<String> phrases) {
    int[] points = run.codePoints().toArray();
    for (int from = 0; from < points.length; from++) {
      for (int length = 2; length <= LONGEST && from + length <= points.length; length++) {
        phrases.add(new String(points, from, length));
      }
    }
  }
}
