package org.documentpipeline.summarizing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** The terms of a text: the stems of its content words, each with a number. Not thread-safe. */
final class Vocabulary {

  private final Language language;
  private final Stemmer stemmer;
  private final List<String> texts = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();

  Vocabulary(Language language) {
    this.language = language;
    this.stemmer = new Stemmer(language.code());
  }

  /** How many different terms there are. */
  int size() {
    return texts.size();
  }

  /** What the forms of a (lower case) word have in common. */
  String stem(String word) {
    return stemmer.stem(word);
  }

  /** The numbers of a text's terms, in order; new terms get the next numbers. */
  int[] terms(List<String> words, List<String> stems) {
    return IntStream.range(0, words.size())
        .filter(i -> !language.stop().contains(words.get(i)))
        .map(i -> numbers.computeIfAbsent(stems.get(i), stem -> add(words.get(i))))
        .toArray();
  }

  /** The numbers of the terms that are forms of one of these words. */
  int[] related(Set<String> words) {
    return IntStream.range(0, texts.size())
        .filter(term -> words.stream().anyMatch(word -> isForm(word, texts.get(term))))
        .toArray();
  }

  /** Whether two words are forms of one. */
  boolean isForm(String word, String other) {
    return stem(word).equals(stem(other)) || Terms.related(word, other);
  }

  private int add(String word) {
    texts.add(word);
    return numbers.size();
  }
}
