package org.documentpipeline.summarizing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Finds a title for a text that is only known by its sentences. */
final class Title {

  static final int MOST_WORDS = 12;
  private static final int MOST_TOPICS = 3;
  private static final int LEAST_LETTERS = 3;
  private static final int LEAST_COUNT = 2;

  /** A pair says more than either of its words: it wins where it is a third as frequent. */
  private static final int PAIR = 3;

  /** Chinese function words of one character. */
  private static final String EMPTY_IDEOGRAPHS = "的了是在和有不这那我你他她们一与及或之也就都而于为以被把从对其";

  private static final Pattern KATAKANA = Pattern.compile("[\u30A1-\u30FA\u30FC]{2,}");
  private static final Pattern WORD_ENDS =
      Pattern.compile("(?<=[^\\p{L}\\p{M}\\p{N}'\u2019-])|(?=[^\\p{L}\\p{M}\\p{N}'\u2019-])");

  private final SourceText source;
  private final Map<String, Integer> counts = new HashMap<>();
  private final Map<String, String> shown = new HashMap<>();

  private Title(SourceText source) {
    this.source = source;
  }

  /**
   * What the document is called in its properties, where its words are the text's; or else what the
   * text itself says; or else what it speaks of most: pairs of words that occur together, and
   * words; or else its beginning.
   *
   * @param title in the properties; null when there is none
   */
  static String of(SourceText source, String title) {
    WordCounts counts = new WordCounts(source);
    if (title != null && Heading.isName(title) && counts.hasAll(title)) {
      return title;
    }
    String own = inText(source, counts);
    return own == null ? topical(source) : own;
  }

  /** The heading, or the first line, that names the text; null when there is none. */
  static String inText(SourceText source) {
    return inText(source, new WordCounts(source));
  }

  private static String inText(SourceText source, WordCounts counts) {
    String heading = Heading.of(source, counts);
    return heading == null ? firstLine(source, counts) : heading;
  }

  /** A first line that stands alone, where the text goes on to speak of what it says. */
  private static String firstLine(SourceText source, WordCounts counts) {
    String line = source.firstLine();
    if (line == null
        || !Heading.isName(line)
        || Heading.isPart(line)
        || Character.isLowerCase(line.codePointAt(0))) {
      return null;
    }
    List<String> words = Terms.words(line);
    boolean broken = source.isEmptyWord(words.get(words.size() - 1));
    return broken || counts.worth(line) < WordCounts.OFTEN ? null : line;
  }

  private static String topical(SourceText source) {
    Title title = new Title(source);
    source.sentences().forEach(sentence -> title.count(sentence.text()));
    String topics = String.join(", ", title.topics());
    if (topics.isEmpty()) {
      return title.beginning();
    }
    int first = topics.offsetByCodePoints(0, 1);
    return topics.substring(0, first).toUpperCase(Locale.ROOT) + topics.substring(first);
  }

  /** The first sentence, cut: where nothing is said twice, the beginning tells most. */
  private String beginning() {
    if (source.sentences().isEmpty()) {
      return "Summary";
    }
    SourceSentence first =
        source.sentences().stream()
            .limit(MOST_TOPICS)
            .filter(one -> Heading.isName(one.text()) && !Heading.isPart(one.text()))
            .findFirst()
            .orElse(source.sentences().get(0));
    SourceSentence shown = first.words() > MOST_WORDS ? Clipping.clip(first, MOST_WORDS) : first;
    return shown.text().replaceAll("[.:\u3002]$", "");
  }

  private void count(String sentence) {
    String before = null;
    for (String token : WORD_ENDS.split(sentence)) {
      if (isTopical(token)) {
        add(token, 1);
        if (before != null) {
          add(before + " " + token, PAIR);
        }
        before = token;
      } else if (!token.equals(" ")) {
        before = null;
      }
    }
    if (sentence.codePoints().anyMatch(Words::isIdeograph)) {
      Terms.words(sentence).stream().filter(Title::isTopicalPair).forEach(term -> add(term, 1));
      KATAKANA.matcher(sentence).results().forEach(word -> add(word.group(), 1));
    }
  }

  /**
   * Hiragana are endings and particles for the most part; words of content have none. Katakana
   * write foreign words and names, which are taken whole.
   */
  private static boolean isTopicalPair(String term) {
    return term.codePointCount(0, term.length()) > 1
        && term.codePoints().allMatch(Words::isIdeograph)
        && term.codePoints().noneMatch(c -> isKana(c) || EMPTY_IDEOGRAPHS.indexOf(c) >= 0);
  }

  private static boolean isKana(int c) {
    return c >= 0x3040 && c <= 0x30FF;
  }

  private boolean isTopical(String token) {
    return token.length() >= LEAST_LETTERS
        && Character.isLetter(token.codePointAt(0))
        && !token.startsWith("http")
        && token.codePoints().allMatch(c -> Character.isLetter(c) || Words.isMark(c) || c == '-')
        && token.codePoints().noneMatch(Words::isIdeograph)
        && !source.isEmptyWord(token.toLowerCase(Locale.ROOT));
  }

  private void add(String topic, int worth) {
    String key = topic.toLowerCase(Locale.ROOT);
    counts.merge(key, worth, Integer::sum);
    // A name keeps its capitals; the first word of a sentence must not bring one.
    shown.merge(key, topic, (a, b) -> b.equals(key) ? b : a);
  }

  private List<String> topics() {
    List<String> frequent =
        counts.entrySet().stream()
            .filter(
                entry ->
                    entry.getValue() >= LEAST_COUNT * (entry.getKey().contains(" ") ? PAIR : 1))
            .sorted(
                Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .map(entry -> shown.get(entry.getKey()))
            .toList();
    List<String> topics = new ArrayList<>();
    for (String topic : frequent) {
      if (topics.size() < MOST_TOPICS
          && topics.stream().noneMatch(other -> overlap(topic, other))) {
        topics.add(topic);
      }
    }
    return topics;
  }

  private static boolean overlap(String a, String b) {
    List<String> words = List.of(b.toLowerCase(Locale.ROOT).split(" "));
    return Arrays.stream(a.toLowerCase(Locale.ROOT).split(" "))
        .anyMatch(word -> words.stream().anyMatch(other -> Terms.related(word, other)));
  }
}
