package org.documentpipeline.extraction;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import org.apache.tika.exception.TikaException;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.ParserDecorator;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/**
 * Parses what has been weighed: a document, the files in it, and the XHTML that is made of them
 * have one share of the heap together.
 */
final class WeighedParser extends ParserDecorator {
  /** The type of what is not to be looked into. */
  static final MediaType TOO_HEAVY = MediaType.application("x-too-heavy");

  private static final long serialVersionUID = 1L;
  private static final String NEED = "heap-need";

  private final long most;

  WeighedParser(Parser parser, long most) {
    super(parser);
    this.most = most;
  }

  /** Keeps what a file was weighed to be, in bytes, for its parser. */
  static void note(Metadata metadata, long need) {
    metadata.set(NEED, Long.toString(need));
  }

  @Override
  public Set<MediaType> getSupportedTypes(ParseContext context) {
    Set<MediaType> types = new HashSet<>(super.getSupportedTypes(context));
    types.add(TOO_HEAVY);
    return types;
  }

  /**
   * Parses.
   *
   * @throws TooHeavyException when the share is used up; whatever is open within each other, Tika
   *     lets it through to the outside
   */
  @Override
  public void parse(
      InputStream stream, ContentHandler handler, Metadata metadata, ParseContext context)
      throws IOException, SAXException, TikaException {
    HeapUse outer = context.get(HeapUse.class);
    HeapUse use = outer == null ? new HeapUse(most) : outer;
    context.set(HeapUse.class, use);
    String noted = metadata.get(NEED);
    long need = noted == null ? 0 : Long.parseLong(noted);
    use.take(need);
    try {
      super.parse(
          stream, outer == null ? new WeighedHandler(handler, use) : handler, metadata, context);
    } finally {
      use.give(need);
    }
  }
}
