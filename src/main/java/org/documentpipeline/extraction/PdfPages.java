package org.documentpipeline.extraction;

import java.io.File;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Opens PDF files to be read page by page, many pages side by side. */
@Component("pdfPages")
class PdfPages {
  private static final int SMALLEST_RANGE = 32;

  private final int maxPages;
  private final int threads;
  private final long memory;

  /**
   * Reads at most {@code maxPages} pages on {@code threads} threads (0: one a core), which together
   * hold {@code megabytes} of decoded content in memory, and the rest in temporary files.
   */
  PdfPages(
      @Value("${pipeline.max-pages:10000}") int maxPages,
      @Value("${pipeline.extract-threads:0}") int threads,
      @Value("${pipeline.extract-memory:64}") long megabytes) {
    this.maxPages = maxPages;
    this.threads = threads > 0 ? threads : Runtime.getRuntime().availableProcessors();
    this.memory = Math.max(1, megabytes << 20);
  }

  /**
   * Shares the pages of a file out, into as many ranges as threads read them; a short file is one.
   *
   * @throws ExtractionException {@code encrypted} when a password is needed to read it, {@code
   *     corrupt} when it is no PDF that can be opened, {@code too-complex} when it has more pages
   *     than allowed
   */
  public PageRanges ranges(File file) {
    try (PDDocument document = load(file)) {
      int total = document.getNumberOfPages();
      if (total > maxPages) {
        throw new ExtractionException(
            "too-complex",
            "The PDF has %,d pages; at most %,d are read.".formatted(total, maxPages));
      }
      int count = Math.max(1, Math.min(threads, total / SMALLEST_RANGE));
      return new PageRanges(file, total, count, title(document), BookmarkReader.read(document));
    } catch (IOException e) {
      throw new ExtractionException("corrupt", "The PDF can not be closed.", e);
    }
  }

  /** Opens the file for one range; its pages come one after the other, in bounded memory. */
  public PdfPageIterator open(PageRange range) {
    return new PdfPageIterator(load(range.all().file()), range.first(), range.last());
  }

  /**
   * The document that a page is alone in, where it can be read in the memory and the time that the
   * text of a page takes; where it can not it is closed.
   *
   * @throws IOException when the page is damaged
   * @throws RuntimeException when it is so in another way, or asks for more
   */
  public PDDocument check(PdfPage page) throws IOException {
    try {
      page.limits().check(page.document());
      return page.document();
    } catch (IOException | RuntimeException e) {
      page.document().close();
      throw e;
    }
  }

  private PDDocument load(File file) {
    try {
      return Loader.loadPDF(file, MemoryUsageSetting.setupMixed(memory / threads).streamCache);
    } catch (InvalidPasswordException e) {
      throw new ExtractionException(
          "encrypted", "The PDF can only be opened with its password.", e);
    } catch (IOException | RuntimeException e) {
      throw new ExtractionException("corrupt", "The PDF is damaged and can not be opened.", e);
    }
  }

  private static String title(PDDocument document) {
    try {
      String title = document.getDocumentInformation().getTitle();
      return title == null || title.isBlank() ? null : title.strip();
    } catch (RuntimeException e) {
      return null; // as broken bookmarks
    }
  }
}
