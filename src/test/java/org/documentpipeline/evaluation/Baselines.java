package org.documentpipeline.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Summaries that any other one has to be better than, in as many words. */
final class Baselines {

  /** Words between spaces; where writing has none, characters. */
  private static final Pattern WORD =
      Pattern.compile(
          "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}]"
              + "|[\\S&&[^\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}]]+");

  private static final Pattern SENTENCE_END =
      Pattern.compile("(?<=[.!?])\\s+|(?<=[\u3002\uff01\uff1f\u0964])|\\n+");

  private static final double DAMPING = 0.85;
  private static final double PRECISE = 1e-4;
  private static final int MOST_ROUNDS = 100;

  /** The graph of all pairs is quadratic. */
  private static final int MOST_SENTENCES = 2_000;

  private Baselines() {}

  /** How many words a text has, as these baselines count them. */
  static int words(String text) {
    return (int) WORD.matcher(text).results().count();
  }

  /** The beginning of a text, of so many words. */
  static String lead(String text, int words) {
    Matcher word = WORD.matcher(text);
    int end = 0;
    for (int i = 0; i < words && word.find(); i++) {
      end = word.end();
    }
    return text.substring(0, end);
  }

  /**
   * TextRank (Mihalcea and Tarau 2004): sentences by PageRank over the words they share, in the
   * order of the text, cut to so many words. Of very long texts, of the first 2,000 sentences.
   */
  static String textRank(String text, int words) {
    List<String> sentences =
        Arrays.stream(SENTENCE_END.split(text))
            .map(String::strip)
            .filter(sentence -> !Rouge.tokens(sentence).isEmpty())
            .limit(MOST_SENTENCES)
            .toList();
    double[] rank = rank(weights(sentences));
    List<Integer> chosen = new ArrayList<>();
    int length = 0;
    for (int i :
        IntStream.range(0, rank.length)
            .boxed()
            .sorted((a, b) -> Double.compare(rank[b], rank[a]))
            .toList()) {
      if (length < words) {
        chosen.add(i);
        length += words(sentences.get(i));
      }
    }
    return lead(String.join(" ", chosen.stream().sorted().map(sentences::get).toList()), words);
  }

  /** Of each pair, the words both have over the sum of the logarithms of their lengths. */
  private static double[][] weights(List<String> sentences) {
    int n = sentences.size();
    List<Set<String>> tokens = new ArrayList<>();
    double[] length = new double[n];
    Map<String, List<Integer>> having = new HashMap<>();
    for (int i = 0; i < n; i++) {
      List<String> all = Rouge.tokens(sentences.get(i));
      length[i] = Math.log(all.size());
      tokens.add(new HashSet<>(all));
      for (String token : tokens.get(i)) {
        having.computeIfAbsent(token, t -> new ArrayList<>()).add(i);
      }
    }
    double[][] weights = new double[n][n];
    for (List<Integer> places : having.values()) {
      for (int a : places) {
        for (int b : places) {
          weights[a][b] += a == b || length[a] + length[b] == 0 ? 0 : 1 / (length[a] + length[b]);
        }
      }
    }
    return weights;
  }

  private static double[] rank(double[][] weights) {
    int n = weights.length;
    double[] out = Arrays.stream(weights).mapToDouble(row -> Arrays.stream(row).sum()).toArray();
    double[] rank = new double[n];
    Arrays.fill(rank, 1);
    double change = 1;
    for (int round = 0; round < MOST_ROUNDS && change > PRECISE; round++) {
      double[] next = new double[n];
      change = 0;
      for (int i = 0; i < n; i++) {
        double sum = 0;
        for (int j = 0; j < n; j++) {
          sum += out[j] > 0 ? weights[i][j] / out[j] * rank[j] : 0;
        }
        next[i] = 1 - DAMPING + DAMPING * sum;
        change = Math.max(change, Math.abs(next[i] - rank[i]));
      }
      rank = next;
    }
    return rank;
  }
}
