package org.documentpipeline.extraction;

import java.io.Closeable;
import java.io.IOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/** The pages of a range, in order. Not for several threads: PDFBox documents are not. */
public final class PdfPageIterator implements Iterator<PdfPage>, Closeable {
  private final PDDocument source;
  private final int last;
  private int next;
  private PageStripper stripper;
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

  @Override
  public PdfPage next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    lastIsOpen = next == last;
    PDPage page;
    try {
      page = source.getPage(next - 1);
    } catch (RuntimeException e) {
      page = null;
    }
    return new PdfPage(next++, page, this);
  }

  /** The text of a page that {@link #next} gave, before the one after it is asked for. */
  String text(PdfPage page) throws IOException {
    boolean done = false;
    try {
      if (stripper == null) {
        stripper = new PageStripper(source);
      }
      String text = page.page() == null ? "" : stripper.text(page.page());
      done = true;
      return text;
    } finally {
      // What a broken page leaves behind must not reach the next.
      stripper = done ? stripper : null;
      if (page.number() == last) {
        lastIsOpen = false;
        if (closeAfterLast) {
          source.close();
        }
      }
    }
  }

  /** Who goes through them may close this before the last page is read; the file is closed then. */
  @Override
  public void close() throws IOException {
    if (lastIsOpen) {
      closeAfterLast = true;
    } else {
      source.close();
    }
  }
}
