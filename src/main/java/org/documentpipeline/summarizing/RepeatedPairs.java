package org.documentpipeline.summarizing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Pairs of neighbouring terms that a text has more than once: what it is about. */
final class RepeatedPairs {

  private RepeatedPairs() {}

  /**
   * How many of the text's repeated pairs of neighbouring terms a sentence has, by their frequency.
   */
  static double[] in(List<SourceSentence> sentences) {
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
}
