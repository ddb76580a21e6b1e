package org.documentpipeline.summarizing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.documentpipeline.summarizing.SourceSentence.Signals;

/**
 * Chooses the sentences that say most of what a text says: by place, centrality (LexRank), repeated
 * pairs of terms, likeness to the beginning, and the kind of sentence its words tell of; each new
 * one is held against those already chosen (maximal marginal relevance, Carbonell and Goldstein
 * 1998).
 */
final class Extractor {

  /** How much each feature, scaled to at most 1, counts. */
  record Weights(
      double place,
      double opening,
      double centrality,
      double pairs,
      double lead,
      double claim,
      double aside,
      double spoken,
      double content,
      double scrap,
      double figures,
      double focus,
      double redundancy,
      double crowd) {

    /** Found with human summaries of papers and meetings; neighbouring values do about as well. */
    static final Weights DEFAULT =
        new Weights(0.5, 2, 1, 0.35, 0.5, 0.6, -0.4, -1.8, 0.4, -0.4, -0.6, 3, 0.7, 0.3);
  }

  /**
   * Of the wanted words: where to stop, and what may not be passed; the contract is a fifth more or
   * less.
   */
  private static final double ENOUGH = 0.85;

  private static final double MOST = 1.04;

  /** Chunks of a document whose beginning still counts in full. */
  private static final double FULL_REACH = 20;

  private static final int LEAD = 5;
  private static final int FEWEST_WORDS = 6;

  private final Weights weights;

  Extractor() {
    this(Weights.DEFAULT);
  }

  Extractor(Weights weights) {
    this.weights = weights;
  }

  /**
   * Sentences of about so many words together, in the order of the text: as near to the number as
   * whole sentences allow, and all of them when the text is not longer. Linear in the length of the
   * text.
   */
  List<SourceSentence> select(SourceText source, int words, String focus) {
    List<SourceSentence> sentences = source.sentences();
    if (sentences.stream().mapToInt(SourceSentence::words).sum() <= words * MOST) {
      return sentences;
    }
    SentenceVectors vectors = new SentenceVectors(sentences, source.termCount());
    double[] scores = scores(source, vectors, focus);
    double crowd = weights.crowd * (1 - reach(source));
    return choose(sentences, vectors, scores, words, crowd).mapToObj(sentences::get).toList();
  }

  private double[] scores(SourceText source, SentenceVectors vectors, String focus) {
    List<SourceSentence> sentences = source.sentences();
    double[] total = new double[sentences.size()];
    addScaled(total, weights.centrality, vectors.centrality());
    addScaled(total, weights.pairs, pairs(sentences));
    int[] lead =
        sentences.stream()
            .limit(LEAD)
            .flatMapToInt(sentence -> Arrays.stream(sentence.terms()))
            .toArray();
    addScaled(total, weights.lead, vectors.similarityTo(lead));
    Focus wanted = source.focusOn(focus);
    if (wanted.isGiven()) {
      addScaled(total, weights.focus, vectors.similarityTo(wanted.terms()));
    }
    int opening = source.openingLength();
    double reach = reach(source);
    for (int i = 0; i < total.length; i++) {
      total[i] += kind(sentences.get(i));
      total[i] += source.isBeginning() ? reach * weights.place * Math.exp(-i / 15.0) : 0;
      total[i] += i < opening ? reach * weights.opening : 0;
    }
    return total;
  }

  /**
   * How much the beginning tells of the whole, at most 1: the first page of a book says little
   * about the rest.
   */
  private static double reach(SourceText source) {
    return Math.min(1, FULL_REACH / source.lastLabel());
  }

  private double kind(SourceSentence sentence) {
    Signals signals = sentence.signals();
    // A scrap of a few words says nothing on its own.
    return (sentence.words() < FEWEST_WORDS ? -2 : 0)
        + weights.claim * signals.claim()
        + weights.aside * signals.aside()
        + weights.spoken * signals.spoken()
        + weights.content * signals.content()
        + weights.scrap * signals.scrap()
        + weights.figures * signals.figures();
  }

  /** Adds the values, scaled so that the largest is 1, times the weight. */
  private static void addScaled(double[] total, double weight, double[] values) {
    double most = Arrays.stream(values).max().orElse(0);
    for (int i = 0; i < total.length && most > 0; i++) {
      total[i] += weight * values[i] / most;
    }
  }

  /**
   * How many of the text's repeated pairs of neighbouring terms a sentence has, by their frequency.
   */
  private static double[] pairs(List<SourceSentence> sentences) {
    Map<Long, Integer> count = new HashMap<>();
    for (SourceSentence sentence : sentences) {
      for (int k = 1; k < sentence.terms().length; k++) {
        count.merge(pair(sentence, k), 1, Integer::sum);
      }
    }
    ToDoubleFunction<SourceSentence> repeated =
        sentence ->
            IntStream.range(1, sentence.terms().length)
                .mapToDouble(k -> count.get(pair(sentence, k)) - 1)
                .sum();
    return sentences.stream()
        .mapToDouble(sentence -> repeated.applyAsDouble(sentence) / Math.sqrt(1 + sentence.words()))
        .toArray();
  }

  private static long pair(SourceSentence sentence, int k) {
    return (long) sentence.terms()[k - 1] << 32 | sentence.terms()[k];
  }

  private IntStream choose(
      List<SourceSentence> sentences,
      SentenceVectors vectors,
      double[] scores,
      int words,
      double crowd) {
    // A long summary takes many rounds; those who can never win need not take part.
    List<Integer> candidates =
        new ArrayList<>(
            IntStream.range(0, scores.length)
                .boxed()
                .sorted((a, b) -> Double.compare(scores[b], scores[a]))
                .limit(Math.max(200, words))
                .toList());
    double[] nearest = new double[scores.length];
    boolean[] chosen = new boolean[scores.length];
    int total = 0;
    while (total < words * ENOUGH) {
      int best = -1;
      for (int i : candidates) {
        boolean fits = !chosen[i] && total + sentences.get(i).words() <= words * MOST;
        if (fits && (best < 0 || value(scores, nearest, i) > value(scores, nearest, best))) {
          best = i;
        }
      }
      if (best < 0) {
        break;
      }
      chosen[best] = true;
      total += sentences.get(best).words();
      for (int i : candidates) {
        nearest[i] = Math.max(nearest[i], vectors.similarity(best, i));
        scores[i] -= sentences.get(i).part() == sentences.get(best).part() ? crowd : 0;
      }
    }
    return IntStream.range(0, scores.length).filter(i -> chosen[i]);
  }

  private double value(double[] scores, double[] nearest, int i) {
    return scores[i] - weights.redundancy * nearest[i];
  }
}
