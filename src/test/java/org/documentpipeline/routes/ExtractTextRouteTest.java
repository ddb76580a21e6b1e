package org.documentpipeline.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.documentpipeline.routes.Rows.event;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.poi.poifs.crypt.Decryptor;
import org.documentpipeline.extraction.Block;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExtractTextRouteTest extends RouteTest {
  private static final String PDF = "application/pdf";
  private static final String WORD =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

  @TempDir Path folder;

  ExtractTextRouteTest() {
    super(
        "worker/extract-text",
        "worker/extract-pdf",
        "worker/extract-page",
        "worker/extract-office");
  }

  /** On a slow machine half a second passes while a page is read. */
  @BeforeEach
  void progressIsWelcome() {
    database.on("record-pages").gives(event(null));
  }

  @Test
  void everyParagraphOfAPdfKnowsItsPage() throws Exception {
    database.on("finish-extract").gives(event("extracted"), event("splitting"));
    Exchange done =
        extract(
            PDF,
            Documents.pdf(original(), "The first page.", "The second page.", "The third page."));
    assertThat(done.getException()).isNull();
    assertThat(blocks(done))
        .extracting(Block::page, Block::kind, Block::text)
        .containsExactly(
            tuple(1, "paragraph", "The first page."),
            tuple(2, "paragraph", "The second page."),
            tuple(3, "paragraph", "The third page."));
    assertThat(database.call("finish-extract").parameters())
        .containsEntry("documentId", ID)
        .containsEntry("token", TOKEN)
        .containsEntry("pages", 3)
        .containsEntry("found.characters", 46L);
    assertThat(announced()).containsExactly("extracted", "splitting");
  }

  @Test
  void theTitleInThePropertiesIsKept() throws Exception {
    database.on("finish-extract").gives(event("extracted"));
    Path pdf = Documents.pdf(original(), "The first page.");
    Documents.title(pdf, "Old bridges");
    Exchange done = extract(PDF, pdf);
    assertThat(done.getException()).isNull();
    assertThat(database.call("finish-extract").parameters())
        .containsEntry("found.title", "Old bridges")
        .containsEntry("found.characters", 15L);
  }

  @Test
  void pagesWithoutTextAreAWarning() throws Exception {
    database.on("record-warning").gives(event("warned"));
    database.on("finish-extract").gives(event("extracted"));
    Exchange done =
        extract(PDF, Documents.pdf(original(), "The first page.", "", "The third page."));
    assertThat(blocks(done)).extracting(Block::page).containsExactly(1, 3);
    assertThat((String) database.call("record-warning").get("warning"))
        .contains("\"code\":\"pages-without-text\"", "\"pages\":[2]", "Page 2 has no text");
    assertThat(database.queries()).endsWith("record-warning", "finish-extract");
    assertThat(announced()).containsExactly("warned", "extracted");
  }

  @Test
  void aWarningThatWasGivenBeforeARestartIsNotGivenAgain() throws Exception {
    database.on("record-warning").gives();
    database.on("finish-extract").gives(event("extracted"));
    Exchange done = extract(PDF, Documents.pdf(original(), "Text.", ""));
    assertThat(done.getException()).isNull();
    assertThat(announced()).containsExactly("extracted");
  }

  @Test
  void aBrokenPageCountsAsOneWithoutText() throws Exception {
    database.on("record-warning").gives(event("warned"));
    database.on("finish-extract").gives(event("extracted"));
    Exchange done =
        extract(
            PDF, Documents.pdf(original(), "The first page.", Documents.BROKEN, "The third page."));
    assertThat(done.getException()).isNull();
    assertThat(blocks(done)).extracting(Block::page).containsExactly(1, 3);
    assertThat((String) database.call("record-warning").get("warning")).contains("\"pages\":[2]");
  }

  @Test
  void rangesOfPagesAreReadSideBySideAndComeInOrder() throws Exception {
    database.on("record-warning").gives(event("warned"));
    database.on("finish-extract").gives(event("extracted"));
    String[] pages = new String[100];
    for (int i = 0; i < pages.length; i++) {
      String body = "Word " + "xy".repeat(1 + i) + " and so on, as number " + i;
      pages[i] = i == 70 ? Documents.BROKEN : "THE BOOK " + (i + 1) + "\n" + body + " says.";
    }
    Exchange done = extract(PDF, Documents.pdf(original(), pages));
    assertThat(done.getException()).isNull();
    assertThat(blocks(done)).hasSize(99).extracting(Block::page).isSorted();
    assertThat(blocks(done))
        .allSatisfy(
            block ->
                assertThat(block.text())
                    .doesNotContain("THE BOOK")
                    .contains("as number " + (block.page() - 1) + " says."));
    assertThat((String) database.call("record-warning").get("warning")).contains("\"pages\":[71]");
    assertThat(database.call("finish-extract").parameters()).containsEntry("pages", 100);
    assertThat(done.getVariable("ranges")).isNull();
  }

  @Test
  void aSentenceThatAPageCutsIsOne() throws Exception {
    database.on("finish-extract").gives(event("extracted"));
    Exchange done =
        extract(PDF, Documents.pdf(original(), "What is said here is not com-", "plete at all."));
    assertThat(blocks(done))
        .containsExactly(
            new Block(1, "paragraph", "What is said here is not com"),
            new Block(2, Block.CONTINUED, "plete at all."));
  }

  @Test
  void aPdfWithAPasswordFails() throws Exception {
    Exchange done = extract(PDF, Documents.encryptedPdf(original(), "secret", "Text."));
    assertFailure(done, "encrypted");
  }

  @Test
  void aPdfThatOpensWithoutPasswordIsReadWhateverItForbids() throws Exception {
    database.on("finish-extract").gives(event("extracted"));
    Exchange done = extract(PDF, Documents.encryptedPdf(original(), "", "All may read this."));
    assertThat(done.getException()).isNull();
    assertThat(blocks(done)).extracting(Block::text).containsExactly("All may read this.");
  }

  @Test
  void aScanFails() throws Exception {
    Exchange done = extract(PDF, Documents.pdf(original(), "", ""));
    assertFailure(done, "no-text");
  }

  @Test
  void whatIsNoPdfAtAllFails() throws Exception {
    assertFailure(
        extract(PDF, Files.writeString(original(), "%PDF-1.7 and nothing more")), "corrupt");
  }

  @Test
  void wordComesWithParagraphsAndTables() throws Exception {
    database.on("finish-extract").gives(event("extracted"));
    Path word =
        Documents.word(
            original(), new String[] {"Größe und Maß.", "Second paragraph."}, "left", "right");
    Exchange done = extract(WORD, word);
    assertThat(done.getException()).isNull();
    assertThat(blocks(done))
        .extracting(Block::page, Block::kind, Block::text)
        .containsExactly(
            tuple(null, "paragraph", "Größe und Maß."),
            tuple(null, "paragraph", "Second paragraph."),
            tuple(null, "table", "left | right"));
    assertThat(database.call("finish-extract").get("pages")).isNull();
    assertThat(done.getVariable("xhtml")).isNull();
  }

  @Test
  void wordWithAPasswordFails() throws Exception {
    Path plain = Documents.word(folder.resolve("plain"), new String[] {"Text."}, "cell");
    assertFailure(extract(WORD, Documents.encryptedWord(original(), plain, "secret")), "encrypted");
  }

  @Test
  void brokenWordFails() throws Exception {
    byte[] word = Files.readAllBytes(Documents.word(original(), new String[] {"Text."}, "cell"));
    Files.write(original(), Arrays.copyOf(word, word.length / 2));
    assertFailure(extract(WORD, original()), "corrupt");
  }

  @ParameterizedTest
  @ValueSource(strings = {"docx", "embedded", "protected", "html", "rtf"})
  @Timeout(20)
  void whatWouldTakeTheHeapIsNotRead(String kind) throws Exception {
    Exchange done =
        switch (kind) {
          case "docx" -> extract(WORD, Documents.heavyWord(original()));
          case "embedded" ->
              extract(
                  WORD,
                  Documents.wordWithin(
                      original(), Documents.heavyWord(folder.resolve("in")), "<w:p/>"));
          case "protected" ->
              extract(
                  WORD,
                  Documents.encryptedWord(
                      original(),
                      Documents.heavyWord(folder.resolve("in")),
                      Decryptor.DEFAULT_PASSWORD));
          case "html" -> extract("text/html", write("<html><body>" + "<p>a".repeat(1_000_000)));
          default -> extract("application/rtf", write("{\\rtf1 a" + "{".repeat(4_000_000)));
        };
    assertFailure(done, "too-complex");
    assertThat(failure(done)).contains("MB of memory");
  }

  private Path write(String text) throws IOException {
    return Files.writeString(original(), text);
  }

  @Test
  void metadataOfADocumentNeverBecomesAHeader() throws Exception {
    database.on("finish-extract").gives(event("extracted"));
    Files.writeString(
        original(),
        """
        <html><head><title>t</title><meta name="CamelSqlQuery" content="delete from document">
        <meta name="CamelSqlParameters" content="1"><meta name="CamelFileName" content="../../etc/passwd"></head>
        <body><h1>Title</h1><p>One.<ul><li>Two.</li></ul></body></html>""");
    Exchange done = extract("text/html", original());
    assertThat(done.getException()).isNull();
    assertThat(blocks(done))
        .extracting(Block::kind, Block::text)
        .containsExactly(
            tuple("title", "t"),
            tuple("heading", "Title"),
            tuple("paragraph", "One."),
            tuple("list", "Two."));
    assertThat(done.getMessage().getHeaders()).containsOnlyKeys("CamelSqlRowCount");
  }

  @Test
  void plainTextIsReadInItsCharacterSet() throws Exception {
    database.on("finish-extract").gives(event("extracted"));
    String text =
        "Все люди рождаются свободными и равными в своем достоинстве и правах. Они наделены разумом и совестью "
            + "и должны поступать в отношении друг друга в духе братства. Каждый человек имеет право на жизнь, на свободу "
            + "и на личную неприкосновенность. Никто не должен содержаться в рабстве или в подневольном состоянии.";
    Files.write(original(), text.getBytes(Charset.forName("windows-1251")));
    assertThat(blocks(extract("text/plain", original())))
        .extracting(Block::text)
        .containsExactly(text);
  }

  @Test
  void markdownKeepsItsHeadings() throws Exception {
    database.on("finish-extract").gives(event("extracted"));
    Files.writeString(
        original(), "# Title #\n\nA line\nand another.\n\n- item\n", StandardCharsets.UTF_8);
    assertThat(blocks(extract("text/markdown", original())))
        .extracting(Block::kind, Block::text)
        .containsExactly(
            tuple("heading", "Title"),
            tuple("paragraph", "A line and another."),
            tuple("list", "- item"));
  }

  @Test
  void aLostLeaseStopsQuietlyAndTellsNothing() throws Exception {
    database.on("finish-extract").gives();
    Files.writeString(original(), "Some text.");
    Exchange done = extract("text/plain", original());
    assertLeaseLost(done);
    assertThat(announced()).isEmpty();
  }

  @Test
  void aStageThatWasPassedBeforeARestartIsNotToldOfAgain() throws Exception {
    database.on("finish-extract").gives(event(null));
    Files.writeString(original(), "Some text.");
    assertThat(extract("text/plain", original()).getException()).isNull();
    assertThat(announced()).isEmpty();
  }

  @Test
  void progressIsSavedAndToldWhileTheLeaseHolds() throws Exception {
    database.on("record-pages").gives(event("page 7")).gives();
    assertThat(tellPages().getException()).isNull();
    assertThat(database.call("record-pages").parameters())
        .containsEntry("page", 7)
        .containsEntry("pages", 9)
        .containsEntry("token", TOKEN);
    assertLeaseLost(tellPages());
    assertThat(announced()).containsExactly("page 7");
  }

  @Test
  void thePoisonOfADemonstrationFailsAsPoisonDoes() throws Exception {
    Exchange done = extract("text/plain", Path.of("ui/public/samples/poison.txt"));
    assertFailure(done, "poisoned");
    assertThat(failure(done)).contains("simulated");
  }

  private Exchange tellPages() {
    return call(
        "tell-pages",
        exchange -> {
          lease(exchange);
          exchange.setVariable("page", 7);
          exchange.setVariable("pages", 9);
        });
  }

  private Path original() {
    return folder.resolve("original");
  }

  private Exchange extract(String type, Path file) {
    return call(
        "extract-text",
        exchange -> {
          lease(exchange);
          exchange.setVariable("document", Map.of("type", type));
          exchange.setVariable("folder", folder.toFile());
          exchange.setVariable("blocks", emptyBlocks().toFile());
          exchange.getMessage().setBody(file.toFile());
        });
  }

  private Path emptyBlocks() {
    try {
      return Files.write(folder.resolve("blocks.jsonl"), new byte[0]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void lease(Exchange exchange) {
    exchange.setVariable("documentId", ID);
    exchange.setVariable("token", TOKEN);
  }

  private void assertFailure(Exchange done, String code) throws Exception {
    assertThat(done.getException()).isNotNull();
    assertThat(failure(done)).contains("\"code\":\"" + code + "\"");
    assertThat(database.calls("finish-extract")).isEmpty();
    assertThat(announced()).isEmpty();
  }

  private static List<Block> blocks(Exchange done) throws Exception {
    List<Block> blocks = new ArrayList<>();
    for (String line : Files.readAllLines(done.getVariable("blocks", File.class).toPath())) {
      blocks.add(new ObjectMapper().readValue(line, Block.class));
    }
    return blocks;
  }
}
