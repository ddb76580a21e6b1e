package org.documentpipeline.extraction;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What stands before the text of a paper: its title and who wrote it.
 *
 * @param title how many lines the title has; 0 where the page is none of a paper
 * @param text the line with which the abstract or the first section begins
 */
record FrontPage(int title, int text) {
  private static final FrontPage NONE = new FrontPage(0, 0);
  private static final int MOST_LINES = 60;
  private static final int MOST_TITLE = 4;
  private static final int LONGEST_NAME = 4; // words
  private static final int SENTENCE = 40;

  private static final Pattern FIRST =
      Pattern.compile("^(?:1|I)\\.?[ \t]+(?=\\p{Lu})[^.;!?@]{4,60}$");

  /** Signs behind the names of authors, and the numbers of where they work. */
  private static final Pattern MARKED =
      Pattern.compile(
          "\\p{L}{2} ?[\u2217\u2020\u2021\u00A7\u00B6*\u2709\u00B9\u00B2\u00B3]|\\p{Ll}{2}\\d{1,2}(?:[, (]|$)");

  private static final Pattern PLACE =
      Pattern.compile(
          "\\b(?:Universit|Institut|Department|Dept\\b|Laborator|College|Faculty|Research Cent|Academy|Hospital"
              + "|Inc\\.|GmbH|Corporation|Ministry|Hochschule|Fakult|Facult|\u00C9cole|Escuela)");
  private static final Set<String> PARTICLES =
      Set.of("van", "von", "der", "den", "de", "da", "di", "del", "la", "le", "bin", "al", "dos");

  /** Reads the first page of a document; by its words alone. */
  static FrontPage of(List<String> lines, LineLengths lengths) {
    int text = text(lines, lengths);
    int sentences = 0;
    for (String line : lines.subList(0, text)) {
      sentences += line.length() > SENTENCE && LineKinds.endsSentence(line) ? 1 : 0;
    }
    if (text == 0 || sentences > 1) {
      return NONE;
    }
    Set<String> words = words(lines.subList(text, lines.size()));
    int title = 1;
    while (title < text && title < MOST_TITLE && !isAuthors(lines.get(title), words)) {
      title++;
    }
    boolean found = title < text && isAuthors(lines.get(title), words);
    int end = found || text <= 2 ? title : titleEnd(lines, text);
    // Without authors, what is before the text may be anything.
    return new FrontPage(end, found ? text : end);
  }

  /** All words that the text has in small letters: the names of people are none of them. */
  private static Set<String> words(List<String> lines) {
    Set<String> words = new HashSet<>();
    for (String line : lines) {
      for (String word : line.split("[^\\p{L}]+")) {
        if (!word.isEmpty() && Character.isLowerCase(word.codePointAt(0))) {
          words.add(word);
        }
      }
    }
    return words;
  }

  /** Where nobody is known by name, just as far as the title asks for more. */
  private static int titleEnd(List<String> lines, int text) {
    int title = 1;
    while (title < text && title < MOST_TITLE && SectionNames.goesOn(lines.get(title - 1))) {
      title++;
    }
    return title;
  }

  private static int text(List<String> lines, LineLengths lengths) {
    int most = Math.min(lines.size(), MOST_LINES);
    for (int i = 1; i < most; i++) {
      String line = lines.get(i);
      boolean named = SectionNames.isOne(Headings.unnumbered(line)) && i + 1 < lines.size();
      if (named || SectionNames.abstractEnd(line) > 0) {
        return i;
      }
    }
    for (int i = 1; i < most - 1; i++) {
      if (FIRST.matcher(lines.get(i)).matches() && lengths.isText(lines.get(i + 1))) {
        return i;
      }
    }
    return 0;
  }

  /**
   * Authors, where they work and their addresses in one row, with bars before what is no longer a
   * list of names.
   */
  String authors(List<String> lines) {
    StringBuilder row = new StringBuilder();
    for (String line : lines.subList(title, text)) {
      boolean entry =
          line.indexOf('@') >= 0
              || PLACE.matcher(line).find()
              || !Character.isLetter(line.codePointAt(0));
      row.append(row.isEmpty() ? "" : entry ? " | " : " ").append(line.replace('\t', ' '));
    }
    return row.toString();
  }

  private static boolean isAuthors(String line, Set<String> words) {
    return line.indexOf('@') >= 0
        || line.contains("http")
        || MARKED.matcher(line).find()
        || PLACE.matcher(line).find()
        || isNames(line, words);
  }

  /** Nothing but names of people: capitals, and no words of the text. */
  private static boolean isNames(String line, Set<String> text) {
    String names = line.startsWith("by ") || line.startsWith("By ") ? line.substring(3) : line;
    for (String name : names.split(",\\s*(?:and\\s+)?|\\s+(?:and|und|et|y|&)\\s+|;\\s*")) {
      String[] words = name.strip().split("[ \t]+");
      if (words.length < 2 || words.length > LONGEST_NAME) {
        return false;
      }
      for (String word : words) {
        boolean capital = Character.isUpperCase(word.codePointAt(0));
        String letters = word.replaceAll("[^\\p{L}-]", "");
        String lower = letters.toLowerCase(Locale.ROOT);
        boolean initial = letters.length() == 1;
        if (!PARTICLES.contains(word)
            && (!capital || !initial && text.contains(lower) || letters.isEmpty())) {
          return false;
        }
      }
    }
    return true;
  }
}
