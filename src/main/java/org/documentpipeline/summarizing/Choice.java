package org.documentpipeline.summarizing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Chooses among scored sentences one after the other, each held against those already chosen
 * (maximal marginal relevance, Carbonell and Goldstein 1998). Serves once.
 */
final class Choice {

  /** Of the wanted words, what may not be passed; the contract is a fifth more or less. */
  static final double MOST = 1.04;

  private static final double ENOUGH = 0.85;

  /** From this likeness on two sentences say the same. */
  private static final double SAME = 0.75;

  private static final double REPEATED = 4;

  /**
   * What makes a sentence worth less, beside what is chosen.
   *
   * @param redundancy for all likeness to one that is chosen
   * @param crowd for each that is chosen from its part
   * @param lean below 0: for pointing back to a sentence that is not chosen
   */
  record Losses(double redundancy, double crowd, double lean) {}

  private final List<SourceSentence> sentences;
  private final SentenceVectors vectors;
  private final double[] scores;
  private final Losses losses;
  private final double[] nearest;
  private final boolean[] chosen;

  /** Takes sentences in the order of the text, and the score of each. */
  Choice(List<SourceSentence> sentences, SentenceVectors vectors, double[] scores, Losses losses) {
    this.sentences = sentences;
    this.vectors = vectors;
    this.scores = scores.clone();
    this.losses = losses;
    this.nearest = new double[scores.length];
    this.chosen = new boolean[scores.length];
  }

  /** The numbers of the chosen sentences, of about so many words together, in order. */
  IntStream of(int words) {
    // A long summary takes many rounds; those who can never win need not take part.
    List<Integer> candidates =
        new ArrayList<>(
            IntStream.range(0, scores.length)
                .boxed()
                .sorted((a, b) -> Double.compare(scores[b], scores[a]))
                .limit(Math.max(200, words))
                .toList());
    int total = 0;
    while (total < words * ENOUGH) {
      int best = best(candidates, words * MOST - total);
      if (best < 0) {
        break;
      }
      total += sentences.get(best).words();
      take(best, candidates);
    }
    return IntStream.range(0, scores.length).filter(i -> chosen[i]);
  }

  /** The best that is left and has no more words than these; -1 when there is none. */
  private int best(List<Integer> candidates, double room) {
    int best = -1;
    for (int i : candidates) {
      boolean fits = !chosen[i] && sentences.get(i).words() <= room;
      if (fits && (best < 0 || value(i) > value(best))) {
        best = i;
      }
    }
    return best;
  }

  private void take(int best, List<Integer> candidates) {
    chosen[best] = true;
    for (int i : candidates) {
      nearest[i] = Math.max(nearest[i], vectors.similarity(best, i));
      scores[i] -= sentences.get(i).part() == sentences.get(best).part() ? losses.crowd() : 0;
    }
  }

  private double value(int i) {
    SourceSentence sentence = sentences.get(i);
    boolean alone = i == 0 || !chosen[i - 1] || sentences.get(i - 1).part() != sentence.part();
    return scores[i]
        - losses.redundancy() * nearest[i]
        - (nearest[i] >= SAME ? REPEATED : 0)
        + (alone ? losses.lean() * sentence.signals().lean() : 0);
  }
}
