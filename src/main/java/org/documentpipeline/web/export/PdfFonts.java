package org.documentpipeline.web.export;

import java.io.IOException;
import java.io.InputStream;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.stereotype.Component;

/**
 * Where the fonts of PDF exports come from: DejaVu Sans, which is part of the product, then this
 * machine's.
 */
@Component
class PdfFonts {

  private static final String BUNDLED = "/net/sf/jasperreports/fonts/dejavu/DejaVuSans";

  private final SystemFonts system;

  PdfFonts() {
    this(SystemFonts.usual());
  }

  PdfFonts(SystemFonts system) {
    this.system = system;
  }

  /** The fonts of one document. */
  FontSet open(PDDocument document) {
    return new FontSet(document, this);
  }

  SystemFonts system() {
    return system;
  }

  TrueTypeFont bundled(boolean bold, boolean italic) throws IOException {
    String style = bold && italic ? "-BoldOblique" : bold ? "-Bold" : italic ? "-Oblique" : "";
    try (InputStream in = PdfFonts.class.getResourceAsStream(BUNDLED + style + ".ttf")) {
      if (in == null) {
        throw new IOException("The bundled font is missing: " + BUNDLED + style);
      }
      return new TTFParser().parse(new RandomAccessReadBuffer(in.readAllBytes()));
    }
  }
}
