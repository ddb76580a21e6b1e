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
   * @param scrap whether it begins with a small letter, is a question or has an address in it
   * @param figures share of digits, brackets and signs: formulas, references, page furniture
   */
  record Signals(
      double claim, double aside, double spoken, double content, double scrap, double figures) {}
}
