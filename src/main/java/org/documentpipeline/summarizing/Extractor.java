package org.documentpipeline.summarizing;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Chooses the sentences that say most of what a text says: by place, centrality (LexRank), frequent terms and pairs of
 * terms, and likeness to the beginning, each new one held against those already chosen (maximal marginal relevance,
 * Carbonell and Goldstein 1998).
 */
final class Extractor {

  /** How much each feature, scaled to at most 1, counts. */
  record Weights(double place, double centrality, double frequency, double lead, double pairs, double focus,
      double redundancy, int fewestWords) {

    static final Weights DEFAULT = new Weights(0.5, 1, 0.5, 0.5, 0.5, 2, 0.7, 6);
  }

  private static final int LEAD = 5;

  private final Weights weights;

  Extractor() {
    this(Weights.DEFAULT);
  }

  Extractor(Weights weights) {
    this.weights = weights;
  }

  /**
   * Sentences of about so many words together, in the order of the text: as near to the number as whole sentences
   * allow, and all of them when the text is not longer.
   */
  List<SourceSentence> select(SourceText source, int words, String focus) {
    List<SourceSentence> sentences = source.sentences();
    if (sentences.stream().mapToInt(SourceSentence::words).sum() <= words) {
      return sentences;
    }
    SentenceVectors vectors = new SentenceVectors(sentences, source.termCount());
    double[] scores = scores(source, vectors, focus);
    return choose(sentences, vectors, scores, words).sorted().mapToObj(sentences::get).toList();
  }

  private double[] scores(SourceText source, SentenceVectors vectors, String focus) {
    List<SourceSentence> sentences = source.sentences();
    int n = sentences.size();
    double[] total = new double[n];
    int lead = Math.min(LEAD, n);
    add(total, weights.place, IntStream.range(0, n)
        .mapToDouble(i -> source.isBeginning() ? 1 / (1 + 0.2 * i) : 1 / Math.sqrt(1 + 0.2 * i)).toArray());
    add(total, weights.centrality, vectors.centrality());
    add(total, weights.frequency, frequency(sentences, source.termCount()));
    add(total, weights.pairs, pairs(sentences));
    int[] first = sentences.subList(0, lead).stream().flatMapToInt(s -> Arrays.stream(s.terms())).toArray();
    add(total, weights.lead, vectors.similarityTo(first));
    if (focus != null) {
      add(total, weights.focus, vectors.similarityTo(source.termsOf(focus)));
    }
    return total;
  }

  /** Adds the values, scaled so that the largest is 1, times the weight. */
  private static void add(double[] total, double weight, double[] values) {
    double most = Arrays.stream(values).max().orElse(0);
    for (int i = 0; i < total.length && most > 0; i++) {
      total[i] += weight * values[i] / most;
    }
  }

  /** The mean frequency of a sentence's terms in the text. */
  private static double[] frequency(List<SourceSentence> sentences, int terms) {
    double[] count = new double[terms];
    sentences.forEach(sentence -> Arrays.stream(sentence.terms()).forEach(term -> count[term]++));
    return sentences.stream().mapToDouble(sentence ->
        Arrays.stream(sentence.terms()).mapToDouble(term -> count[term]).sum() / (3 + sentence.terms().length)).toArray();
  }

  /** How many of the text's repeated pairs of neighbouring terms a sentence has, by their frequency. */
  private static double[] pairs(List<SourceSentence> sentences) {
    Map<Long, Integer> count = new HashMap<>();
    for (SourceSentence sentence : sentences) {
      for (int k = 1; k < sentence.terms().length; k++) {
        count.merge(pair(sentence, k), 1, Integer::sum);
      }
    }
    return sentences.stream().mapToDouble(sentence -> IntStream.range(1, sentence.terms().length)
        .mapToDouble(k -> count.get(pair(sentence, k)) - 1).sum() / Math.sqrt(1 + sentence.words())).toArray();
  }

  private static long pair(SourceSentence sentence, int k) {
    return (long) sentence.terms()[k - 1] << 32 | sentence.terms()[k];
  }

  private IntStream choose(List<SourceSentence> sentences, SentenceVectors vectors, double[] scores, int words) {
    int n = sentences.size();
    double[] nearest = new double[n];
    boolean[] used = new boolean[n];
    int total = 0;
    while (total < words * 0.92) {
      int best = -1;
      double bestScore = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < n; i++) {
        int length = sentences.get(i).words();
        double score = scores[i] - weights.redundancy * nearest[i] - (length < weights.fewestWords ? 2 : 0);
        if (!used[i] && total + length <= words * 1.12 && score > bestScore) {
          bestScore = score;
          best = i;
        }
      }
      if (best < 0) {
        break;
      }
      used[best] = true;
      total += sentences.get(best).words();
      for (int i = 0; i < n; i++) {
        nearest[i] = Math.max(nearest[i], vectors.similarity(best, i));
      }
    }
    return IntStream.range(0, n).filter(i -> used[i]);
  }
}
