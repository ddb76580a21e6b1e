package org.documentpipeline.summarizing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.documentpipeline.summarizing.SourceSentence.Signals;

/**
 * Words of a language that say what kind of sentence they are in. The languages are in {@code
 * languages.txt}; texts in any other have no such words, and what is important in them follows from
 * their own words alone.
 *
 * @param stop function words, which mean nothing by themselves
 * @param claim stems of words that announce a claim, a result, a decision (bonus words after
 *     Edmundson 1969)
 * @param aside stems of words that announce an example or point elsewhere (stigma words)
 * @param spoken words that are frequent in talk and rare in writing
 */
record Language(Set<String> stop, Set<String> claim, Set<String> aside, Set<String> spoken) {

  /** Below this share of function words a text is not taken to be in a language. */
  private static final double LEAST_SHARE = 0.12;

  private static final Pattern SCRAP =
      Pattern.compile("^\\p{Ll}|[?\uff1f\u061f]\\W*$|https?://|www\\.");
  private static final String FIGURES = "()[]=%<>|";

  private static final Language UNKNOWN = new Language(Set.of(), Set.of(), Set.of(), Set.of());
  private static final List<Language> KNOWN = load();

  /** The language whose function words are most frequent among the (lower case) words. */
  static Language of(Collection<String> words) {
    Language best = UNKNOWN;
    double most = LEAST_SHARE * words.size();
    for (Language language : KNOWN) {
      long hits = words.stream().filter(language.stop::contains).count();
      if (hits > most) {
        most = hits;
        best = language;
      }
    }
    return best;
  }

  /** What a sentence's words (in lower case), their stems and its signs say about its kind. */
  Signals signals(String sentence, List<String> words, List<String> stems) {
    double claims = stems.stream().filter(claim::contains).count();
    double spokenWords = words.stream().filter(spoken::contains).count();
    double contentWords = words.stream().filter(word -> !stop.contains(word)).count();
    double figures =
        sentence.chars().filter(c -> Character.isDigit(c) || FIGURES.indexOf(c) >= 0).count();
    int count = Math.max(1, words.size());
    return new Signals(
        Math.min(1, claims / 2),
        stems.stream().anyMatch(aside::contains) ? 1 : 0,
        spokenWords / count,
        contentWords / count,
        SCRAP.matcher(sentence).find() ? 1 : 0,
        Math.min(1, 10 * figures / sentence.length()));
  }

  private static List<Language> load() {
    Map<String, Map<String, Set<String>>> lists = new LinkedHashMap<>();
    try (InputStream file = Language.class.getResourceAsStream("languages.txt")) {
      for (String line : new String(file.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        String[] words = line.strip().split(" ");
        lists
            .computeIfAbsent(words[0], code -> new LinkedHashMap<>())
            .put(words[1], Set.copyOf(List.of(words).subList(2, words.length)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lists.values().stream()
        .map(
            of ->
                new Language(
                    of.get("stop"),
                    stems(of.get("claim")),
                    stems(of.get("aside")),
                    of.getOrDefault("spoken", Set.of())))
        .toList();
  }

  private static Set<String> stems(Set<String> words) {
    return words == null
        ? Set.of()
        : words.stream().map(Terms::stem).collect(Collectors.toUnmodifiableSet());
  }
}
