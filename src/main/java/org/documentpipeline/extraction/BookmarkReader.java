package org.documentpipeline.extraction;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.action.PDAction;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionGoTo;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDNamedDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;

/**
 * Reads the bookmarks of a PDF, which are called its outline (PDF 32000-1, 12.3.3): the first 2,000
 * of them, down to the sixth level.
 */
final class BookmarkReader {
  private static final int MOST = 2_000;

  private static final int LONGEST_TITLE = 1_000; // bytes

  private final NamedDestinations destinations;
  private final Map<COSBase, Integer> pages = new HashMap<>();
  private final Bookmarks bookmarks = new Bookmarks();
  private int count;

  private BookmarkReader(PDDocument document) {
    this.destinations = new NamedDestinations(document);
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
    } catch (RuntimeException | StackOverflowError e) {
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
      if (hasTitle(item) && leadsToAPage(item)) {
        bookmarks.add(item.getTitle(), page(item), level);
      }
      if (level < Block.DEEPEST) {
        addAll(item, level + 1);
      }
    }
  }

  /** One that is longer than any line of a page is not even decoded: many may share it. */
  private static boolean hasTitle(PDOutlineItem item) {
    return item.getCOSObject().getDictionaryObject(COSName.TITLE) instanceof COSString title
        && title.getBytes().length <= LONGEST_TITLE;
  }

  /** There are some that open a web site or the like. */
  private static boolean leadsToAPage(PDOutlineItem item) {
    PDAction action = item.getAction();
    return action == null || action instanceof PDActionGoTo;
  }

  private int page(PDOutlineItem item) {
    try {
      PDDestination to = item.getDestination();
      if (to == null && item.getAction() instanceof PDActionGoTo action) {
        to = action.getDestination();
      }
      if (to instanceof PDNamedDestination named) {
        to = destinations.of(named.getNamedDestination());
      }
      return to instanceof PDPageDestination there ? page(there) : Bookmarks.ANY_PAGE;
    } catch (IOException | RuntimeException e) {
      return Bookmarks.ANY_PAGE;
    }
  }

  private int page(PDPageDestination there) {
    PDPage page = there.getPage();
    int number = there.getPageNumber() + 1; // some have it instead
    return page == null
        ? Math.max(Bookmarks.ANY_PAGE, number)
        : pages.getOrDefault(page.getCOSObject(), Bookmarks.ANY_PAGE);
  }
}
