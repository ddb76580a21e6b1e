package org.documentpipeline.extraction;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/**
 * Running heads and feet, page numbers and printers' marks: lines at a page's edge that come again
 * on pages nearby, numbers aside (Lin, "Header and footer extraction by page association", 2003).
 * Looks at a window of pages, so memory does not depend on how many there are.
 */
final class Furniture {
  private static final int REACH = 12;

  private final int total;
  private final EdgeCounts everywhere;
  private final SectionHeads heads;
  private final List<PageEdges> window = new ArrayList<>();
  private int current;

  /** For a file of so many pages, whose edges have been counted: what is at many goes anywhere. */
  Furniture(int total, EdgeCounts everywhere, Bookmarks bookmarks) {
    this.heads = new SectionHeads(bookmarks);
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
    RunningLines running = new RunningLines(total, everywhere, window);
    Set<Integer> gone = running.repeated(sheet);
    List<String> lines = sheet.page().lines();
    for (int i = 0; i < lines.size(); i++) {
      // What many pages have at their edges is on the first page the title.
      if (sheet.page().number() > 1 && everywhere.isEverywhere(lines.get(i), total)) {
        gone.add(i);
      }
    }
    gone.addAll(new PageLabels(total, everywhere, window).labelled(sheet, gone));
    gone.addAll(heads.find(sheet, gone, window));
    if (gone.size() == lines.size() && !running.isMostlyText()) {
      gone.clear();
    }
    if (current == REACH) {
      window.remove(0);
    } else {
      current++;
    }
    BitSet positions = new BitSet();
    gone.forEach(positions::set);
    PageLines decided = sheet.page().without(positions);
    heads.add(decided);
    return decided;
  }
}
