package org.documentpipeline.extraction;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Knows headings by their words alone. */
final class Headings {
  /** No longer line is looked at. */
  static final int LONGEST_LINE = 120;

  private static final String CODE = "{}=<>|\\^;";
  private static final int LONGEST = 80;
  private static final int DEEPEST = 6;
  private static final String PARTS =
      "(?:chapter|part|book|section|appendix|article|kapitel|teil|abschnitt|anhang|chapitre|partie"
          + "|cap[ií]tulo|parte|capitolo|глава|часть|том)";
  private static final String ORDINAL =
      "(?:[ivxlcdm]+|\\d+|[a-z]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
          + "|thirteen|fourteen|fifteen|first|second|third)";
  private static final Pattern PART =
      Pattern.compile(
          "^" + PARTS + "\\s+" + ORDINAL + "\\b[.:)]?(?:\\s.{0,60})?$",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern ASIAN_PART =
      Pattern.compile("^第[0-9０-９一二三四五六七八九十百]+[章節节編编部回條条](?:\\s.{0,40})?$");
  private static final Pattern NUMBER =
      Pattern.compile(
          "^(?:(?i:"
              + PARTS
              + "\\s+"
              + ORDINAL
              + ")|\\d{1,3}(?:\\.\\d{1,3}){0,4}|[A-Z](?:\\.\\d{1,3}){0,4}|[IVXL]{1,6})(?:[.:)]\\s*|\\s+)");

  private Headings() {}

  /**
   * Whether a line that stands alone is a heading: "Chapter 1" and the like, or all in capitals.
   * Short, and not the end of a sentence.
   */
  static boolean isPlain(String line) {
    return line.length() <= LONGEST && !line.isEmpty() && (isPart(line) || isCapitals(line));
  }

  /**
   * What a heading with number signs says, without them (CommonMark 4.2); null for any other line.
   * By hand: a regular expression for the signs at its end takes quadratic time.
   */
  static String marked(String line) {
    int marks = 0;
    while (marks < line.length() && line.charAt(marks) == '#') {
      marks++;
    }
    if (marks == 0
        || marks > DEEPEST
        || marks == line.length()
        || !Character.isWhitespace(line.charAt(marks))) {
      return null;
    }
    String title = line.substring(marks).strip();
    int end = title.length();
    while (end > 0 && title.charAt(end - 1) == '#') {
      end--;
    }
    boolean closed = end == 0 || Character.isWhitespace(title.charAt(end - 1));
    return closed ? title.substring(0, end).strip() : title;
  }

  /** A title without the number before it, or "Chapter One: ". */
  static String unnumbered(String title) {
    Matcher number = NUMBER.matcher(title);
    return number.lookingAt() ? title.substring(number.end()) : title;
  }

  /** A title's letters and digits alone, small ones: how titles are compared. */
  static String plain(String title) {
    StringBuilder plain = new StringBuilder(title.length());
    title
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .map(Character::toLowerCase)
        .forEach(plain::appendCodePoint);
    return plain.toString();
  }

  /** Whether the first line of a slide is its title: words, and not a sentence or a part of one. */
  static boolean isSlideTitle(String line) {
    int first = line.codePointAt(0);
    int last = line.codePointBefore(line.length());
    return Character.isLetter(first)
        && !Character.isLowerCase(first)
        && (Character.isLetterOrDigit(last) || "?!)".indexOf(last) >= 0);
  }

  /** "Chapter 1" and the like, with or without a title. */
  static boolean isPart(String line) {
    return PART.matcher(line).matches() && ",;".indexOf(line.charAt(line.length() - 1)) < 0
        || ASIAN_PART.matcher(line).matches();
  }

  /** Whether the line is in capitals, and words rather than code. */
  static boolean isCapitals(String line) {
    int capitals = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (Character.isLowerCase(c) || CODE.indexOf(c) >= 0) {
        return false;
      }
      capitals += Character.isUpperCase(c) ? 1 : 0;
    }
    return capitals >= 4
        && capitals * 2 >= line.length()
        && ".,;:!?".indexOf(line.charAt(line.length() - 1)) < 0;
  }
}
