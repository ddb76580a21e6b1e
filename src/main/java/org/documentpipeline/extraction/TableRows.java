package org.documentpipeline.extraction;

import java.util.List;

/**
 * Rows of tables and of tables of contents among the lines of a page, known by their words alone.
 */
final class TableRows {
  private static final int FEWEST_ROWS = 3;
  private static final int FEWEST_CELLS = 3;
  private static final String DOTS = ".\u2026\u00B7";
  private static final int FEWEST_DOTS = 4;
  private static final int LONGEST_ENTRY = 150;
  private static final int MOST_DIGITS = 4;

  private TableRows() {}

  /** How many lines from here on are rows of one table; 0 when they are too few to be one. */
  static int count(List<String> lines, int from) {
    int rows = from;
    while (rows < lines.size() && isRow(lines.get(rows))) {
      rows++;
    }
    int entries = from;
    while (entries < lines.size() && isEntry(lines.get(entries))) {
      entries++;
    }
    int found = Math.max(rows, entries) - from;
    return found >= FEWEST_ROWS ? found : 0;
  }

  /** The rows one a line, with bars between cells that are told apart. */
  static String text(List<String> rows) {
    return withoutLeaders(String.join("\n", rows).replace("\t", " | "));
  }

  /** One sign for each row of dots. */
  private static String withoutLeaders(String rows) {
    StringBuilder text = new StringBuilder(rows.length());
    for (int i = 0; i < rows.length(); ) {
      int end = i;
      int dots = 0;
      while (end < rows.length() && DOTS.indexOf(rows.charAt(end)) >= 0) {
        dots++;
        end += end + 1 < rows.length() && rows.charAt(end + 1) == ' ' ? 2 : 1;
      }
      if (dots >= FEWEST_DOTS) {
        text.append("\u2026 ");
      } else {
        end = Math.max(end, i + 1);
        text.append(rows, i, end);
      }
      i = end;
    }
    return text.toString();
  }

  /** A line of a table of contents or an index: words, then a page. */
  static boolean isEntry(String line) {
    int end = line.length();
    while (end > 0 && line.length() - end < MOST_DIGITS && isDigit(line.charAt(end - 1))) {
      end--;
    }
    if (line.length() > LONGEST_ENTRY || end == line.length() || end < 2) {
      return false;
    }
    char before = line.charAt(end - 1);
    return (before == ' ' || before == '\t' || DOTS.indexOf(before) >= 0)
        && line.substring(0, end).codePoints().anyMatch(Character::isLetter);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** A row of a table: mostly numbers, or cells with tabs between them. */
  private static boolean isRow(String line) {
    int tabs = 0;
    for (int i = 1; i < line.length() - 1; i++) {
      tabs += line.charAt(i) == '\t' ? 1 : 0;
    }
    if (tabs > 1) {
      return true;
    }
    if (line.length() > 200 || digits(line) < 2 || LineKinds.endsSentence(line)) {
      return false;
    }
    String[] words = line.split("[ \t]+");
    int numbers = 0;
    for (String word : words) {
      numbers += isNumber(word) ? 1 : 0;
    }
    return words.length >= FEWEST_CELLS && numbers >= 2 && 2 * numbers >= words.length;
  }

  private static int digits(String line) {
    int digits = 0;
    for (int i = 0; i < line.length(); i++) {
      digits += Character.isDigit(line.charAt(i)) ? 1 : 0;
    }
    return digits;
  }

  private static boolean isNumber(String word) {
    boolean digit = false;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      digit |= Character.isDigit(c);
      if (!Character.isDigit(c) && ".,-+%$\u20AC\u00A3\u2013\u2212()/:\u00B1*".indexOf(c) < 0) {
        return false;
      }
    }
    return digit || word.equals("-") || word.equals("\u2013") || word.equals("\u2014");
  }
}
