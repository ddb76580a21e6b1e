package org.documentpipeline.extraction;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Running heads and feet, page numbers and printers' marks: lines at a page's edge that come again
 * on pages nearby, numbers aside (Lin, "Header and footer extraction by page association", 2003).
 * Looks at a window of pages, so memory does not depend on how many there are.
 */
final class Furniture {
  private static final int REACH = 12;
  private static final int AGREEING = 2;
  private static final int LABEL_REACH = 4;
  private static final int LABELS = 3;

  private final int total;
  private final EdgeCounts everywhere;
  private final List<PageEdges> window = new ArrayList<>();
  private int current;

  /** For a file of so many pages, whose edges have been counted: what is at many goes anywhere. */
  Furniture(int total, EdgeCounts everywhere) {
    this.total = total;
    this.everywhere = everywhere;
  }

  /** Takes the next page; gives the one that can be decided now, null while there is none. */
  PageLines add(PageLines page) {
    window.add(PageEdges.of(page));
    return window.size() - current > REACH ? next() : null;
  }

  /** The next of the pages that are left when all have been added; null after the last. */
  PageLines end() {
    return current < window.size() ? next() : null;
  }

  private PageLines next() {
    PageEdges sheet = window.get(current);
    Set<Integer> gone = repeated(sheet);
    List<String> lines = sheet.page().lines();
    for (int i = 0; i < lines.size(); i++) {
      if (everywhere.isEverywhere(lines.get(i), total)
          && !isTitle(sheet, PageEdges.signature(lines.get(i)))) {
        gone.add(i);
      }
    }
    gone.addAll(labelled(sheet, gone));
    if (gone.size() == lines.size() && !isMostlyText()) {
      gone.clear();
    }
    List<String> kept = new ArrayList<>(lines.size());
    for (int i = 0; i < lines.size(); i++) {
      if (!gone.contains(i)) {
        kept.add(lines.get(i));
      }
    }
    if (current == REACH) {
      window.remove(0);
    } else {
      current++;
    }
    return new PageLines(sheet.page().number(), kept);
  }

  private Set<Integer> repeated(PageEdges sheet) {
    Set<Integer> repeated = new HashSet<>();
    sheet
        .edges()
        .forEach(
            (position, signature) -> {
              int needed = total == 2 ? 1 : AGREEING;
              if (!isTitle(sheet, signature) && pagesWith(sheet, signature) >= needed) {
                repeated.add(position);
              }
            });
    return repeated;
  }

  /** What later pages repeat is on the first page the title. */
  private static boolean isTitle(PageEdges sheet, String signature) {
    return sheet.page().number() == 1 && signature.indexOf('#') < 0;
  }

  private int pagesWith(PageEdges except, String signature) {
    int pages = 0;
    for (PageEdges other : window) {
      pages += other != except && other.edges().containsValue(signature) ? 1 : 0;
    }
    return pages;
  }

  /** Lines at the very edge that begin or end with the number that this page has in print. */
  private Set<Integer> labelled(PageEdges sheet, Set<Integer> gone) {
    Set<Integer> labelled = new HashSet<>();
    List<PageEdges> near =
        window.subList(
            Math.max(0, current - LABEL_REACH), Math.min(window.size(), current + LABEL_REACH + 1));
    for (int position : sheet.outermost(gone)) {
      for (int label : PageEdges.labels(sheet.page().lines().get(position))) {
        int offset = label - sheet.page().number();
        if (near.stream().filter(other -> other.offsets().contains(offset)).count() >= LABELS) {
          labelled.add(position);
        }
      }
    }
    if (labelled.isEmpty()) {
      loneNumber(sheet, gone).forEach(labelled::add);
    }
    return labelled;
  }

  /** A number that is the whole of the first or the last line. */
  private static List<Integer> loneNumber(PageEdges sheet, Set<Integer> gone) {
    List<Integer> left = sheet.outermost(gone);
    List<Integer> found = new ArrayList<>();
    for (int position : left.isEmpty() ? left : List.of(left.get(0), left.get(left.size() - 1))) {
      if (PageLines.number(sheet.page().lines().get(position)) > 0) {
        found.add(position);
      }
    }
    return found;
  }

  /** Whether pages nearby have text of their own, so that one without any is no surprise. */
  private boolean isMostlyText() {
    int withText = 0;
    for (PageEdges sheet : window) {
      boolean own =
          sheet.page().lines().size() > 2 * PageEdges.EDGE
              || sheet.edges().values().stream()
                  .anyMatch(signature -> pagesWith(sheet, signature) < AGREEING);
      withText += own ? 1 : 0;
    }
    return 2 * withText > window.size();
  }
}
