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
  private static final int MARKS = 6; // <></>, and between attributes
  private static final int INDENT = 4; // spaces, on a line of its own

  private final HeapUse use;
  private int depth;

  WeighedHandler(ContentHandler handler, HeapUse use) {
    super(handler);
    this.use = use;
  }

  @Override
  public void startElement(String uri, String local, String name, Attributes attributes)
      throws SAXException {
    int length = 2 * (local.length() + line()) + MARKS;
    for (int i = 0; i < attributes.getLength(); i++) {
      length += attributes.getLocalName(i).length() + attributes.getValue(i).length() + MARKS;
    }
    use.take((long) length * TIMES);
    depth++;
    super.startElement(uri, local, name, attributes);
  }

  @Override
  public void endElement(String uri, String local, String name) throws SAXException {
    depth--;
    super.endElement(uri, local, name);
  }

  @Override
  public void characters(char[] characters, int start, int length) throws SAXException {
    use.take((line() + bytes(characters, start, length)) * TIMES);
    super.characters(characters, start, length);
  }

  @Override
  public void ignorableWhitespace(char[] characters, int start, int length) throws SAXException {
    use.take((long) length * TIMES);
    super.ignorableWhitespace(characters, start, length);
  }

  private int line() {
    return 1 + INDENT * depth;
  }

  /** In UTF-8, as XML. */
  private static long bytes(char[] characters, int start, int length) {
    long bytes = length;
    for (int i = start; i < start + length; i++) {
      char c = characters[i];
      bytes += c < ' ' || c == '<' || c == '>' || c == '&' ? 4 : c < 0x80 ? 0 : c < 0x800 ? 1 : 2;
    }
    return bytes;
  }
}
