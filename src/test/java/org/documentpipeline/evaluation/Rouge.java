package org.documentpipeline.evaluation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * ROUGE (Lin 2004, "ROUGE: A Package for Automatic Evaluation of Summaries"): how many of a
 * reference's words, pairs of words and common subsequences a summary has. Lower case, no stemming,
 * no stop words.
 */
final class Rouge {

  /** Where writing has no spaces each character is a token. */
  private static final Pattern TOKEN =
      Pattern.compile(
          "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}\\p{IsLao}\\p{IsKhmer}\\p{IsMyanmar}]"
              + "|[\\p{L}\\p{N}&&[^\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}\\p{IsLao}"
              + "\\p{IsKhmer}\\p{IsMyanmar}]]+");

  private static final Pattern SENTENCE_END =
      Pattern.compile("(?<=[.!?])\\s+|(?<=[\u3002\uff01\uff1f\u0964])|\\n+");

  /**
   * Of one metric, each from 0 to 1.
   *
   * @param precision share of the summary's units that the reference has
   * @param recall share of the reference's units that the summary has
   */
  record Score(double precision, double recall) {

    static final Score NONE = new Score(0, 0);

    private static Score of(double hits, int got, int wanted) {
      return hits == 0 ? NONE : new Score(hits / got, hits / wanted);
    }

    /** The harmonic mean of precision and recall. */
    double f() {
      return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }
  }

  /**
   * ROUGE-1, ROUGE-2 and ROUGE-Lsum of a summary, as F from 0 to 100, and their mean.
   *
   * @param one single words
   * @param two pairs of neighbouring words
   * @param sum common subsequences, sentence by sentence
   */
  record Triple(double one, double two, double sum) {

    double mean() {
      return (one + two + sum) / 3;
    }
  }

  private Rouge() {}

  /** Against several references, the best of each metric. */
  static Triple best(String summary, List<String> references) {
    List<Triple> all = references.stream().map(reference -> of(summary, reference)).toList();
    return new Triple(
        all.stream().mapToDouble(Triple::one).max().orElse(0),
        all.stream().mapToDouble(Triple::two).max().orElse(0),
        all.stream().mapToDouble(Triple::sum).max().orElse(0));
  }

  static Triple of(String summary, String reference) {
    List<String> got = tokens(summary);
    List<String> wanted = tokens(reference);
    return new Triple(
        100 * n(got, wanted, 1).f(),
        100 * n(got, wanted, 2).f(),
        100 * sum(sentences(summary), sentences(reference)).f());
  }

  static List<String> tokens(String text) {
    return TOKEN.matcher(text.toLowerCase(Locale.ROOT)).results().map(MatchResult::group).toList();
  }

  /** The tokens of each sentence; a line's end is a sentence's end. */
  static List<List<String>> sentences(String text) {
    return Arrays.stream(SENTENCE_END.split(text))
        .map(Rouge::tokens)
        .filter(tokens -> !tokens.isEmpty())
        .toList();
  }

  /** ROUGE-N: common runs of n tokens, each as often as both have it. */
  static Score n(List<String> got, List<String> wanted, int n) {
    Map<List<String>, Integer> left = grams(wanted, n);
    int hits = 0;
    for (int i = 0; i + n <= got.size(); i++) {
      int count = left.getOrDefault(got.subList(i, i + n), 0);
      if (count > 0) {
        hits++;
        left.put(got.subList(i, i + n), count - 1);
      }
    }
    return Score.of(hits, got.size() - n + 1, wanted.size() - n + 1);
  }

  /** ROUGE-L of two sentences: their longest common subsequence. */
  static Score l(List<String> got, List<String> wanted) {
    return Score.of(common(wanted, got).size(), got.size(), wanted.size());
  }

  /**
   * ROUGE-L of summaries, known as ROUGE-Lsum: of each sentence of the reference, the tokens that
   * are in the longest common subsequence with any sentence of the summary; no token counts more
   * often than the summary has it.
   */
  static Score sum(List<List<String>> got, List<List<String>> wanted) {
    List<String> all = got.stream().flatMap(List::stream).toList();
    Map<List<String>, Integer> left = grams(all, 1);
    int hits = 0;
    for (List<String> sentence : wanted) {
      Set<Integer> union = new HashSet<>();
      got.forEach(one -> union.addAll(common(sentence, one)));
      for (int i : union) {
        List<String> token = sentence.subList(i, i + 1);
        if (left.getOrDefault(token, 0) > 0) {
          left.merge(token, -1, Integer::sum);
          hits++;
        }
      }
    }
    return Score.of(hits, all.size(), wanted.stream().mapToInt(List::size).sum());
  }

  private static Map<List<String>, Integer> grams(List<String> tokens, int n) {
    Map<List<String>, Integer> grams = new HashMap<>();
    for (int i = 0; i + n <= tokens.size(); i++) {
      grams.merge(tokens.subList(i, i + n), 1, Integer::sum);
    }
    return grams;
  }

  /** The places in {@code a} of a longest common subsequence of both. */
  private static Set<Integer> common(List<String> a, List<String> b) {
    int[][] length = new int[a.size() + 1][b.size() + 1];
    for (int i = 1; i <= a.size(); i++) {
      for (int j = 1; j <= b.size(); j++) {
        length[i][j] =
            a.get(i - 1).equals(b.get(j - 1))
                ? length[i - 1][j - 1] + 1
                : Math.max(length[i - 1][j], length[i][j - 1]);
      }
    }
    Set<Integer> places = new HashSet<>();
    for (int i = a.size(), j = b.size(); i > 0 && j > 0; ) {
      if (a.get(i - 1).equals(b.get(j - 1))) {
        places.add(--i);
        j--;
      } else if (length[i - 1][j] >= length[i][j - 1]) {
        i--;
      } else {
        j--;
      }
    }
    return places;
  }
}
