package org.documentpipeline.summarizing;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.documentpipeline.summarizing.SourceSentence.Signals;

/**
 * Words of a language that say what kind of sentence they are in. Texts in a language of which none
 * are known have no such words, and what is important in them follows from their own words alone.
 *
 * @param code its ISO 639 code; null when unknown
 * @param stop function words, which mean nothing by themselves
 * @param claim stems of words that announce a claim, a result, a decision (bonus words after
 *     Edmundson 1969)
 * @param aside stems of words that announce an example or point elsewhere (stigma words)
 * @param spoken words that are frequent in talk and rare in writing
 * @param lean words that at the beginning of a sentence point back to the one before it
 * @param noun articles, possessives and prepositions, which stand before nouns and what goes with
 *     them, and never before a verb
 * @param vague words of content that name nothing, so say nothing of what a text is about
 * @param self what texts call themselves
 * @param absent the sentence that says that something (at {@code %s}) is not in the document
 */
record Language(
    String code,
    Set<String> stop,
    Set<String> claim,
    Set<String> aside,
    Set<String> spoken,
    Set<String> lean,
    Set<String> noun,
    Set<String> vague,
    Set<String> self,
    String absent) {

  private static final Pattern SCRAP =
      Pattern.compile(
          "^[\\p{Ll}.,;:)\\]\"\u201c\u201e\u00ab\u300c\u300e]|[?\uff1f\u061f]\\W*$|https?://|www\\.");
  private static final String FIGURES = "()[]=%<>|";
  private static final String QUOTES = "\"\u201c\u201d\u201e";

  /** One without any words. */
  static Language unknown(String code, String absent) {
    Set<String> none = Set.of();
    return new Language(code, none, none, none, none, none, none, none, none, absent);
  }

  /**
   * The language that the text is most likely in; one of which nothing is known when nothing tells.
   */
  static Language of(String text) {
    return LanguageLists.of(LanguageDetector.of(text, 1));
  }

  /**
   * What a sentence's words (in lower case) and its signs say about its kind. Here the first
   * letters are the stems: the lists name words, and rules would make too many others equal to
   * them.
   */
  Signals signals(String sentence, List<String> words) {
    List<String> stems = words.stream().map(Terms::stem).toList();
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
        SCRAP.matcher(sentence).find() || isTorn(sentence) ? 1 : 0,
        Math.min(1, 10 * figures / sentence.length()),
        leans(sentence, words) ? 1 : 0,
        0);
  }

  /** Whether a quotation begins or ends in another sentence. */
  private static boolean isTorn(String sentence) {
    long quotes = sentence.chars().filter(c -> QUOTES.indexOf(c) >= 0).count();
    return quotes % 2 == 1
        || (sentence.indexOf('\u00ab') < 0) != (sentence.indexOf('\u00bb') < 0)
        || (sentence.indexOf('\u300c') < 0) != (sentence.indexOf('\u300d') < 0);
  }

  /** "However, …", "He said …", "This shows …"; not "This report …", for it names what it is. */
  private boolean leans(String sentence, List<String> words) {
    return !words.isEmpty()
        && lean.contains(words.get(0))
        && Character.isLetter(sentence.codePointAt(0))
        && !(words.size() > 1 && self.contains(words.get(1)));
  }
}
