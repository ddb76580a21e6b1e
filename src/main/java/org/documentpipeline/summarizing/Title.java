package org.documentpipeline.summarizing;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Finds a title for a text that is only known by its sentences. */
final class Title {

  private static final int MOST_WORDS = 12;
  private static final int TERMS = 3;

  private Title() {}

  /** The first heading, or else the terms that most sentences have. */
  static String of(SourceText source) {
    if (source.title() != null && Words.count(source.title()) <= MOST_WORDS) {
      return source.title();
    }
    Map<Integer, Integer> count = new HashMap<>();
    source.sentences().forEach(sentence -> {
      for (int term : sentence.terms()) {
        if (source.termText(term).length() > 3 || Words.isIdeograph(source.termText(term).codePointAt(0))) {
          count.merge(term, 1, Integer::sum);
        }
      }
    });
    String terms = count.entrySet().stream()
        .sorted(Map.Entry.<Integer, Integer>comparingByValue(Comparator.reverseOrder())
            .thenComparing(Map.Entry.comparingByKey()))
        .limit(TERMS).map(entry -> source.termText(entry.getKey())).collect(Collectors.joining(", "));
    return terms.isEmpty() ? "Summary" : terms.substring(0, 1).toUpperCase() + terms.substring(1);
  }
}
