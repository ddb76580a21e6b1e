package org.documentpipeline.extraction;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A page and the lines at its edges.
 *
 * @param page all its lines
 * @param edges the outermost lines, by position
 * @param offsets how far the numbers that these begin or end with are from the page's place in the
 *     file, by how far the line is from which edge
 */
record PageEdges(PageLines page, Map<Integer, EdgeLine> edges, Map<Integer, Set<Integer>> offsets) {
  static final int EDGE = 4;
  static final int LONGEST = 120;
  private static final int OUTERMOST = 2;
  private static final int NEAR = 4;

  static PageEdges of(PageLines page) {
    Map<Integer, EdgeLine> edges = new LinkedHashMap<>();
    Map<Integer, Set<Integer>> offsets = new LinkedHashMap<>();
    for (int i = 0; i < page.lines().size(); i++) {
      if (isEdge(page, i)) {
        EdgeLine edge = EdgeLine.of(page.lines().get(i));
        edges.put(i, edge);
        Set<Integer> found = new HashSet<>(4);
        edge.labels().forEach(label -> found.add(label - page.number()));
        for (int slot : found.isEmpty() ? List.<Integer>of() : slots(page, i)) {
          offsets.computeIfAbsent(slot, key -> new HashSet<>()).addAll(found);
        }
      }
    }
    return new PageEdges(page, edges, offsets);
  }

  static boolean isEdge(PageLines page, int position) {
    int lines = page.lines().size();
    return (position < EDGE || position >= lines - EDGE)
        && page.lines().get(position).length() < LONGEST;
  }

  /** How far a line is from the top, and beyond {@link #EDGE} how far from the foot. */
  private static List<Integer> slots(PageLines page, int position) {
    int fromFoot = page.lines().size() - 1 - position;
    return IntStream.of(position < EDGE ? position : -1, fromFoot < EDGE ? EDGE + fromFoot : -1)
        .filter(slot -> slot >= 0)
        .boxed()
        .toList();
  }

  /** Whether another page is so near that numbers which go with the pages can be compared. */
  boolean isNear(PageEdges other) {
    return Math.abs(page.number() - other.page.number()) <= NEAR;
  }

  /** Whether a line of this page comes again on another one. */
  boolean comesAgain(int position, PageEdges other) {
    EdgeLine like = like(position, other);
    return like != null
        && edges.get(position).comesAgain(like, other.page.number() - page.number());
  }

  /**
   * The line of another page that has the same signature at the same distance from the edge, give
   * or take a line; null when there is none.
   */
  EdgeLine like(int position, PageEdges other) {
    EdgeLine line = edges.get(position);
    int about = line.lettered() ? 1 : 0;
    int fromFoot = page.lines().size() - position;
    for (Map.Entry<Integer, EdgeLine> edge : other.edges.entrySet()) {
      int itsFromFoot = other.page.lines().size() - edge.getKey();
      boolean there =
          Math.abs(edge.getKey() - position) <= about || Math.abs(itsFromFoot - fromFoot) <= about;
      if (there && line.signature().equals(edge.getValue().signature())) {
        return edge.getValue();
      }
    }
    return null;
  }

  /** Whether a line at an edge reads the same, numbers and all. */
  boolean has(EdgeLine line) {
    for (EdgeLine other : edges.values()) {
      if (other.signature().equals(line.signature()) && other.numbers().equals(line.numbers())) {
        return true;
      }
    }
    return false;
  }

  /** Whether the number is at the same distance from the page's place in the file as there. */
  boolean supports(int label, int position, PageEdges of) {
    return slots(of.page, position).stream()
        .anyMatch(slot -> offsets.getOrDefault(slot, Set.of()).contains(label - of.page.number()));
  }

  /** The positions nearest to the page's edges that are left. */
  List<Integer> outermost(Set<Integer> gone) {
    List<Integer> left =
        edges.keySet().stream().filter(position -> !gone.contains(position)).toList();
    return IntStream.range(0, left.size())
        .filter(i -> i < OUTERMOST || i >= left.size() - OUTERMOST)
        .mapToObj(left::get)
        .toList();
  }
}
