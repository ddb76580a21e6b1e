package org.documentpipeline.web.export;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** Pages in A4 that are filled line by line from the top. Lengths are in points. */
final class PdfPages implements Closeable {

  static final float WIDTH = PDRectangle.A4.getWidth();
  static final float MARGIN = 60;
  private static final float FOOTER_Y = 34;
  private static final float FOOTER_SIZE = 8;

  private final PDDocument document;
  private PDPageContentStream stream;
  private float y;

  PdfPages(PDDocument document) {
    this.document = document;
  }

  /** Begins a new page unless there is room for this much. */
  void need(float height) throws IOException {
    if (stream == null || y - height < MARGIN) {
      close();
      PDPage page = new PDPage(PDRectangle.A4);
      document.addPage(page);
      stream = new PDPageContentStream(document, page);
      y = PDRectangle.A4.getHeight() - MARGIN;
    }
  }

  void skip(float height) {
    y -= height;
  }

  boolean isAtTop() {
    return stream == null || y >= PDRectangle.A4.getHeight() - MARGIN;
  }

  /** Draws glyphs from left to right, with their foot on the current line. */
  void draw(List<FontSet.Glyph> glyphs, float x, float size) throws IOException {
    draw(stream, glyphs, x, y, size);
  }

  void rule(float x) throws IOException {
    stream.setLineWidth(0.5f);
    stream.moveTo(x, y);
    stream.lineTo(WIDTH - MARGIN, y);
    stream.stroke();
  }

  /** Writes "3 / 7" below each page. */
  void number(FontSet fonts) throws IOException {
    close();
    int pages = document.getNumberOfPages();
    for (int i = 0; i < pages; i++) {
      List<FontSet.Glyph> text = PdfExport.glyphs(fonts, (i + 1) + " / " + pages, false, false);
      float x = (WIDTH - LineBreaker.widthOf(text) * FOOTER_SIZE) / 2;
      try (PDPageContentStream footer =
          new PDPageContentStream(document, document.getPage(i), AppendMode.APPEND, true, true)) {
        draw(footer, text, x, FOOTER_Y, FOOTER_SIZE);
      }
    }
  }

  @Override
  public void close() throws IOException {
    if (stream != null) {
      stream.close();
      stream = null;
    }
  }

  private static void draw(
      PDPageContentStream to, List<FontSet.Glyph> glyphs, float x, float y, float size)
      throws IOException {
    to.beginText();
    to.newLineAtOffset(x, y);
    for (int i = 0; i < glyphs.size(); ) {
      StringBuilder run = new StringBuilder();
      int start = i;
      while (i < glyphs.size() && glyphs.get(i).font() == glyphs.get(start).font()) {
        run.appendCodePoint(glyphs.get(i++).codePoint());
      }
      to.setFont(glyphs.get(start).font(), size);
      to.showText(run.toString());
    }
    to.endText();
  }
}
