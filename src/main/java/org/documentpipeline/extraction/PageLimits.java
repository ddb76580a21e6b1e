package org.documentpipeline.extraction;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDTransparencyGroup;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/**
 * What the reading of a page may cost: PDFBox holds every sign of a page with its place, some 300
 * bytes each, until the page ends, and draws forms within forms within forms. A page whose content
 * is so short that it can not ask for too much passes at once, which is nearly every page; any
 * other is gone through once without keeping its signs. Not for several threads.
 */
final class PageLimits {
  /** A page full of the smallest print has some 20,000. */
  static final int MOST_SIGNS = 200_000;

  private static final int MOST_OPERATORS = 20_000_000;
  private static final int MOST_FORMS = 5_000;

  private final ContentLimit contents = new ContentLimit();

  /**
   * Looks at the one page of a document; at none when it has none.
   *
   * @throws IOException when its content is damaged
   * @throws IllegalStateException when it has more signs, operators, forms or content than any page
   *     meant to be read
   */
  void check(PDDocument single) throws IOException {
    if (single.getNumberOfPages() == 0) {
      return;
    }
    PDPage page = single.getPage(0);
    PDResources resources = page.getResources();
    long bytes =
        contents.check(page.getCOSObject().getDictionaryObject(COSName.CONTENTS), resources);
    if (bytes > MOST_SIGNS || hasForms(resources)) {
      new Count().getText(single);
    }
  }

  /** Pictures have no text, so a page that has nothing else needs no count. */
  private static boolean hasForms(PDResources resources) {
    if (resources != null) {
      for (COSName name : resources.getXObjectNames()) {
        if (!resources.isImageXObject(name)) {
          return true;
        }
      }
    }
    return false;
  }

  /** PDFBox's reading of a page without keeping any of it. */
  private final class Count extends PDFTextStripper {
    private int signs;
    private int operators;
    private int forms;

    @Override
    protected void processTextPosition(TextPosition text) {
      limit(++signs, MOST_SIGNS, "signs");
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
      limit(++operators, MOST_OPERATORS, "operators");
      super.processOperator(operator, operands);
    }

    @Override
    public void showForm(PDFormXObject form) throws IOException {
      check(form);
      super.showForm(form);
    }

    @Override
    public void showTransparencyGroup(PDTransparencyGroup group) throws IOException {
      check(group);
      super.showTransparencyGroup(group);
    }

    private void check(PDFormXObject form) {
      limit(++forms, MOST_FORMS, "forms");
      contents.check(form.getCOSObject(), form.getResources());
    }

    private static void limit(int count, int most, String what) {
      if (count > most) {
        throw new IllegalStateException("more than %,d %s".formatted(most, what));
      }
    }
  }
}
