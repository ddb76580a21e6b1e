package org.documentpipeline.extraction;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line like "2.1 Method".
 *
 * @param top the first of its numbers
 * @param depth how many follow that
 * @param listed whether it is just one number with a full stop, as an item of a list has
 * @param title what follows the numbers
 */
record NumberedTitle(int top, int depth, boolean listed, String title) {
  /** Titles do not end as sentences do, but for questions. */
  private static final String TITLE = "(?=\\p{Lu})(?:[^.;!?]|\\.(?=[^\\s.])){2,70}\\??$";

  private static final Pattern NUMBERED =
      Pattern.compile("^((\\d{1,2})(?:\\.[1-9]\\d?){0,3})(\\.?)[ \t]+(" + TITLE + ")");
  private static final Pattern LETTERED =
      Pattern.compile("^[A-Z]((?:\\.\\d{1,2}){1,3})\\.?[ \t]+" + TITLE);

  /** Null for any other line. */
  static NumberedTitle of(String line) {
    if (line.isEmpty() || !NoteSign.isDigit(line.charAt(0))) {
      return null;
    }
    Matcher matcher = NUMBERED.matcher(line);
    if (!matcher.matches()) {
      return null;
    }
    int depth = dots(matcher.group(1));
    boolean listed = depth == 0 && !matcher.group(3).isEmpty();
    return new NumberedTitle(Integer.parseInt(matcher.group(2)), depth, listed, matcher.group(4));
  }

  /** How many numbers follow the letter of a line like "A.1 Tables"; 0 for any other line. */
  static int lettered(String line) {
    if (line.length() < 2 || line.charAt(1) != '.') {
      return 0;
    }
    Matcher matcher = LETTERED.matcher(line);
    return matcher.matches() ? dots(matcher.group(1)) : 0;
  }

  private static int dots(String numbers) {
    return (int) numbers.chars().filter(c -> c == '.').count();
  }
}
