package org.documentpipeline.summarizing;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a person looks for, held against a text. */
final class Focus {

  private final Set<String> words;
  private final Vocabulary vocabulary;

  /**
   * @param text what to look for; null for nothing in particular
   */
  Focus(String text, Language language, Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    this.words =
        text == null
            ? Set.of()
            : Terms.words(text).stream()
                .filter(word -> !language.stop().contains(word))
                .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Whether anything is looked for; function words alone look for nothing. */
  boolean isGiven() {
    return !words.isEmpty();
  }

  /** The terms of the text that are forms of its words. */
  int[] terms() {
    return vocabulary.related(words);
  }

  /**
   * Whether a text speaks of it: has a form of one of its words, or half of its pairs of
   * characters, for one pair alone is in many words.
   */
  boolean isIn(String other) {
    List<String> others = Terms.words(other);
    long words = 0;
    long pairs = 0;
    long allPairs = 0;
    for (String word : this.words) {
      boolean pair = Terms.isPaired(word.codePointAt(0));
      boolean found =
          pair
              ? others.contains(word)
              : others.stream().anyMatch(one -> vocabulary.isForm(word, one));
      words += found && !pair ? 1 : 0;
      pairs += found && pair ? 1 : 0;
      allPairs += pair ? 1 : 0;
    }
    return words > 0 || pairs > 0 && 2 * pairs >= allPairs;
  }
}
