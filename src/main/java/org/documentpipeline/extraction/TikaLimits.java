package org.documentpipeline.extraction;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.apache.tika.config.TikaConfig;
import org.apache.tika.detect.Detector;
import org.apache.tika.exception.TikaException;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.documentpipeline.weighing.HeapNeed;
import org.documentpipeline.weighing.HeapShare;
import org.springframework.stereotype.Component;

/**
 * Tika's default configuration, but each file, and each file within a file, is weighed before it is
 * opened, and one that would take more of the heap than its {@linkplain HeapShare share} is not
 * read. A document takes about 200 MB at most, with all that is open within it and what is written
 * of it, and all documents worked on together about half of the heap.
 */
@Component("tikaLimits")
class TikaLimits extends TikaConfig {
  /** Read as HTML, or with a body that is. */
  private static final Set<String> HTML =
      Set.of(
          "text/html",
          "application/xhtml+xml",
          "application/vnd.wap.xhtml+xml",
          "application/x-asp",
          "application/vnd.ms-outlook",
          "application/vnd.ms-tnef");

  /** Bytes of heap for a byte of the file, where records or cells become objects. */
  private static final Map<String, Integer> RECORDS =
      Map.of(
          "application/vnd.ms-excel", 20,
          "application/vnd.ms-powerpoint", 10,
          "image/emf", 4,
          "image/wmf", 8);

  private final long most;
  private final Set<MediaType> readable;

  /** Finds parsers and detectors as Tika does. */
  TikaLimits(HeapShare share) throws TikaException, IOException {
    this.most = share.bytes();
    this.readable = super.getParser().getSupportedTypes(new ParseContext());
  }

  @Override
  public Parser getParser() {
    return new WeighedParser(super.getParser(), most);
  }

  @Override
  public Detector getDetector() {
    Detector detector = super.getDetector();
    return (stream, metadata) -> {
      TikaInputStream file = TikaInputStream.cast(stream);
      return file == null ? detector.detect(stream, metadata) : detect(detector, file, metadata);
    };
  }

  private MediaType detect(Detector detector, TikaInputStream file, Metadata metadata)
      throws IOException {
    byte[] head = new byte[2];
    boolean zip = file.peek(head) == 2 && head[0] == 'P' && head[1] == 'K';
    long need = zip ? HeapNeed.ofZip(file.getPath(), most) : 0;
    // Even to see what is in a container, trees of its parts are built: so it is weighed before.
    MediaType type = need > most ? WeighedParser.TOO_HEAVY : detector.detect(file, metadata);
    WeighedParser.note(metadata, zip ? need : need(file, type.getBaseType()));
    return type;
  }

  private long need(TikaInputStream file, MediaType type) throws IOException {
    String name = type.toString();
    if (!readable.contains(type) || type.getType().equals("text") && !HTML.contains(name)) {
      return 0;
    }
    if (HTML.contains(name)) {
      return HeapNeed.ofHtml(file.getPath(), most);
    }
    if (name.equals("application/rtf")) {
      return HeapNeed.ofRichText(file.getPath());
    }
    if (name.equals("application/x-tika-ooxml-protected")) {
      return file.getLength() + OpenProtection.need(file.getPath(), most);
    }
    return getMediaTypeRegistry().isInstanceOf(type, MediaType.APPLICATION_XML)
        ? HeapNeed.ofXml(file.getPath(), most)
        : file.getLength() * RECORDS.getOrDefault(name, 1);
  }
}
