package org.documentpipeline.web.export;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TrueTypeCollection;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The fonts of one PDF document: picks one for each character and embeds what is used. */
final class FontSet implements Closeable {

  private static final Logger log = LoggerFactory.getLogger(FontSet.class);
  private static final int REPLACEMENT = 0xFFFD;

  private final PDDocument document;
  private final PdfFonts fonts;
  private final Map<Object, Face> faces = new HashMap<>();
  private final List<Closeable> open = new ArrayList<>();
  private int missing;

  /** A font in this document; without a font when its file turned out to be unusable. */
  private record Face(PDFont font, CmapLookup characters) {

    boolean has(int codePoint) {
      return font != null && characters.getGlyphId(codePoint) > 0;
    }
  }

  /**
   * A character as it is shown.
   *
   * @param width for a font of size 1
   */
  record Glyph(int codePoint, PDFont font, float width) {}

  private record Style(boolean bold, boolean italic) {}

  FontSet(PDDocument document, PdfFonts fonts) {
    this.document = document;
    this.fonts = fonts;
  }

  /** The character in the first font that has it, else a visible replacement. */
  Glyph glyph(int codePoint, boolean bold, boolean italic) throws IOException {
    Face own = bundled(bold, italic);
    if (own.has(codePoint)) {
      return glyph(own, codePoint);
    }
    SystemFonts.Found found = fonts.system().find(codePoint).orElse(null);
    Face other = found == null ? null : faces.computeIfAbsent(found, key -> load(found));
    if (other != null && other.has(codePoint)) {
      return glyph(other, codePoint);
    }
    missing++;
    return glyph(own, REPLACEMENT);
  }

  /** How many characters had to be replaced. */
  int missing() {
    return missing;
  }

  /** To be called after the document was saved, for only then the fonts are embedded. */
  @Override
  public void close() {
    open.forEach(IOUtils::closeQuietly);
  }

  private Glyph glyph(Face face, int codePoint) throws IOException {
    return new Glyph(
        codePoint, face.font, face.font.getStringWidth(Character.toString(codePoint)) / 1000);
  }

  private Face bundled(boolean bold, boolean italic) throws IOException {
    Style style = new Style(bold, italic);
    Face known = faces.get(style);
    if (known == null) {
      known = embed(fonts.bundled(bold, italic));
      faces.put(style, known);
    }
    return known;
  }

  private Face load(SystemFonts.Found found) {
    try {
      if (found.name() == null) {
        return embed(SystemFonts.parse(found.file().toFile()));
      }
      TrueTypeCollection collection = new TrueTypeCollection(found.file().toFile());
      open.add(collection);
      return embed(collection.getFontByName(found.name()));
    } catch (IOException | RuntimeException e) {
      log.warn("Font {} cannot be used: {}", found.file(), e.getMessage());
      return new Face(null, null);
    }
  }

  private Face embed(TrueTypeFont font) throws IOException {
    open.add(0, font);
    return new Face(PDType0Font.load(document, font, true), font.getUnicodeCmapLookup(false));
  }
}
