package org.documentpipeline.summarizing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a text speaks of most: names, and nouns with what goes with them. A pair of words, or a word
 * of four Chinese characters, says more than its parts, so it wins where it is a third as frequent.
 */
final class KeyPhrases {

  private static final int MOST = 3;
  private static final int LEAST_COUNT = 2;
  private static final int LONG = 3;

  /** What is spoken of so many times less than the first is beside the point. */
  private static final int LESS = 4;

  private final SourceText source;
  private final WordUse use;
  private final Map<String, Integer> counts = new HashMap<>();
  private final Map<String, Map<String, Integer>> forms = new HashMap<>();

  private KeyPhrases(SourceText source) {
    this.source = source;
    this.use = new WordUse(source);
  }

  /** At most three, the most frequent first; none where nothing is said twice. Linear time. */
  static List<String> of(SourceText source) {
    KeyPhrases phrases = new KeyPhrases(source);
    for (SourceSentence sentence : source.sentences()) {
      phrases.countWords(phrases.use.words(sentence.text()));
      UnspacedPhrases.in(sentence.text()).forEach(each -> phrases.add(each, each));
    }
    return phrases.best();
  }

  private void countWords(List<PlacedWord> words) {
    PlacedWord before = null;
    for (PlacedWord word : words) {
      boolean topical = use.isTopical(word);
      if (topical) {
        add(source.stem(word.key()), use.shown(word));
      }
      if (topical && before != null && word.follows()) {
        add(
            source.stem(before.key()) + " " + source.stem(word.key()),
            use.shown(before) + " " + use.shown(word));
      }
      before = topical || use.isQualifier(word) ? word : null;
    }
  }

  /** Forms of one word are one; it is shown in the most frequent. */
  private void add(String key, String form) {
    counts.merge(key, 1, Integer::sum);
    forms.computeIfAbsent(key, each -> new TreeMap<>()).merge(form, 1, Integer::sum);
  }

  private String shown(String key) {
    return Collections.max(forms.get(key).entrySet(), Map.Entry.comparingByValue()).getKey();
  }

  private int worth(String phrase) {
    int parts = phrase.indexOf(' ') > 0 ? LONG : 1;
    boolean unspaced = Words.isIdeograph(phrase.codePointAt(0)) && !isKana(phrase.codePointAt(0));
    return counts.get(phrase) * (unspaced ? Math.min(LONG, phrase.length() - 1) : parts);
  }

  private static boolean isKana(int c) {
    return c >= 0x3040 && c <= 0x30FF;
  }

  private List<String> best() {
    List<String> frequent =
        counts.keySet().stream()
            .filter(phrase -> counts.get(phrase) >= LEAST_COUNT)
            .sorted(
                Comparator.comparingInt(this::worth)
                    .thenComparingInt(String::length)
                    .reversed()
                    .thenComparing(Comparator.naturalOrder()))
            .toList();
    List<String> best = new ArrayList<>();
    for (String phrase : frequent) {
      boolean often = LESS * counts.get(phrase) >= counts.get(frequent.get(0));
      if (often && best.size() < MOST && best.stream().noneMatch(one -> overlap(phrase, one))) {
        best.add(phrase);
      }
    }
    return best.stream().map(this::shown).toList();
  }

  private static boolean overlap(String a, String b) {
    List<String> words = List.of(b.split(" "));
    return a.contains(b) || b.contains(a) || Arrays.stream(a.split(" ")).anyMatch(words::contains);
  }
}
