package org.documentpipeline.extraction;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.action.PDAction;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionGoTo;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;

/**
 * Reads the bookmarks of a PDF, which are called its outline (PDF 32000-1, 12.3.3): the first 2,000
 * of them, down to the sixth level.
 */
final class BookmarkReader {
  private static final int MOST = 2_000;

  private final PDDocument document;
  private final Map<COSBase, Integer> pages = new HashMap<>();
  private final Bookmarks bookmarks = new Bookmarks();
  private int count;

  private BookmarkReader(PDDocument document) {
    this.document = document;
  }

  /** Reads those of an open document; what is broken of them is left out. */
  static Bookmarks read(PDDocument document) {
    BookmarkReader reader = new BookmarkReader(document);
    try {
      PDOutlineNode root = document.getDocumentCatalog().getDocumentOutline();
      if (root == null) {
        return reader.bookmarks;
      }
      for (PDPage page : document.getPages()) {
        reader.pages.put(page.getCOSObject(), reader.pages.size() + 1);
      }
      reader.addAll(root, isTitled(root) ? 1 : 2);
    } catch (RuntimeException e) {
      return reader.bookmarks; // broken bookmarks are no reason not to read the pages
    }
    return reader.bookmarks;
  }

  /** Whether all of them are below one, which is the title of the document. */
  private static boolean isTitled(PDOutlineNode root) {
    PDOutlineItem first = root.getFirstChild();
    return first != null && first.getNextSibling() == null;
  }

  private void addAll(PDOutlineNode node, int level) {
    for (PDOutlineItem item : node.children()) {
      if (count++ >= MOST) {
        return;
      }
      if (item.getTitle() != null && leadsToAPage(item)) {
        bookmarks.add(item.getTitle(), page(item), level);
      }
      if (level < Block.DEEPEST) {
        addAll(item, level + 1);
      }
    }
  }

  /** There are some that open a web site or the like. */
  private static boolean leadsToAPage(PDOutlineItem item) {
    PDAction action = item.getAction();
    return action == null || action instanceof PDActionGoTo;
  }

  private int page(PDOutlineItem item) {
    try {
      PDPage page = item.findDestinationPage(document);
      return page == null
          ? Bookmarks.ANY_PAGE
          : pages.getOrDefault(page.getCOSObject(), Bookmarks.ANY_PAGE);
    } catch (IOException | RuntimeException e) {
      return Bookmarks.ANY_PAGE;
    }
  }
}
