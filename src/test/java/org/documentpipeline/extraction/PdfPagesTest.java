package org.documentpipeline.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
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
          assertThat(text(pages, page).strip()).isEqualTo("This is page " + i);
        }
        assertThat(inRange.hasNext()).isFalse();
      }
    }
  }

  @Test
  void theLastPageCanBeReadAfterTheRangeIsClosed() throws Exception {
    PdfPages pages = new PdfPages(10, 1, 64);
    PdfPageIterator all = pages.open(pages.ranges(pdf(2, null)).iterator().next());
    text(pages, all.next());
    PdfPage last = all.next();
    all.close();
    assertThat(text(pages, last).strip()).isEqualTo("This is page 2");
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
    try (PdfPageIterator pages = all.open(all.ranges(file).iterator().next())) {
      assertThat(text(all, pages.next())).contains("This is page 1");
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

  /** Each page as it would be read between two good ones. */
  @Test
  void pagesThatWouldTakeAllMemoryAreLeftOutAndOthersRead() throws Exception {
    String text = "BT /F0 9 Tf (" + "a".repeat(200) + ") Tj ET\n";
    File file =
        attack(
            (document, page) -> content(document, page, text, 2_000),
            (document, page) ->
                content(document, page, "BT /F0 9 Tf (aaaaaaaaaaaaaaaa) Tj ET\n", 1_500_000),
            (document, page) ->
                content(document, page, "1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1\n", 1_500_000),
            (document, page) -> {
              content(document, page, text, 1);
              COSStream stream =
                  (COSStream) page.getCOSObject().getDictionaryObject(COSName.CONTENTS);
              COSArray parts = new COSArray();
              for (int i = 0; i < 300_000; i++) {
                parts.add(stream);
              }
              page.getCOSObject().setItem(COSName.CONTENTS, parts);
            },
            (document, page) -> {
              content(document, page, "/X0 Do\n", 1);
              PDFormXObject form = new PDFormXObject(document);
              fill(form.getCOSObject(), "q Q                             \n", 1_500_000);
              page.getResources().put(COSName.getPDFName("X0"), form);
            },
            (document, page) -> {
              content(document, page, "/X0 Do\n".repeat(100), 1);
              PDFormXObject inner = null;
              for (int level = 0; level < 3; level++) {
                PDFormXObject form = new PDFormXObject(document);
                form.setResources(new PDResources());
                fill(form.getCOSObject(), inner == null ? "q Q\n" : "/X0 Do\n", 100);
                if (inner != null) {
                  form.getResources().put(COSName.getPDFName("X0"), inner);
                }
                inner = form;
              }
              page.getResources().put(COSName.getPDFName("X0"), inner);
            },
            (document, page) -> {
              content(document, page, "/X0 Do\n", 2_000);
              form(document, page, text);
            },
            (document, page) -> {
              try (OutputStream unpacked = page(document, page).createOutputStream()) {
                unpacked.write("/X0 Do\n".repeat(2_000).getBytes(StandardCharsets.US_ASCII));
              }
              form(document, page, text);
            });
    PdfPages pages = new PdfPages(100, 1, 64);
    try (PdfPageIterator range = pages.open(pages.ranges(file).iterator().next())) {
      for (int attack = 0; range.hasNext(); attack++) {
        PdfPage hostile = range.next();
        assertThatThrownBy(() -> pages.check(hostile))
            .as("attack %d", attack)
            .isInstanceOf(IllegalStateException.class)
            .hasMessageStartingWith("more than");
        assertThat(text(pages, range.next())).startsWith("A good page.");
      }
    }
  }

  /** As the route does: after the check, by a reader that keeps everything and closes the page. */
  private static String text(PdfPages pages, PdfPage page) throws IOException {
    pages.check(page);
    try (PDDocument single = page.document()) {
      return new PDFTextStripper().getText(single);
    }
  }

  private interface Attack {
    void prepare(PDDocument document, PDPage page) throws IOException;
  }

  private File attack(Attack... attacks) throws IOException {
    File file = folder.resolve("attack.pdf").toFile();
    try (PDDocument document = new PDDocument()) {
      for (Attack attack : attacks) {
        PDPage page = new PDPage();
        page.setResources(new PDResources());
        page.getResources()
            .put(COSName.getPDFName("F0"), new PDType1Font(Standard14Fonts.FontName.HELVETICA));
        document.addPage(page);
        attack.prepare(document, page);
        PDPage good = new PDPage();
        good.setResources(page.getResources());
        document.addPage(good);
        content(document, good, "BT /F0 9 Tf (A good page.) Tj ET", 1);
      }
      document.save(file);
    }
    return file;
  }

  private static void content(PDDocument document, PDPage page, String part, int times)
      throws IOException {
    fill(page(document, page), part, times);
  }

  private static COSStream page(PDDocument document, PDPage page) {
    COSStream stream = document.getDocument().createCOSStream();
    page.getCOSObject().setItem(COSName.CONTENTS, stream);
    return stream;
  }

  private static void form(PDDocument document, PDPage page, String content) throws IOException {
    PDFormXObject form = new PDFormXObject(document);
    form.setResources(new PDResources());
    form.getResources()
        .put(COSName.getPDFName("F0"), page.getResources().getFont(COSName.getPDFName("F0")));
    fill(form.getCOSObject(), content, 1);
    page.getResources().put(COSName.getPDFName("X0"), form);
  }

  private static void fill(COSStream stream, String part, int times) throws IOException {
    byte[] bytes = part.getBytes(StandardCharsets.US_ASCII);
    try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
      for (int i = 0; i < times; i++) {
        out.write(bytes);
      }
    }
  }
}
