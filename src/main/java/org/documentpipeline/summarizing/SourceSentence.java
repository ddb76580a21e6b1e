package org.documentpipeline.summarizing;

/**
 * A sentence that may go into a summary.
 *
 * @param text as it would be shown: one line, without list marks
 * @param words its length in words
 * @param part which of the labelled parts it is from, from 0
 * @param paragraph which of the source's paragraphs it is from, from 0
 * @param terms the terms of its content words, as numbers, in order
 * @param signals what its words say about its kind
 */
record SourceSentence(
    String text, int words, int part, int paragraph, int[] terms, Signals signals) {

  /**
   * Signs of a sentence's kind, each from 0 to 1.
   *
   * @param claim words that announce a claim; two are enough for 1
   * @param aside whether it gives an example or points elsewhere
   * @param spoken share of words of talk
   * @param content share of words that are not function words
   * @param scrap whether it begins with a small letter, is a question, begins with a quotation or
   *     has only a part of one, or has an address in it
   * @param figures share of digits, brackets and signs: formulas, references, page furniture
   * @param lean whether it begins with a word that points back to the sentence before it
   * @param fragment whether it is a line or so that nothing ends: a name, a label, a greeting
   */
  record Signals(
      double claim,
      double aside,
      double spoken,
      double content,
      double scrap,
      double figures,
      double lean,
      double fragment) {

    static final Signals NONE = new Signals(0, 0, 0, 0, 0, 0, 0, 0);

    Signals ofFragment() {
      return new Signals(claim, aside, spoken, content, scrap, figures, lean, 1);
    }
  }

  /** A line that is no sentence, so is not chosen as one. */
  static SourceSentence line(String text, int part, int paragraph) {
    return new SourceSentence(text, Words.count(text), part, paragraph, new int[0], Signals.NONE);
  }

  boolean isFragment() {
    return signals.fragment() > 0;
  }
}
