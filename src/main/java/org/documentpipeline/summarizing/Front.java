package org.documentpipeline.summarizing;

import java.util.ArrayList;
import java.util.List;

/**
 * How a text begins: with headings, lines of their own, or a paragraph that tells what follows.
 *
 * @param sentences of the text, in order
 * @param headings of the text, in order
 * @param firstLine what stands before the first sentence's end, if nothing ends it; null when
 *     something does, or when this is not the beginning of the document
 */
record Front(List<SourceSentence> sentences, List<SourceSentence> headings, String firstLine) {

  private static final int LINES = 5;
  private static final int OPENING_LEAST = 60;
  private static final int OPENING_MOST = 200;

  /** The headings up to the first paragraph of some length, in order. */
  List<String> titles() {
    int words = 0;
    int last = Integer.MIN_VALUE;
    for (SourceSentence sentence : sentences) {
      words = sentence.paragraph() == last ? words + sentence.words() : sentence.words();
      last = sentence.paragraph();
      if (words >= OPENING_LEAST) {
        break;
      }
    }
    int end = words >= OPENING_LEAST ? last : Integer.MAX_VALUE;
    return headings.stream()
        .filter(heading -> heading.paragraph() <= end)
        .map(SourceSentence::text)
        .toList();
  }

  /**
   * What the text begins with, when that is a line of its own and no sentence, and further lines
   * like it; none when it begins otherwise.
   */
  List<String> lines() {
    if (sentences.size() < 2 || !sentences.get(0).text().equals(firstLine)) {
      return List.of();
    }
    List<String> lines = new ArrayList<>(List.of(firstLine));
    sentences.stream()
        .skip(1)
        .limit(LINES)
        .takeWhile(SourceSentence::isFragment)
        .forEach(sentence -> lines.add(sentence.text()));
    return lines;
  }

  /** Whether there is a blank line behind the first, as behind a title. */
  boolean isFirstApart() {
    return sentences.size() > 1 && sentences.get(0).paragraph() != sentences.get(1).paragraph();
  }

  /**
   * How many of the first sentences are an abstract, or another opening that tells what follows: a
   * first paragraph of some length with a longer text behind it. 0 when there is none.
   */
  int openingLength() {
    int length = 0;
    int words = 0;
    while (length < sentences.size()
        && sentences.get(length).paragraph() == sentences.get(0).paragraph()) {
      words += sentences.get(length++).words();
    }
    boolean opens =
        length >= 3
            && length < sentences.size()
            && words >= 12 * length
            && words >= OPENING_LEAST
            && words <= OPENING_MOST;
    return opens ? length : 0;
  }
}
