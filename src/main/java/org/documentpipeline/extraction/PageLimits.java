package org.documentpipeline.extraction;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.DrawObject;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.text.BeginText;
import org.apache.pdfbox.contentstream.operator.text.EndText;
import org.apache.pdfbox.contentstream.operator.text.ShowText;
import org.apache.pdfbox.contentstream.operator.text.ShowTextAdjusted;
import org.apache.pdfbox.contentstream.operator.text.ShowTextLine;
import org.apache.pdfbox.contentstream.operator.text.ShowTextLineAndSpace;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDTransparencyGroup;

/**
 * What the reading of a page may cost: PDFBox holds every sign of a page with its place, some 300
 * bytes each, until the page ends, and draws forms within forms within forms. A page whose content
 * is so short that it can not ask for too much passes at once, which is nearly every page; any
 * other is gone through once without keeping its signs. Not for several threads.
 */
final class PageLimits {
  /** Bytes of text; a page full of the smallest print has some 20,000 signs of one or two. */
  static final int MOST_TEXT = 200_000;

  private static final int MOST_OPERATORS = 20_000_000;
  private static final int MOST_FORMS = 5_000;
  private static final int LONGEST_FORM = 10_000; // packed, to be measured before it is drawn

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
    ContentLimit.Size size =
        contents.check(page.getCOSObject().getDictionaryObject(COSName.CONTENTS), resources);
    if (size.bytes() > MOST_TEXT || size.draws() > 0 && !isShort(size, resources)) {
      new Count().processPage(page);
    }
  }

  /** Whether a page is short even if all that it draws were its longest form. */
  private boolean isShort(ContentLimit.Size page, PDResources resources) {
    COSDictionary drawn =
        resources == null ? null : resources.getCOSObject().getCOSDictionary(COSName.XOBJECT);
    long longest = 0;
    for (COSName name : drawn == null ? Set.<COSName>of() : drawn.keySet()) {
      // Pictures have no text.
      if (drawn.getDictionaryObject(name) instanceof COSStream form
          && !COSName.IMAGE.equals(form.getCOSName(COSName.SUBTYPE))) {
        COSDictionary own = form.getCOSDictionary(COSName.RESOURCES);
        if (form.getLength() > LONGEST_FORM) {
          return false;
        }
        ContentLimit.Size size = contents.check(form, own == null ? null : new PDResources(own));
        if (size.draws() > 0) {
          return false; // forms within forms
        }
        longest = Math.max(longest, size.bytes());
      }
    }
    return page.draws() <= MOST_FORMS && page.bytes() + page.draws() * longest <= MOST_TEXT;
  }

  /**
   * Goes through a page and the forms it draws, without looking at fonts: a sign takes a byte or
   * more.
   */
  private final class Count extends PDFStreamEngine {
    private int bytes;
    private int operators;
    private int forms;

    Count() {
      List.of(
              new BeginText(this),
              new EndText(this),
              new ShowText(this),
              new ShowTextAdjusted(this),
              new ShowTextLine(this),
              new ShowTextLineAndSpace(this),
              new DrawObject(this))
          .forEach(this::addOperator);
    }

    @Override
    public void showTextString(byte[] text) {
      bytes += text.length;
      limit(bytes, MOST_TEXT, "bytes of text");
    }

    @Override
    public void showTextStrings(COSArray texts) {
      for (COSBase text : texts) {
        if (text instanceof COSString string) {
          showTextString(string.getBytes());
        }
      }
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
