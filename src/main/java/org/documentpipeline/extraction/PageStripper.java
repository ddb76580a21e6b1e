package org.documentpipeline.extraction;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageTree;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDTransparencyGroup;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/**
 * PDFBox's reading of pages, one at a time and with limits: it holds every sign of a page with its
 * place, some 300 bytes each, until the page ends. Keeps fonts and tables from one page to the
 * next, unlike a reader made anew for each. Not for several threads.
 */
final class PageStripper extends PDFTextStripper {
  /** A page full of the smallest print has some 20,000. */
  static final int MOST_SIGNS = 200_000;

  private static final int MOST_OPERATORS = 20_000_000;
  private static final int MOST_FORMS = 5_000;

  private final PDDocument document;
  private final DoubledSigns doubled = new DoubledSigns();
  private final ContentLimit contents = new ContentLimit();
  private PDPage page;
  private int signs;
  private int operators;
  private int forms;

  PageStripper(PDDocument document) throws IOException {
    this.document = document;
    setSuppressDuplicateOverlappingText(false); // that is what the doubled signs are for
    setLineSeparator("\n");
    setPageEnd("");
  }

  /**
   * The text of a page of the document.
   *
   * @throws IOException when its content is damaged
   * @throws IllegalStateException when it has more signs, operators or content than any page meant
   *     to be read; no other page can be read with this object then
   */
  String text(PDPage next) throws IOException {
    page = next;
    signs = 0;
    operators = 0;
    forms = 0;
    doubled.clear();
    contents.check(next.getCOSObject().getDictionaryObject(COSName.CONTENTS), next.getResources());
    return getText(document);
  }

  @Override
  protected void processPages(PDPageTree pages) throws IOException {
    super.processPages(new OnlyPage(page));
  }

  @Override
  protected void processTextPosition(TextPosition text) {
    if (++signs > MOST_SIGNS) {
      throw new IllegalStateException("more than %,d signs".formatted(MOST_SIGNS));
    }
    if (!doubled.isAgain(text.getUnicode(), text.getX(), text.getY(), text.getWidth())) {
      super.processTextPosition(text);
    }
  }

  @Override
  protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
    if (++operators > MOST_OPERATORS) {
      throw new IllegalStateException("more than %,d operators".formatted(MOST_OPERATORS));
    }
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
    if (++forms > MOST_FORMS) {
      throw new IllegalStateException("more than %,d forms".formatted(MOST_FORMS));
    }
    contents.check(form.getCOSObject(), form.getResources());
  }

  /** What PDFBox goes through instead of all pages. */
  private static final class OnlyPage extends PDPageTree {
    private final PDPage page;

    OnlyPage(PDPage page) {
      this.page = page;
    }

    @Override
    public Iterator<PDPage> iterator() {
      return List.of(page).iterator();
    }
  }
}
