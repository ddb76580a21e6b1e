package org.documentpipeline.extraction;

import org.apache.tika.sax.ContentHandlerDecorator;
import org.xml.sax.Attributes;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/**
 * Weighs the XHTML that a parser gives: camel-tika writes it into an array, which for a moment is
 * there as often as three times, when it grows and when it is taken out.
 */
final class WeighedHandler extends ContentHandlerDecorator {
  private static final int TIMES = 3;
  private static final int MARKS = 6; // <></> and the end of a line

  private final HeapUse use;

  WeighedHandler(ContentHandler handler, HeapUse use) {
    super(handler);
    this.use = use;
  }

  @Override
  public void startElement(String uri, String local, String name, Attributes attributes)
      throws SAXException {
    int length = 2 * local.length() + MARKS;
    for (int i = 0; i < attributes.getLength(); i++) {
      length += attributes.getLocalName(i).length() + attributes.getValue(i).length() + 4;
    }
    use.take((long) length * TIMES);
    super.startElement(uri, local, name, attributes);
  }

  @Override
  public void characters(char[] characters, int start, int length) throws SAXException {
    use.take(bytes(characters, start, length) * TIMES);
    super.characters(characters, start, length);
  }

  @Override
  public void ignorableWhitespace(char[] characters, int start, int length) throws SAXException {
    use.take((long) length * TIMES);
    super.ignorableWhitespace(characters, start, length);
  }

  /** In UTF-8. */
  private static long bytes(char[] characters, int start, int length) {
    long bytes = length;
    for (int i = start; i < start + length; i++) {
      bytes += characters[i] < 0x80 ? 0 : characters[i] < 0x800 ? 1 : 2;
    }
    return bytes;
  }
}
