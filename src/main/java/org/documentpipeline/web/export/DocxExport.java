package org.documentpipeline.web.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.text.Bidi;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPrGeneral;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;

/** A Word document with real headings, so that Word's navigation knows them. */
final class DocxExport {

  /** Half an inch in twentieths of a point: the step of one list level. */
  private static final int INDENT = 360;

  private static final int[] HEADING_POINTS = {20, 15, 13, 12, 11, 11};

  private DocxExport() {}

  static byte[] write(Finished finished) throws IOException {
    try (XWPFDocument document = new XWPFDocument()) {
      document.getProperties().getCoreProperties().setTitle(clean(finished.name()));
      addHeadingStyles(document.createStyles());
      for (Block block : Outline.of(finished)) {
        add(block, document.createParagraph());
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.write(out);
      return out.toByteArray();
    }
  }

  private static void addHeadingStyles(XWPFStyles styles) {
    for (int level = 1; level <= HEADING_POINTS.length; level++) {
      CTStyle style = CTStyle.Factory.newInstance();
      style.setStyleId("Heading" + level);
      style.addNewName().setVal("heading " + level);
      style.setType(STStyleType.PARAGRAPH);
      style.addNewQFormat();
      CTPPrGeneral paragraph = style.addNewPPr();
      paragraph.addNewKeepNext();
      paragraph.addNewOutlineLvl().setVal(BigInteger.valueOf(level - 1));
      styles.addStyle(new XWPFStyle(style));
    }
  }

  private static void add(Block block, XWPFParagraph paragraph) {
    boolean heading = block.kind() == Block.Kind.HEADING;
    paragraph.setSpacingAfter(heading ? 80 : 120);
    if (heading) {
      paragraph.setStyle("Heading" + block.level());
      paragraph.setSpacingBefore(200);
    } else if (block.level() > 0) {
      paragraph.setIndentationLeft(block.level() * INDENT);
      paragraph.setIndentationHanging(block.marker().isEmpty() ? 0 : INDENT);
    }
    if (isRightToLeft(block.text())) {
      paragraph.getCTP().getPPr().addNewBidi();
    }
    if (!block.marker().isEmpty()) {
      paragraph.createRun().setText(block.marker());
      paragraph.createRun().addTab();
    }
    for (Block.Span span : block.spans()) {
      addRuns(span, block, paragraph);
    }
  }

  private static void addRuns(Block.Span span, Block block, XWPFParagraph paragraph) {
    String[] lines = clean(span.text()).split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      XWPFRun run = paragraph.createRun();
      if (i > 0) {
        run.addBreak();
      }
      run.setText(lines[i]);
      run.setItalic(span.italic());
      run.setBold(span.bold() || block.kind() == Block.Kind.HEADING);
      if (block.kind() == Block.Kind.HEADING) {
        run.setFontSize(HEADING_POINTS[block.level() - 1]);
      } else if (block.kind() == Block.Kind.CODE) {
        run.setFontFamily("Courier New");
      }
    }
  }

  private static boolean isRightToLeft(String text) {
    return new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).getBaseLevel() == 1;
  }

  // XML has no way to write these.
  private static String clean(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    text.codePoints().map(c -> isXml(c) ? c : 0xFFFD).forEach(kept::appendCodePoint);
    return kept.toString();
  }

  private static boolean isXml(int c) {
    return c == '\n'
        || c == '\t'
        || c >= 0x20 && c < 0xD800
        || c >= 0xE000 && c < 0xFFFE
        || c > 0xFFFF;
  }
}
