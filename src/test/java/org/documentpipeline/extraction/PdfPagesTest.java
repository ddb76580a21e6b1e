package org.documentpipeline.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdfPagesTest {
  @TempDir Path folder;

  private File pdf(int pages, StandardProtectionPolicy protection) throws IOException {
    File file = folder.resolve("test.pdf").toFile();
    try (PDDocument document = new PDDocument()) {
      for (int i = 1; i <= pages; i++) {
        PDPage page = new PDPage();
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
          content.beginText();
          content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
          content.newLineAtOffset(50, 700);
          content.showText("This is page " + i);
          content.endText();
        }
      }
      if (protection != null) {
        document.protect(protection);
      }
      document.save(file);
    }
    return file;
  }

  @Test
  void everyPageComesAloneWithItsNumber() throws Exception {
    PdfPages pages = new PdfPages(1000, 3, 64);
    PageRanges ranges = pages.ranges(pdf(100, null));
    assertThat(ranges.total()).isEqualTo(100);
    assertThat(ranges).extracting(PageRange::first).containsExactly(1, 34, 67);
    assertThat(ranges).extracting(PageRange::last).containsExactly(33, 66, 100);
    for (PageRange range : ranges) {
      try (PdfPageIterator inRange = pages.open(range)) {
        for (int i = range.first(); i <= range.last(); i++) {
          PdfPage page = inRange.next();
          assertThat(page.number()).isEqualTo(i);
          try (PDDocument single = page.document()) {
            assertThat(new PDFTextStripper().getText(single).strip())
                .isEqualTo("This is page " + i);
          }
        }
        assertThat(inRange.hasNext()).isFalse();
      }
    }
  }

  @Test
  void theLastPageCanBeReadAfterTheRangeIsClosed() throws Exception {
    PdfPages pages = new PdfPages(10, 1, 64);
    PdfPageIterator all = pages.open(pages.ranges(pdf(2, null)).iterator().next());
    all.next().document().close();
    try (PDDocument last = all.next().document()) {
      all.close();
      assertThat(new PDFTextStripper().getText(last).strip()).isEqualTo("This is page 2");
    }
  }

  @Test
  void aShortFileIsOneRange() throws Exception {
    assertThat(new PdfPages(1000, 8, 64).ranges(pdf(3, null))).hasSize(1);
    assertThat(new PdfPages(1000, 1, 64).ranges(pdf(100, null))).hasSize(1);
  }

  @Test
  void aPasswordToOpenItIsSaid() throws Exception {
    File file = pdf(1, new StandardProtectionPolicy("owner", "user", new AccessPermission()));
    assertCode("encrypted", file, 10);
  }

  @Test
  void aPasswordOfTheOwnerAloneDoesNotMatter() throws Exception {
    File file = pdf(1, new StandardProtectionPolicy("owner", "", new AccessPermission()));
    PdfPages all = new PdfPages(10, 1, 64);
    try (PdfPageIterator pages = all.open(all.ranges(file).iterator().next());
        PDDocument single = pages.next().document()) {
      assertThat(new PDFTextStripper().getText(single)).contains("This is page 1");
    }
  }

  @Test
  void damageAndTooManyPagesAreSaid() throws Exception {
    assertCode(
        "corrupt",
        Files.writeString(folder.resolve("broken.pdf"), "%PDF-1.7\nnothing").toFile(),
        10);
    assertCode("too-complex", pdf(3, null), 2);
  }

  private static void assertCode(String code, File file, int maxPages) {
    assertThatThrownBy(() -> new PdfPages(maxPages, 1, 64).ranges(file))
        .isInstanceOfSatisfying(
            ExtractionException.class, e -> assertThat(e.code()).isEqualTo(code));
  }
}
