package org.documentpipeline.extraction;

import java.io.Closeable;
import java.io.IOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/** The pages of a range, in order. Not for several threads: PDFBox documents are not. */
public final class PdfPageIterator implements Iterator<PdfPage>, Closeable {
  private final PDDocument source;
  private final PageLimits limits = new PageLimits();
  private final int last;
  private int next;
  private boolean lastIsOpen;
  private boolean closeAfterLast;

  PdfPageIterator(PDDocument source, int first, int last) {
    this.source = source;
    this.last = last;
    this.next = first;
  }

  @Override
  public boolean hasNext() {
    return next <= last;
  }

  /**
   * A page that can not even be taken out of the file comes as a document without pages: it has no
   * text.
   */
  @Override
  public PdfPage next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    PDDocument single;
    try {
      single = alone(source.getPage(next - 1), next == last);
      lastIsOpen = next == last;
    } catch (RuntimeException e) {
      single = new PDDocument();
    }
    return new PdfPage(next++, single, limits);
  }

  /**
   * The page shares its content with the source, so nothing is decoded and encoded again as it is
   * when a page is imported. What it inherits from its parents in the tree it is given itself.
   */
  private PDDocument alone(PDPage page, boolean isLast) {
    COSDictionary dictionary = new COSDictionary(page.getCOSObject());
    dictionary.removeItem(COSName.PARENT);
    PDPage copy = new PDPage(dictionary);
    copy.setResources(page.getResources());
    copy.setMediaBox(page.getMediaBox());
    copy.setCropBox(page.getCropBox());
    copy.setRotation(page.getRotation());
    PDDocument single = isLast ? new LastPage() : new PDDocument();
    // Pages share fonts: parsed once for the whole range, not once a page.
    single.setResourceCache(source.getResourceCache());
    single.getPages().add(copy); // addPage would go through all that the page refers to
    return single;
  }

  /** A reader may close this before it has read the last page; the file is closed after that. */
  @Override
  public void close() throws IOException {
    if (lastIsOpen) {
      closeAfterLast = true;
    } else {
      source.close();
    }
  }

  private final class LastPage extends PDDocument {
    @Override
    public void close() throws IOException {
      super.close();
      lastIsOpen = false;
      if (closeAfterLast) {
        source.close();
      }
    }
  }
}
