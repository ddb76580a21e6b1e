package org.documentpipeline.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.sax.BodyContentHandler;
import org.documentpipeline.weighing.HeapShare;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TikaLimitsTest {
  @TempDir Path folder;

  @Test
  void theShareIsForWhatIsWrittenToo() throws Exception {
    String runs = "{\\b hello\\i  world\\par }".repeat(1_000);
    assertThat(read("{\\rtf1 " + runs + "}")).contains("hello");
    assertTooHeavy("{\\rtf1 " + runs.repeat(2) + "}");
    assertThat(read("<html><p>" + "a".repeat(100_000))).contains("aaa");
    assertTooHeavy("<html><p>" + "\u4EBA".repeat(100_000));
  }

  @Test
  void whatIsReadOneAfterTheOtherDoesNotAddUp() throws Exception {
    TikaLimits limits = new TikaLimits(new HeapShare(1, 4));
    AutoDetectParser parser = new AutoDetectParser(limits);
    ParseContext context = new ParseContext();
    context.set(Parser.class, parser);
    for (int i = 0; i < 5; i++) {
      try (InputStream in = in("<html><body>" + "<p>a".repeat(2_000))) {
        parser.parse(in, new BodyContentHandler(), new Metadata(), context);
      }
    }
    assertThat(context.get(HeapUse.class)).isNotNull();
  }

  @Test
  void whatIsOpenWithinEachOtherAddsUp() throws Exception {
    HeapUse use = new HeapUse(10);
    use.take(6);
    assertThatThrownBy(() -> use.take(5)).isInstanceOf(TooHeavyException.class);
    use.give(5);
    use.take(4);
  }

  private void assertTooHeavy(String text) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(TooHeavyException.class)
        .hasMessageContaining("1 MB of memory")
        .cause()
        .isInstanceOfSatisfying(
            ExtractionException.class, e -> assertThat(e.code()).isEqualTo("too-complex"));
  }

  private String read(String text) throws Exception {
    AutoDetectParser parser = new AutoDetectParser(new TikaLimits(new HeapShare(1, 4)));
    ParseContext context = new ParseContext();
    context.set(Parser.class, parser);
    BodyContentHandler handler = new BodyContentHandler(-1);
    try (InputStream in = in(text)) {
      parser.parse(in, handler, new Metadata(), context);
    }
    return handler.toString();
  }

  private InputStream in(String text) throws IOException {
    return TikaInputStream.get(
        Files.writeString(folder.resolve("file"), text, StandardCharsets.UTF_8));
  }
}
