package org.documentpipeline.summarizing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tartarus.snowball.SnowballStemmer;

/**
 * The languages whose function words are known: those of {@code languages.txt}, and those that
 * Lucene has a list of. Where both have one they are taken together.
 */
final class LanguageLists {

  private static final String LUCENE = "/org/apache/lucene/analysis/";

  /** Where Lucene keeps a language's function words. */
  private static final Map<String, String> FILES =
      Map.ofEntries(
          Map.entry("ar", "ar/stopwords.txt"),
          Map.entry("bg", "bg/stopwords.txt"),
          Map.entry("bn", "bn/stopwords.txt"),
          Map.entry("ca", "ca/stopwords.txt"),
          Map.entry("ckb", "ckb/stopwords.txt"),
          Map.entry("cs", "cz/stopwords.txt"),
          Map.entry("da", "snowball/danish_stop.txt"),
          Map.entry("de", "snowball/german_stop.txt"),
          Map.entry("el", "el/stopwords.txt"),
          Map.entry("en", "snowball/english_stop.txt"),
          Map.entry("es", "snowball/spanish_stop.txt"),
          Map.entry("et", "et/stopwords.txt"),
          Map.entry("eu", "eu/stopwords.txt"),
          Map.entry("fa", "fa/stopwords.txt"),
          Map.entry("fi", "snowball/finnish_stop.txt"),
          Map.entry("fr", "snowball/french_stop.txt"),
          Map.entry("ga", "ga/stopwords.txt"),
          Map.entry("gl", "gl/stopwords.txt"),
          Map.entry("hi", "hi/stopwords.txt"),
          Map.entry("hu", "snowball/hungarian_stop.txt"),
          Map.entry("hy", "hy/stopwords.txt"),
          Map.entry("id", "snowball/indonesian_stop.txt"),
          Map.entry("it", "snowball/italian_stop.txt"),
          Map.entry("lt", "lt/stopwords.txt"),
          Map.entry("lv", "lv/stopwords.txt"),
          Map.entry("ne", "ne/stopwords.txt"),
          Map.entry("nl", "snowball/dutch_stop.txt"),
          Map.entry("no", "snowball/norwegian_stop.txt"),
          Map.entry("pt", "snowball/portuguese_stop.txt"),
          Map.entry("ro", "ro/stopwords.txt"),
          Map.entry("ru", "snowball/russian_stop.txt"),
          Map.entry("sr", "sr/stopwords.txt"),
          Map.entry("sv", "snowball/swedish_stop.txt"),
          Map.entry("ta", "ta/stopwords.txt"),
          Map.entry("te", "te/stopwords.txt"),
          Map.entry("tr", "tr/stopwords.txt"));

  private static final Map<String, Language> ALL = load();

  private LanguageLists() {}

  static Collection<Language> all() {
    return ALL.values();
  }

  /** The language of this code; without any words when nothing is known of it. Code may be null. */
  static Language of(String code) {
    Language known = code == null ? null : ALL.get(code);
    return known == null ? Language.unknown(code, ALL.get("en").absent()) : known;
  }

  private static Map<String, Language> load() {
    Map<String, Map<String, List<String>>> lists = new LinkedHashMap<>();
    for (String line : read("languages.txt").split("\n")) {
      List<String> words = List.of(line.strip().split(" "));
      lists
          .computeIfAbsent(words.get(0), code -> new LinkedHashMap<>())
          .put(words.get(1), words.subList(2, words.size()));
    }
    FILES.keySet().forEach(code -> lists.computeIfAbsent(code, none -> new LinkedHashMap<>()));
    List<String> english = lists.get("en").get("absent");
    return lists.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                entry -> language(entry.getKey(), entry.getValue(), english),
                (a, b) -> a,
                LinkedHashMap::new));
  }

  private static Language language(
      String code, Map<String, List<String>> lists, List<String> english) {
    Set<String> stop = new HashSet<>(lists.getOrDefault("stop", List.of()));
    if (FILES.containsKey(code)) {
      stop.addAll(functionWords(read(LUCENE + FILES.get(code))));
    }
    return new Language(
        code,
        Set.copyOf(stop),
        stems(lists.getOrDefault("claim", List.of())),
        stems(lists.getOrDefault("aside", List.of())),
        Set.copyOf(lists.getOrDefault("spoken", List.of())),
        Set.copyOf(lists.getOrDefault("lean", List.of())),
        Set.copyOf(lists.getOrDefault("noun", List.of())),
        Set.copyOf(lists.getOrDefault("vague", List.of())),
        Set.copyOf(lists.getOrDefault("self", List.of())),
        String.join(" ", lists.getOrDefault("absent", english)));
  }

  private static Set<String> stems(List<String> words) {
    return words.stream().map(Terms::stem).collect(Collectors.toUnmodifiableSet());
  }

  /** Of a list with comments after {@code |} or {@code #}, the words that have no apostrophe. */
  private static List<String> functionWords(String list) {
    return list.lines()
        .flatMap(line -> Arrays.stream(line.replaceAll("[|#].*", "").strip().split("\\s+")))
        .filter(word -> !word.isEmpty() && word.indexOf('\'') < 0)
        .toList();
  }

  private static String read(String name) {
    // Lucene's lists are found from a class of its own jar, wherever that is loaded from.
    Class<?> from = name.startsWith(LUCENE) ? SnowballStemmer.class : LanguageLists.class;
    try (InputStream file = from.getResourceAsStream(name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
