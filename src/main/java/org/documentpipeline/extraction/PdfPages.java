package org.documentpipeline.extraction;

import java.io.File;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Opens PDF files to be read page by page. */
@Component("pdfPages")
class PdfPages {
  private static final long BUFFER_BYTES = 64L * 1024 * 1024;

  private final int maxPages;

  PdfPages(@Value("${pipeline.max-pages:10000}") int maxPages) {
    this.maxPages = maxPages;
  }

  /**
   * Opens a file; its pages come one after the other, in constant memory beyond what the file
   * itself needs (64 MB, then temporary files).
   *
   * @throws ExtractionException {@code encrypted} when a password is needed to read it, {@code
   *     corrupt} when it is no PDF that can be opened, {@code too-complex} when it has more pages
   *     than allowed
   */
  public PdfPageIterator open(File file) {
    PDDocument document = load(file);
    int total = document.getNumberOfPages();
    if (total > maxPages) {
      close(document);
      throw new ExtractionException(
          "too-complex", "The PDF has %,d pages; at most %,d are read.".formatted(total, maxPages));
    }
    return new PdfPageIterator(document);
  }

  private static PDDocument load(File file) {
    try {
      return Loader.loadPDF(file, MemoryUsageSetting.setupMixed(BUFFER_BYTES).streamCache);
    } catch (InvalidPasswordException e) {
      throw new ExtractionException(
          "encrypted", "The PDF can only be opened with its password.", e);
    } catch (IOException | RuntimeException e) {
      throw new ExtractionException("corrupt", "The PDF is damaged and can not be opened.", e);
    }
  }

  private static void close(PDDocument document) {
    try {
      document.close();
    } catch (IOException e) {
      throw new ExtractionException("corrupt", "The PDF can not be closed.", e);
    }
  }
}
