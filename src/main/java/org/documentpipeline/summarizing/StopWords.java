package org.documentpipeline.summarizing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Function words of the languages that have a list; other texts rely on the weights of their own words. */
final class StopWords {

  /** Below this share of its words a text is not taken to be in a language. */
  private static final double LEAST_SHARE = 0.12;

  private static final Map<String, Set<String>> LISTS = load();

  private StopWords() {}

  /** The list whose words make up most of the (lower case) words given; empty when none fits. */
  static Set<String> of(Collection<String> words) {
    Set<String> best = Set.of();
    double most = LEAST_SHARE * words.size();
    for (Set<String> list : LISTS.values()) {
      long hits = words.stream().filter(list::contains).count();
      if (hits > most) {
        most = hits;
        best = list;
      }
    }
    return best;
  }

  private static Map<String, Set<String>> load() {
    Map<String, Set<String>> lists = new LinkedHashMap<>();
    try (InputStream file = StopWords.class.getResourceAsStream("stop-words.txt")) {
      for (String line : new String(file.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        String[] words = line.strip().split(" ");
        lists.put(words[0], Set.copyOf(java.util.Arrays.asList(words).subList(1, words.length)));
      }
      return lists;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
