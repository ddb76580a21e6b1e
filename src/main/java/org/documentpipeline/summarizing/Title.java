package org.documentpipeline.summarizing;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds a title for a text that is only known by its sentences. */
final class Title {

  static final int MOST_WORDS = 12;
  private static final int FEWEST_WORDS = 4;
  private static final int FRONT = 3; // sentences
  private static final int HEAD = 12; // sentences
  private static final String QUOTES = "\"\u201c\u201d\u201e\u00ab\u300c?\uff1f\u061f";

  /** The line of a mail's head that says what it is about, behind what replies put before it. */
  private static final Pattern SUBJECT =
      Pattern.compile(
          "(?iu)(?:subject|betreff|objet|asunto|oggetto|assunto|onderwerp|ämne|emne|temat|předmět"
              + "|aihe|tárgy|konu|тема|θέμα|件名|主题|主題|제목|الموضوع)\\s?[:\uff1a]\\s*"
              + "(?:(?:re|aw|antw|fwd?|wg|sv|vs|tr|rv|odp|回复|回覆)\\s?[:\uff1a]\\s*)*(\\S.*)");

  private Title() {}

  /**
   * What the document is called in its properties, where its words are the text's; or else what the
   * text itself says; or else a short first sentence that says what follows; or else the names and
   * nouns that it speaks of most; or else its beginning.
   *
   * @param title in the properties; null when there is none
   */
  static String of(SourceText source, String title) {
    WordCounts counts = new WordCounts(source);
    if (title != null && Heading.isName(title) && counts.hasAll(title)) {
      return title;
    }
    String own = inText(source, counts);
    return own == null ? made(source, counts) : own;
  }

  /** The heading, or the first line, that names the text; null when there is none. */
  static String inText(SourceText source) {
    return inText(source, new WordCounts(source));
  }

  private static String inText(SourceText source, WordCounts counts) {
    String heading = Heading.of(source.front().titles(), counts);
    String named = heading == null ? subject(source) : heading;
    return named == null ? firstLine(source, counts) : named;
  }

  private static String subject(SourceText source) {
    return !source.isBeginning()
        ? null
        : source.sentences().stream()
            .limit(HEAD)
            .map(sentence -> SUBJECT.matcher(sentence.text()))
            .filter(Matcher::matches)
            .map(line -> line.group(1))
            .filter(Heading::isName)
            .findFirst()
            .orElse(null);
  }

  /** A first line above a blank one, or where the text goes on to speak of what it says. */
  private static String firstLine(SourceText source, WordCounts counts) {
    Front front = source.front();
    List<String> lines = front.lines();
    boolean names =
        !lines.isEmpty()
            && (front.isFirstApart()
                || counts.worth(lines.get(0)) >= WordCounts.OFTEN
                || counts.isSaidAgain(lines.get(0)));
    return names
        ? Heading.of(lines.stream().filter(line -> isWhole(line, source)).toList(), counts)
        : null;
  }

  private static boolean isWhole(String line, SourceText source) {
    List<String> words = Terms.words(line);
    return !words.isEmpty()
        && !Character.isLowerCase(line.codePointAt(0))
        && !source.isEmptyWord(words.get(words.size() - 1));
  }

  private static String made(SourceText source, WordCounts counts) {
    String sentence = source.isLines() ? beginning(source) : firstSentence(source, counts);
    String phrases = sentence == null ? String.join(", ", KeyPhrases.of(source)) : sentence;
    if (phrases.isEmpty()) {
      return beginning(source);
    }
    int first = phrases.offsetByCodePoints(0, 1);
    return phrases.substring(0, first).toUpperCase(Locale.ROOT) + phrases.substring(first);
  }

  /**
   * The first sentence of a short text, when it is as short as a title and stands by itself: news
   * and letters begin with what they are about, books do not.
   */
  private static String firstSentence(SourceText source, WordCounts counts) {
    SourceSentence first =
        source.sentences().stream().filter(one -> !one.isFragment()).findFirst().orElse(null);
    boolean telling =
        first != null
            && source.isBeginning()
            && source.lastLabel() == 1
            && first.words() >= FEWEST_WORDS
            && Heading.isName(first.text())
            && first.signals().lean() + first.signals().scrap() + first.signals().spoken() == 0
            && first.text().chars().noneMatch(c -> QUOTES.indexOf(c) >= 0)
            && counts.isSaidAgain(first.text());
    return telling ? plain(first.text()) : null;
  }

  /** The first sentence, cut: where nothing is said twice, the beginning tells most. */
  private static String beginning(SourceText source) {
    if (source.sentences().isEmpty()) {
      return "Summary";
    }
    SourceSentence first =
        source.sentences().stream()
            .limit(FRONT)
            .filter(one -> Heading.isName(one.text()) && !Heading.isPart(one.text()))
            .findFirst()
            .orElse(source.sentences().get(0));
    return plain(
        first.words() > MOST_WORDS ? Clipping.clip(first, MOST_WORDS).text() : first.text());
  }

  private static String plain(String sentence) {
    return sentence.replaceAll("[.:\u3002]$", "");
  }
}
