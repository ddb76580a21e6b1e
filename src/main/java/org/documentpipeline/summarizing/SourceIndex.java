package org.documentpipeline.summarizing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells how much a text is like each of many others: the cosine of their TF-IDF vectors, over
 * stems, without function words. Everything is linear in the texts.
 */
final class SourceIndex {

  private static final int LANGUAGE_SAMPLE = 10_000;

  private final Language language;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final SentenceVectors vectors;
  private final double unknownIdf;

  SourceIndex(List<String> texts) {
    StringBuilder sample = new StringBuilder();
    for (String text : texts) {
      if (sample.length() < LANGUAGE_SAMPLE) {
        sample.append(text, 0, Math.min(text.length(), LANGUAGE_SAMPLE)).append('\n');
      }
    }
    language = Language.of(Terms.words(sample.toString()));
    List<SourceSentence> sources = new ArrayList<>(texts.size());
    for (String text : texts) {
      int[] terms =
          terms(text).stream()
              .mapToInt(term -> numbers.computeIfAbsent(term, t -> numbers.size()))
              .toArray();
      sources.add(new SourceSentence("", 0, sources.size(), 0, terms, null));
    }
    vectors = new SentenceVectors(sources, numbers.size());
    unknownIdf = Math.log(1 + texts.size());
  }

  /** Of each text, its likeness to this one, from 0 to 1. Terms that none has count against all. */
  double[] similarity(String text) {
    Map<Integer, Integer> known = new HashMap<>();
    Map<String, Integer> unknown = new HashMap<>();
    List<String> terms = terms(text);
    for (String term : terms) {
      Integer number = numbers.get(term);
      if (number == null) {
        unknown.merge(term, 1, Integer::sum);
      } else {
        known.merge(number, 1, Integer::sum);
      }
    }
    double inside = 0;
    for (var entry : known.entrySet()) {
      inside += Math.pow(entry.getValue() * vectors.idf(entry.getKey()), 2);
    }
    double outside = 0;
    for (int count : unknown.values()) {
      outside += Math.pow(count * unknownIdf, 2);
    }
    double share = inside == 0 ? 0 : Math.sqrt(inside / (inside + outside));
    double[] similarity =
        vectors.similarityTo(
            terms.stream().filter(numbers::containsKey).mapToInt(numbers::get).toArray());
    for (int i = 0; i < similarity.length; i++) {
      similarity[i] *= share;
    }
    return similarity;
  }

  private List<String> terms(String text) {
    return Terms.words(text).stream()
        .filter(word -> !language.stop().contains(word))
        .map(Terms::stem)
        .toList();
  }
}
