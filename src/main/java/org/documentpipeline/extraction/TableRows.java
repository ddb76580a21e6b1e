package org.documentpipeline.extraction;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Rows of tables and of tables of contents among the lines of a page, known by their words alone.
 */
final class TableRows {
  private static final int FEWEST_ROWS = 3;
  private static final int FEWEST_CELLS = 3;
  private static final Pattern ENTRY =
      Pattern.compile("^.*\\p{L}.*?[ \\t.\\u2026\\u00B7]+\\d{1,4}$");
  private static final Pattern LEADERS = Pattern.compile("(?:[.\u2026\u00B7] ?){4,}");

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
    return LEADERS.matcher(String.join("\n", rows).replace("\t", " | ")).replaceAll("\u2026 ");
  }

  /** A line of a table of contents or an index: words, then a page. */
  static boolean isEntry(String line) {
    int last = line.length() - 1;
    return last < 150
        && last > 2
        && Character.isDigit(line.charAt(last))
        && ENTRY.matcher(line).matches();
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
