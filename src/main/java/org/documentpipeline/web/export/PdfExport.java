package org.documentpipeline.web.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;

/** A PDF document: headings, paragraphs and lists on numbered pages, with its fonts in it. */
final class PdfExport {

  private static final float[] HEADING_SIZES = {18, 14, 12, 11, 10.5f, 10.5f};
  private static final float TEXT_SIZE = 10.5f;
  private static final float LEADING = 1.45f;
  private static final float INDENT = 18;

  private final PdfPages pages;
  private final FontSet fonts;

  private PdfExport(PdfPages pages, FontSet fonts) {
    this.pages = pages;
    this.fonts = fonts;
  }

  static byte[] write(Finished finished, PdfFonts source) throws IOException {
    try (PDDocument document = new PDDocument();
        FontSet fonts = source.open(document);
        PdfPages pages = new PdfPages(document)) {
      document.getDocumentInformation().setTitle(finished.name());
      PdfExport export = new PdfExport(pages, fonts);
      for (Block block : Outline.of(finished)) {
        export.add(block);
      }
      if (fonts.missing() > 0) {
        export.add(
            Block.paragraph(
                "No font of the server has some of the characters (\uFFFD). "
                    + "The Word and text downloads have them all.",
                true));
      }
      pages.number(fonts);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    }
  }

  /** The glyphs of a text in one style; characters that show nothing are left out. */
  static List<FontSet.Glyph> glyphs(FontSet fonts, String text, boolean bold, boolean italic)
      throws IOException {
    List<FontSet.Glyph> glyphs = new ArrayList<>(text.length());
    for (int c : ArabicForms.join(text).codePoints().toArray()) {
      int shown = Character.isWhitespace(c) || Character.isSpaceChar(c) ? ' ' : c;
      if (!isInvisible(shown)) {
        glyphs.add(fonts.glyph(shown, bold, italic));
      }
    }
    return glyphs;
  }

  private void add(Block block) throws IOException {
    boolean heading = block.kind() == Block.Kind.HEADING;
    float size = heading ? HEADING_SIZES[block.level() - 1] : TEXT_SIZE;
    float indent = heading ? 0 : block.level() * INDENT;
    if (heading && !pages.isAtTop()) {
      pages.skip(size * 0.7f);
      // A heading does not stay alone at the foot of a page.
      pages.need(size * LEADING + 2 * TEXT_SIZE * LEADING);
    }
    if (block.kind() == Block.Kind.RULE) {
      pages.need(TEXT_SIZE * LEADING);
      pages.skip(TEXT_SIZE);
      pages.rule(PdfPages.MARGIN + indent);
    }
    String marker = block.marker();
    for (List<FontSet.Glyph> row : rows(block, heading)) {
      marker = addRow(row, size, indent, marker);
    }
    pages.skip(size * 0.45f);
  }

  // A row is what stands between two line breaks. Gives back the marker as long as it has not been
  // drawn.
  private String addRow(List<FontSet.Glyph> row, float size, float indent, String marker)
      throws IOException {
    float width = PdfPages.WIDTH - 2 * PdfPages.MARGIN - indent;
    boolean rightToLeft = LineBreaker.isRightToLeft(row);
    String left = marker;
    for (List<FontSet.Glyph> line : LineBreaker.lines(row, width / size)) {
      pages.need(size * LEADING);
      pages.skip(size * LEADING);
      if (!left.isEmpty()) {
        float at =
            rightToLeft
                ? PdfPages.WIDTH - PdfPages.MARGIN + 4
                : PdfPages.MARGIN + indent - INDENT + 2;
        pages.draw(glyphs(fonts, left, false, false), at, size);
        left = "";
      }
      float x =
          PdfPages.MARGIN + indent + (rightToLeft ? width - LineBreaker.widthOf(line) * size : 0);
      pages.draw(LineBreaker.visual(line, rightToLeft), x, size);
    }
    return left;
  }

  private List<List<FontSet.Glyph>> rows(Block block, boolean heading) throws IOException {
    List<List<FontSet.Glyph>> rows = new ArrayList<>();
    List<FontSet.Glyph> row = new ArrayList<>();
    for (Block.Span span : block.spans()) {
      String[] parts = span.text().split("\n", -1);
      for (int i = 0; i < parts.length; i++) {
        if (i > 0) {
          rows.add(row);
          row = new ArrayList<>();
        }
        row.addAll(glyphs(fonts, parts[i], span.bold() || heading, span.italic()));
      }
    }
    if (!row.isEmpty()) {
      rows.add(row);
    }
    return rows;
  }

  // Joiners, marks of direction and variation selectors: told to a shaping engine, which is not at
  // work here.
  private static boolean isInvisible(int c) {
    int type = Character.getType(c);
    boolean selector = c >= 0xFE00 && c <= 0xFE0F || c >= 0xE0100 && c <= 0xE01EF;
    return type == Character.CONTROL || type == Character.FORMAT || selector;
  }
}
