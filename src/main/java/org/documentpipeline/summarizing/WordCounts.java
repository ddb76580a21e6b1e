package org.documentpipeline.summarizing;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How often a text has which words, by their stems: what a title has to be measured by. */
final class WordCounts {

  /** So often the words of a title are used: the logarithm of one more than three times. */
  static final double OFTEN = Math.log(4);

  private final SourceText source;
  private Map<String, Integer> counts;

  /** Counts when it is first asked for something; linear in the length of the text. */
  WordCounts(SourceText source) {
    this.source = source;
  }

  /** How often the text has each of its words of content, on average, as a logarithm. */
  double worth(String title) {
    return content(title).stream()
        .mapToDouble(word -> Math.log(1 + count(word)))
        .average()
        .orElse(0);
  }

  /** Whether a title has several words of content and the text has each of them. */
  boolean hasAll(String title) {
    List<String> words = content(title);
    return words.size() > 1 && words.stream().allMatch(word -> count(word) > 0);
  }

  /**
   * Whether a line that stands in the text has words of content, a third of them said again in it.
   */
  boolean isSaidAgain(String line) {
    List<String> words = content(line);
    long again =
        words.stream().filter(word -> count(word) > Collections.frequency(words, word)).count();
    return again > 0 && 3 * again >= words.size();
  }

  private List<String> content(String title) {
    return Terms.words(title).stream().filter(word -> !source.isEmptyWord(word)).toList();
  }

  private int count(String word) {
    if (counts == null) {
      counts = new HashMap<>();
      for (SourceSentence sentence : source.sentences()) {
        Terms.words(sentence.text())
            .forEach(term -> counts.merge(source.stem(term), 1, Integer::sum));
      }
    }
    return counts.getOrDefault(source.stem(word), 0);
  }
}
