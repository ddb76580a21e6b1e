package org.documentpipeline.summarizing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells how much a text is like each of many others: the cosine of their TF-IDF vectors, over
 * stems, without function words. Everything is linear in the texts.
 */
final class SourceIndex {

  /** Fewer words than these can stand anywhere by chance. */
  private static final int QUOTE = 4;

  private static final int LANGUAGE_SAMPLE = 10_000;

  private final List<String> texts;
  private final Language language;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final SentenceVectors vectors;
  private final double unknownIdf;

  SourceIndex(List<String> texts) {
    this.texts = texts;
    StringBuilder sample = new StringBuilder();
    for (String text : texts) {
      if (sample.length() < LANGUAGE_SAMPLE) {
        sample.append(text, 0, Math.min(text.length(), LANGUAGE_SAMPLE)).append('\n');
      }
    }
    language = Language.of(sample.toString());
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

  /** Of summaries as a model was shown them, each in one line, as passages are. */
  static SourceIndex of(List<ChunkSummary> summaries) {
    return new SourceIndex(
        summaries.stream()
            .map(each -> UntrustedText.cleanUnlabelled(each.text()).replaceAll("\\s+", " "))
            .toList());
  }

  /**
   * Of each text, its likeness to this one, from 0 to 1: 1 when this one stands in it word for
   * word. Terms that none has count against all.
   */
  double[] similarity(String text) {
    List<String> terms = terms(text);
    double share = share(terms);
    double[] similarity =
        vectors.similarityTo(
            terms.stream().filter(numbers::containsKey).mapToInt(numbers::get).toArray());
    String words = text.strip();
    boolean telling = Words.count(words) >= QUOTE;
    for (int i = 0; i < similarity.length; i++) {
      boolean quoted = telling && texts.get(i).contains(words);
      similarity[i] = quoted ? 1 : similarity[i] * share;
    }
    return similarity;
  }

  /** The likeness to the one that is likest. */
  double highest(String text) {
    return Arrays.stream(similarity(text)).max().orElse(0);
  }

  /** The length of the vector of those terms that are known, as a part of that of all. */
  private double share(List<String> terms) {
    Map<String, Integer> counts = new HashMap<>();
    terms.forEach(term -> counts.merge(term, 1, Integer::sum));
    double known = 0;
    double all = 0;
    for (var term : counts.entrySet()) {
      Integer number = numbers.get(term.getKey());
      double weight = term.getValue() * (number == null ? unknownIdf : vectors.idf(number));
      known += number == null ? 0 : weight * weight;
      all += weight * weight;
    }
    return known == 0 ? 0 : Math.sqrt(known / all);
  }

  private List<String> terms(String text) {
    return Terms.words(text).stream()
        .filter(word -> !language.stop().contains(word))
        .map(Terms::stem)
        .toList();
  }
}
