package org.documentpipeline.summarizing;

import java.text.DateFormatSymbols;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Tells names and nouns from verbs and the rest by how a text uses its words: names are written
 * with a capital within sentences; nouns stand behind articles and prepositions, and verbs behind
 * pronouns, auxiliaries and other function words. Of languages whose articles and prepositions are
 * not known, every word of content counts as a noun.
 */
final class WordUse {

  private static final class Uses {
    private int all;
    private int capitals;
    private int small;
    private int asNoun;
    private int otherwise;
    private int alone;
  }

  private static final int LEAST_LETTERS = 3;

  /** Of the occurrences of a noun, one of so many has no word of content behind it. */
  private static final int ALONE = 2;

  /** Where so many words within sentences have capitals, it is nouns that have them. */
  private static final double CAPITAL_NOUNS = 0.3;

  private final SourceText source;
  private final Set<String> markers;
  private final Set<String> dates = new HashSet<>();
  private final Map<String, Uses> uses = new HashMap<>();
  private final KoreanWords korean = new KoreanWords();
  private int capitals;
  private int within;

  /** Learns from all sentences of a text; linear in its length. */
  WordUse(SourceText source) {
    this.source = source;
    this.markers = source.language().noun();
    String code = source.language().code();
    DateFormatSymbols names =
        DateFormatSymbols.getInstance(code == null ? Locale.ROOT : Locale.forLanguageTag(code));
    Stream.of(names.getMonths(), names.getWeekdays())
        .flatMap(Arrays::stream)
        .forEach(name -> dates.add(name.toLowerCase(Locale.ROOT)));
    source
        .sentences()
        .forEach(sentence -> words(sentence.text()).forEach(word -> korean.learn(word.text())));
    source.sentences().forEach(sentence -> learn(words(sentence.text())));
  }

  /** The words of a sentence, in order. */
  List<PlacedWord> words(String sentence) {
    return PlacedWord.in(sentence, source::isEmptyWord, korean);
  }

  private void learn(List<PlacedWord> words) {
    for (int i = 0; i < words.size(); i++) {
      PlacedWord word = words.get(i);
      if (!isContent(word)) {
        continue;
      }
      Uses use = uses.computeIfAbsent(word.key(), key -> new Uses());
      use.all++;
      boolean capital = Character.isUpperCase(word.text().codePointAt(0));
      use.small += capital ? 0 : 1;
      use.capitals += capital && !word.opens() ? 1 : 0;
      capitals += capital && !word.opens() ? 1 : 0;
      within += word.opens() ? 0 : 1;
      boolean noun = word.follows() && markers.contains(word.before());
      use.asNoun += noun ? 1 : 0;
      use.otherwise += !noun && word.follows() && isAgainst(word.before()) ? 1 : 0;
      boolean goesOn =
          i + 1 < words.size() && words.get(i + 1).follows() && isContent(words.get(i + 1));
      use.alone += goesOn ? 0 : 1;
    }
  }

  /** Behind a number stand units; behind a function word that is no article, verbs for the most. */
  private boolean isAgainst(String before) {
    return Character.isDigit(before.codePointAt(0)) || source.isEmptyWord(before);
  }

  private boolean isContent(PlacedWord word) {
    String text = word.text();
    return text.length() >= LEAST_LETTERS
        && Character.isLetter(text.codePointAt(0))
        && !text.startsWith("http")
        && text.codePoints().allMatch(c -> Character.isLetter(c) || Words.isMark(c) || c == '-')
        && text.codePoints().noneMatch(c -> Words.isIdeograph(c) || Words.isUnspaced(c))
        && !KoreanWords.isVerb(text)
        && !source.isEmptyWord(word.key())
        && !source.isVagueWord(word.key())
        && !dates.contains(word.key());
  }

  /** Whether it is a name, or a noun that can stand alone. */
  boolean isTopical(PlacedWord word) {
    if (!isContent(word)) {
      return false;
    }
    Uses use = uses.get(word.key());
    return isName(use) || isNoun(use) && (markers.isEmpty() || ALONE * use.alone >= use.all);
  }

  /** The word as it is written within a sentence. */
  String shown(PlacedWord word) {
    return isName(uses.get(word.key())) ? word.text() : word.key();
  }

  /** Whether it can stand before a noun that it says more of. */
  boolean isQualifier(PlacedWord word) {
    return isContent(word) && (isName(uses.get(word.key())) || isNoun(uses.get(word.key())));
  }

  private static boolean isName(Uses use) {
    return use.capitals > use.small;
  }

  private boolean isNoun(Uses use) {
    boolean capitalNouns = capitals > CAPITAL_NOUNS * within;
    return !capitalNouns && (markers.isEmpty() || use.asNoun > 0 && use.asNoun >= use.otherwise);
  }
}
