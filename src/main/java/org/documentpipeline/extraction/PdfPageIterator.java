package org.documentpipeline.extraction;

import java.io.Closeable;
import java.io.IOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/** The pages of an open PDF, in order. Not for several threads: PDFBox documents are not. */
public final class PdfPageIterator implements Iterator<PdfPage>, Closeable {
  private final PDDocument source;
  private final int total;
  private int next;

  PdfPageIterator(PDDocument source) {
    this.source = source;
    this.total = source.getNumberOfPages();
  }

  /** How many pages the file has. */
  public int total() {
    return total;
  }

  @Override
  public boolean hasNext() {
    return next < total;
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
    PDDocument single = new PDDocument();
    // Pages share fonts: parsed once for the whole file, not once a page.
    single.setResourceCache(source.getResourceCache());
    try {
      PDPage page = source.getPage(next);
      PDPage imported = single.importPage(page);
      // importPage leaves behind what a page inherits from its parents in the tree.
      imported.setResources(page.getResources());
    } catch (IOException | RuntimeException e) {
      single = new PDDocument();
    }
    next++;
    return new PdfPage(next, single);
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}
