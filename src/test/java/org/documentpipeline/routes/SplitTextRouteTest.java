package org.documentpipeline.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.documentpipeline.routes.FakeDatabase.row;
import static org.documentpipeline.routes.Rows.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.documentpipeline.extraction.Block;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SplitTextRouteTest extends RouteTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  SplitTextRouteTest() {
    super("worker/split-text");
  }

  @BeforeEach
  void theLeaseHolds() {
    database.on("forget-chunks").gives(row("id", ID));
    database.on("save-chunks").gives(row("id", ID));
    database.on("finish-split").gives(event("split"), event("summarizing"));
  }

  @Test
  void theWholeTextIsSavedInBatchesAndThenTold() throws Exception {
    Exchange done = split(paragraphs(120));
    assertThat(done.getException()).isNull();
    assertThat(database.queries())
        .containsExactly(
            "forget-chunks", "save-chunks", "save-chunks", "save-chunks", "finish-split");
    assertThat(database.calls())
        .allSatisfy(
            call ->
                assertThat(call.parameters())
                    .containsEntry("documentId", ID)
                    .containsEntry("token", TOKEN));
    List<JsonNode> chunks = savedChunks();
    assertThat(chunks)
        .hasSize(120)
        .extracting(chunk -> chunk.get("index").asInt())
        .containsExactlyElementsOf(IntStream.range(0, 120).boxed().toList());
    assertThat(
            chunks.stream()
                .map(chunk -> chunk.get("text").asText())
                .collect(Collectors.joining("\n\n")))
        .isEqualTo(paragraphs(120).stream().map(Block::text).collect(Collectors.joining("\n\n")));
    assertThat(chunks.get(7).fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder(
            "index",
            "firstPage",
            "lastPage",
            "section",
            "start",
            "end",
            "tokens",
            "text",
            "pageStarts");
    assertThat(chunks.get(7).get("firstPage").asInt()).isEqualTo(8);
    assertThat(announced()).containsExactly("split", "summarizing");
  }

  @Test
  void aBatchThatMeetsAnotherOwnerStopsQuietly() throws Exception {
    database.on("save-chunks").gives(row("id", ID)).gives();
    Exchange done = split(paragraphs(120));
    assertLeaseLost(done);
    assertThat(database.queries()).containsExactly("forget-chunks", "save-chunks", "save-chunks");
    assertThat(announced()).isEmpty();
  }

  @Test
  void nothingIsSavedWithoutTheLease() throws Exception {
    database.on("forget-chunks").gives();
    assertLeaseLost(split(paragraphs(1)));
    assertThat(database.queries()).containsExactly("forget-chunks");
    assertThat(announced()).isEmpty();
  }

  @Test
  void aLeaseLostAtTheEndStopsQuietlyToo() throws Exception {
    database.on("finish-split").gives();
    assertLeaseLost(split(paragraphs(1)));
    assertThat(announced()).isEmpty();
  }

  @Test
  void quotesAndLineEndsSurviveTheWayIntoTheDatabase() throws Exception {
    String text =
        "\"A quoted beginning,\" said she.\nAnd 'an end in quotes':\t\\u0041 {{pipeline.home}} ${body} :#x ?";
    split(List.of(new Block(null, "paragraph", text)));
    assertThat(savedChunks().get(0).get("text").asText().replaceAll("\\s+", " "))
        .isEqualTo(text.replaceAll("\\s+", " "));
  }

  private Exchange split(List<Block> blocks) throws Exception {
    Path file = folder.resolve("blocks.jsonl");
    List<String> lines = new ArrayList<>();
    for (Block block : blocks) {
      lines.add(JSON.writeValueAsString(block));
    }
    Files.write(file, lines);
    return call(
        "split-text",
        exchange -> {
          exchange.setVariable("documentId", ID);
          exchange.setVariable("token", TOKEN);
          exchange.setVariable("blocks", new File(file.toString()));
        });
  }

  /** Paragraphs that fill a chunk each, on a page each. */
  private static List<Block> paragraphs(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(
            page ->
                new Block(
                    page,
                    "paragraph",
                    ("Paragraph " + page + " goes on and on in words. ").repeat(9).strip()))
        .toList();
  }

  private List<JsonNode> savedChunks() throws Exception {
    List<JsonNode> chunks = new ArrayList<>();
    for (FakeDatabase.Call save : database.calls("save-chunks")) {
      JSON.readTree((String) save.get("body")).forEach(chunks::add);
    }
    return chunks;
  }
}
