package org.documentpipeline.extraction;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Lines at a page's edge that come again at those of pages nearby.
 *
 * @param total how many pages the file has
 * @param everywhere what is at the edges of all of them
 * @param window pages nearby, and the one in question
 */
record RunningLines(int total, EdgeCounts everywhere, List<PageEdges> window) {
  private static final int AGREEING = 2;
  private static final int SHORTEST_QUOTE = 4;
  private static final int QUOTING = 8; // letters beside the number

  /** The positions of the lines of a page that come again. */
  Set<Integer> repeated(PageEdges sheet) {
    Set<Integer> repeated = new HashSet<>();
    sheet
        .edges()
        .forEach(
            (position, line) -> {
              boolean title = sheet.page().number() == 1 && !line.numbered();
              if (!title
                  && (everywhere.isPaged(line, total)
                      || comesAgain(sheet, position)
                      || quotes(sheet, position))) {
                repeated.add(position);
              }
            });
    return repeated;
  }

  /** Words come again anywhere nearby; where numbers differ, they go with the pages beside it. */
  private boolean comesAgain(PageEdges sheet, int position) {
    EdgeLine line = sheet.edges().get(position);
    int needed = Math.min(line.lettered() ? AGREEING : AGREEING + 1, Math.max(1, total - 1));
    int same = 0;
    int going = 0;
    for (PageEdges other : window) {
      if (other != sheet) {
        same += line.lettered() && other.has(line) ? 1 : 0;
        going += sheet.isNear(other) && sheet.comesAgain(position, other) ? 1 : 0;
      }
    }
    return same >= needed || line.numbered() && going >= needed;
  }

  /**
   * Heads like "Title 21, § 1308.11", which name the section a page begins or ends with: the number
   * is in the text as well, so nothing is lost.
   */
  private boolean quotes(PageEdges sheet, int position) {
    EdgeLine line = sheet.edges().get(position);
    if (!line.numbered() || line.ownNumbers() > 0 || line.letters() < QUOTING) {
      return false;
    }
    int same = 0;
    Set<String> changing = new HashSet<>();
    for (PageEdges other : window) {
      EdgeLine like = other == sheet || !sheet.isNear(other) ? null : sheet.like(position, other);
      if (like != null) {
        same++;
        changing.addAll(line.wordsNotIn(like));
      }
    }
    return same >= AGREEING && changing.stream().allMatch(word -> isQuoted(word, line));
  }

  private boolean isQuoted(String word, EdgeLine by) {
    if (word.length() < SHORTEST_QUOTE) {
      return false; // it may be there for another reason
    }
    for (PageEdges sheet : window) {
      for (String line : sheet.page().lines()) {
        if (line.contains(word) && !EdgeLine.signature(line).equals(by.signature())) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether pages nearby have text of their own, so that one without any is no surprise. */
  boolean isMostlyText() {
    int withText = 0;
    for (PageEdges sheet : window) {
      boolean own =
          sheet.page().lines().size() > 2 * PageEdges.EDGE
              || sheet.edges().keySet().stream().anyMatch(line -> !comesAgain(sheet, line));
      withText += own ? 1 : 0;
    }
    return 2 * withText > window.size();
  }
}
