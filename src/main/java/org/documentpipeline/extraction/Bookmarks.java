package org.documentpipeline.extraction;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.action.PDAction;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionGoTo;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;

/**
 * The bookmarks (outline, PDF 32000-1, 12.3.3) of a PDF: which titles are on which page, and how
 * deep. The first 2,000 of them, down to the sixth level.
 */
final class Bookmarks {
  private static final int MOST = 2_000;
  private static final int FEWEST = 3;
  private static final int MOST_LINES = 4;
  private static final int SHORTEST_PART = 4;
  private static final int ANY_PAGE = 0;

  private final Map<Integer, TreeMap<String, Integer>> levels = new HashMap<>();
  private final Map<String, Integer> firstPages = new HashMap<>();
  private int count;

  /** Reads those of an open document; what is broken of them is left out. */
  static Bookmarks of(PDDocument document) {
    Bookmarks bookmarks = new Bookmarks();
    try {
      PDOutlineNode root = document.getDocumentCatalog().getDocumentOutline();
      if (root == null) {
        return bookmarks;
      }
      Map<COSBase, Integer> pages = new HashMap<>();
      for (PDPage page : document.getPages()) {
        pages.put(page.getCOSObject(), pages.size() + 1);
      }
      bookmarks.addAll(document, root, pages, isTitled(root) ? 1 : 2);
    } catch (RuntimeException e) {
      return bookmarks; // broken bookmarks are no reason not to read the pages
    }
    return bookmarks;
  }

  /** Whether all of them are below one, which is the title of the document. */
  private static boolean isTitled(PDOutlineNode root) {
    PDOutlineItem first = root.getFirstChild();
    return first != null && first.getNextSibling() == null;
  }

  private void addAll(
      PDDocument document, PDOutlineNode node, Map<COSBase, Integer> pages, int level) {
    for (PDOutlineItem item : node.children()) {
      if (count++ >= MOST) {
        return;
      }
      if (item.getTitle() != null && leadsToAPage(item)) {
        add(item.getTitle(), page(document, item, pages), level);
      }
      if (level < Block.DEEPEST) {
        addAll(document, item, pages, level + 1);
      }
    }
  }

  /** There are some that open a web site or the like. */
  private static boolean leadsToAPage(PDOutlineItem item) {
    PDAction action = item.getAction();
    return action == null || action instanceof PDActionGoTo;
  }

  private static int page(PDDocument document, PDOutlineItem item, Map<COSBase, Integer> pages) {
    try {
      PDPage page = item.findDestinationPage(document);
      return page == null ? ANY_PAGE : pages.getOrDefault(page.getCOSObject(), ANY_PAGE);
    } catch (IOException | RuntimeException e) {
      return ANY_PAGE;
    }
  }

  /** Adds one; page 0 is any. Levels are those of {@link Block}. */
  void add(String title, int page, int level) {
    TreeMap<String, Integer> there = levels.computeIfAbsent(page, key -> new TreeMap<>());
    for (String key : List.of(Headings.plain(title), Headings.plain(Headings.unnumbered(title)))) {
      if (!key.isEmpty()) {
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
    return firstPages.size() >= FEWEST;
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
