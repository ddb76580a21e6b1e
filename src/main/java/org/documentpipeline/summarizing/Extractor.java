package org.documentpipeline.summarizing;

import java.util.Arrays;
import java.util.List;
import org.documentpipeline.summarizing.SourceSentence.Signals;

/**
 * Chooses the sentences that say most of what a text says: by place, centrality (LexRank), repeated
 * pairs of terms, likeness to the beginning, and the kind of sentence its words tell of; each new
 * one is held against those already chosen.
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
      double lean,
      double fragment,
      double focus,
      double redundancy,
      double crowd) {

    /** Found with human summaries of papers and meetings; neighbouring values do about as well. */
    static final Weights DEFAULT =
        new Weights(
            0.5, 2, 1, 0.35, 0.5, 0.6, -0.4, -1.8, 0.4, -0.4, -0.6, -0.3, -1.5, 3, 0.7, 0.3);
  }

  /** Chunks of a document whose beginning still counts in full. */
  private static final double FULL_REACH = 20;

  private static final int LEAD = 5;
  private static final int FEWEST_WORDS = 6;
  private static final int MOSTLY = 3;

  private final Weights weights;

  Extractor() {
    this(Weights.DEFAULT);
  }

  Extractor(Weights weights) {
    this.weights = weights;
  }

  /**
   * Sentences of about so many words together, in the order of the text: as near to the number as
   * whole sentences allow. When the text is not longer, all of them but what only stands around
   * them. Linear in the length of the text.
   */
  List<SourceSentence> select(SourceText source, int words, String focus) {
    List<SourceSentence> sentences = source.sentences();
    if (words(sentences) <= words * Choice.MOST) {
      return withoutFragments(sentences);
    }
    SentenceVectors vectors = new SentenceVectors(sentences, source.termCount());
    double[] scores = scores(source, vectors, focus);
    double crowd = weights.crowd * (1 - reach(source));
    double lean = source.isForReaders() ? weights.lean : 0;
    return new Choice(
            sentences, vectors, scores, new Choice.Losses(weights.redundancy, crowd, lean))
        .of(words)
        .mapToObj(sentences::get)
        .toList();
  }

  /** Where whole sentences make up most of a text, names, labels and greetings are not missed. */
  private static List<SourceSentence> withoutFragments(List<SourceSentence> sentences) {
    List<SourceSentence> whole = sentences.stream().filter(each -> !each.isFragment()).toList();
    return MOSTLY * words(whole) >= (MOSTLY - 1) * words(sentences) ? whole : sentences;
  }

  private static int words(List<SourceSentence> sentences) {
    return sentences.stream().mapToInt(SourceSentence::words).sum();
  }

  private double[] scores(SourceText source, SentenceVectors vectors, String focus) {
    List<SourceSentence> sentences = source.sentences();
    double[] total = new double[sentences.size()];
    addScaled(total, weights.centrality, vectors.centrality());
    addScaled(total, weights.pairs, RepeatedPairs.in(sentences));
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
        + weights.figures * signals.figures()
        + weights.fragment * signals.fragment();
  }

  /** Adds the values, scaled so that the largest is 1, times the weight. */
  private static void addScaled(double[] total, double weight, double[] values) {
    double most = Arrays.stream(values).max().orElse(0);
    for (int i = 0; i < total.length && most > 0; i++) {
      total[i] += weight * values[i] / most;
    }
  }
}
