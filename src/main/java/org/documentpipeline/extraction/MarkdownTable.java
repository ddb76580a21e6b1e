package org.documentpipeline.extraction;

import java.util.Arrays;
import java.util.List;

/** Tables in Markdown, whose rows need no bars at their ends (GFM 4.10). */
final class MarkdownTable {
  private MarkdownTable() {}

  /**
   * Whether two lines are the head of a table: cells, and under each of them a rule of hyphens.
   * Linear in their length.
   */
  static boolean isHead(CharSequence cells, String rule) {
    if (rule.indexOf('|') < 0 || rule.chars().anyMatch(c -> "-:| \t".indexOf(c) < 0)) {
      return false;
    }
    List<String> rules = cells(rule);
    return rules.stream().allMatch(MarkdownTable::isRule)
        && cells(cells.toString()).size() == rules.size();
  }

  /** Hyphens, with colons where the column is set to the right or in the middle. */
  private static boolean isRule(String cell) {
    int from = cell.startsWith(":") ? 1 : 0;
    int to = cell.endsWith(":") ? cell.length() - 1 : cell.length();
    return from < to && cell.substring(from, to).chars().allMatch(c -> c == '-');
  }

  private static List<String> cells(String row) {
    String inner = row.strip();
    int from = inner.startsWith("|") ? 1 : 0;
    int to = inner.length() > 1 && inner.endsWith("|") ? inner.length() - 1 : inner.length();
    return Arrays.stream(inner.substring(from, to).split("\\|", -1)).map(String::strip).toList();
  }
}
