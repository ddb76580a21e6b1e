package org.documentpipeline.extraction;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The bookmarks of a PDF: which titles are on which page, and how deep. */
final class Bookmarks {
  private static final int FEWEST = 3;
  private static final int MOST_LINES = 4;
  private static final int SHORTEST_PART = 4;
  static final int ANY_PAGE = 0;

  private final Map<Integer, TreeMap<String, Integer>> levels = new HashMap<>();
  private final Map<String, Integer> firstPages = new HashMap<>();
  private int sections;

  /** Adds one; page 0 is any. Levels are those of {@link Block}. */
  void add(String title, int page, int level) {
    sections++;
    put(title, page, level);
  }

  /** Adds what the document as a whole is called, for where its first page says so. */
  void addTitle(String title) {
    put(title, 1, 1);
  }

  private void put(String title, int page, int level) {
    TreeMap<String, Integer> there = levels.computeIfAbsent(page, key -> new TreeMap<>());
    for (String key : List.of(Headings.plain(title), Headings.plain(Headings.unnumbered(title)))) {
      if (key.codePoints().anyMatch(Character::isLetter)) {
        there.putIfAbsent(key, Math.min(level, Block.DEEPEST));
        if (page != ANY_PAGE) {
          firstPages.merge(key, page, Math::min);
        }
      }
    }
  }

  /** The first page that a title, as {@link Headings#plain} makes it, is on; null for others. */
  Integer firstPage(String plain) {
    return firstPages.get(plain);
  }

  /** Whether there are enough to know all sections of the top level, not just a title. */
  boolean areContents() {
    return sections >= FEWEST;
  }

  /**
   * The title that begins with one of the lines of a page, on up to four of them; null when there
   * is none. Numbers before the title may differ or lack.
   */
  Heading find(List<String> lines, int from, int page) {
    if (levels.isEmpty() || lines.get(from).length() > Headings.LONGEST_LINE) {
      return null;
    }
    Heading found = find(levels.get(page), lines, from);
    return found == null ? find(levels.get(ANY_PAGE), lines, from) : found;
  }

  private static Heading find(TreeMap<String, Integer> there, List<String> lines, int from) {
    if (there == null) {
      return null;
    }
    String line = lines.get(from);
    Heading whole = find(there, Headings.plain(line), lines, from);
    String unnumbered = Headings.unnumbered(line);
    boolean same = whole != null || unnumbered.length() == line.length();
    return same ? whole : find(there, Headings.plain(unnumbered), lines, from);
  }

  private static Heading find(
      TreeMap<String, Integer> there, String first, List<String> lines, int from) {
    String title = first;
    for (int i = from + 1; !title.isEmpty(); i++) {
      Integer level = there.get(title);
      if (level != null) {
        return new Heading(i - from, level, true);
      }
      String next = there.ceilingKey(title);
      boolean begins = title.length() >= SHORTEST_PART && next != null && next.startsWith(title);
      if (!begins || i == lines.size() || i - from == MOST_LINES) {
        return null;
      }
      title += Headings.plain(lines.get(i));
    }
    return null;
  }
}
