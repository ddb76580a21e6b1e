package org.documentpipeline.extraction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The numbers that pages have in print, and the lines these stand in.
 *
 * @param total how many pages the file has
 * @param everywhere what is at the edges of all of them
 * @param window pages nearby, and the one in question
 */
record PageLabels(int total, EdgeCounts everywhere, List<PageEdges> window) {
  private static final int LABELS = 3;
  private static final int LONGEST_HEAD = 50;

  /**
   * Lines at the very edge that begin or end with the number that this page has in print, and heads
   * that do so elsewhere.
   */
  Set<Integer> labelled(PageEdges sheet, Set<Integer> gone) {
    Map<Integer, Set<Integer>> places = printed(sheet);
    Set<Integer> printed = places.keySet();
    Set<Integer> labelled = new HashSet<>();
    for (int position : sheet.outermost(gone)) {
      boolean lone = isNumber(sheet, position);
      for (int label : sheet.edges().get(position).labels()) {
        if (places.containsKey(label) && (lone || places.get(label).contains(position))) {
          labelled.add(position);
        }
      }
    }
    // Content may have the head of a page in its middle.
    List<String> lines = sheet.page().lines();
    for (int i = 0; i < lines.size() && !printed.isEmpty(); i++) {
      if (lines.get(i).length() <= LONGEST_HEAD && !sheet.edges().containsKey(i)) {
        EdgeLine line = EdgeLine.of(lines.get(i));
        if (everywhere.isPaged(line, total) && line.labels().stream().anyMatch(printed::contains)) {
          labelled.add(i);
        }
      }
    }
    if (labelled.isEmpty()) {
      loneNumber(sheet, gone).forEach(labelled::add);
    }
    return labelled;
  }

  /**
   * The page's number as it is printed, and in which lines: most pages nearby have theirs at the
   * same place.
   */
  private Map<Integer, Set<Integer>> printed(PageEdges sheet) {
    Map<Integer, Set<Integer>> printed = new HashMap<>();
    List<PageEdges> near =
        window.stream().filter(other -> sheet.isNear(other) && !other.edges().isEmpty()).toList();
    int needed = Math.max(LABELS, (2 * near.size() + 2) / 3);
    for (Map.Entry<Integer, EdgeLine> edge : sheet.edges().entrySet()) {
      int position = edge.getKey();
      for (int label : edge.getValue().labels()) {
        long agreeing =
            near.stream()
                .filter(
                    other ->
                        other.supports(label, position, sheet) || sheet.comesAgain(position, other))
                .count();
        if (agreeing >= needed) {
          printed.computeIfAbsent(label, key -> new HashSet<>()).add(position);
        }
      }
    }
    return printed;
  }

  /** A number that is the whole of the first or the last line, and not one of a column of them. */
  private static List<Integer> loneNumber(PageEdges sheet, Set<Integer> gone) {
    List<Integer> left = sheet.outermost(gone);
    List<Integer> found = new ArrayList<>();
    if (!left.isEmpty()) {
      int first = left.get(0);
      int last = left.get(left.size() - 1);
      if (isNumber(sheet, first) && !isNumber(sheet, first + 1)) {
        found.add(first);
      }
      if (isNumber(sheet, last) && !isNumber(sheet, last - 1)) {
        found.add(last);
      }
    }
    return found;
  }

  private static boolean isNumber(PageEdges sheet, int position) {
    List<String> lines = sheet.page().lines();
    return position >= 0 && position < lines.size() && PageLines.number(lines.get(position)) > 0;
  }
}
