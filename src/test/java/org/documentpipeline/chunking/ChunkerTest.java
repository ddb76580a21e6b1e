package org.documentpipeline.chunking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.documentpipeline.StartupException;
import org.documentpipeline.extraction.Block;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChunkerTest {

  private static final JsonMapper JSON = new JsonMapper();
  private static final TokenCounter TOKENS = new O200kTokenCounter();

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(ints = {32, 50, 120, 400, 2000})
  void everyDocumentIsCutIntoExactPartsWithinBounds(int maxTokens) throws IOException {
    for (long seed = 0; seed < 120; seed++) {
      List<Block> blocks = new RandomBlocks(seed).blocks();
      List<Chunk> chunks = chunks(blocks, maxTokens);
      String why = "seed " + seed + ", at most " + maxTokens + " tokens";
      String document = document(blocks);

      long end = 0;
      for (int i = 0; i < chunks.size(); i++) {
        Chunk chunk = chunks.get(i);
        assertThat(chunk.index()).as(why).isEqualTo(i);
        assertThat(document.substring((int) chunk.start(), (int) chunk.end()))
            .as(why)
            .isEqualTo(chunk.text());
        assertThat(document.substring((int) end, (int) chunk.start()))
            .as(why + ", lost between chunks")
            .isBlank();
        assertThat(chunk.tokens()).as(why).isBetween(1, maxTokens);
        // Joined sentences can have a token more or less than the sum of theirs.
        assertThat(TOKENS.count(chunk.text()))
            .as(why)
            .isLessThanOrEqualTo(chunk.tokens() * 11 / 10 + 3);
        end = chunk.end();
      }
      assertThat(document.substring((int) end)).as(why + ", lost at the end").isBlank();
    }
  }

  @Test
  void sentencesStayWholeUnlessTooLong() throws IOException {
    for (long seed = 0; seed < 60; seed++) {
      List<Block> blocks = new RandomBlocks(seed).prose();
      List<Chunk> chunks = chunks(blocks, 100);
      String document = document(blocks);
      for (Chunk chunk : chunks.subList(0, chunks.size() - 1)) {
        String before = document.substring(0, (int) chunk.end());
        assertThat(before).as("seed " + seed + ", end of chunk " + chunk.index()).endsWith(".");
      }
    }
  }

  @Test
  void noChunkIsALeftover() throws IOException {
    for (long seed = 0; seed < 60; seed++) {
      List<Chunk> chunks = chunks(new RandomBlocks(seed).prose(), 200);
      for (Chunk chunk : chunks.size() == 1 ? List.<Chunk>of() : chunks) {
        assertThat(chunk.tokens())
            .as("seed " + seed + ", chunk " + chunk.index())
            .isGreaterThan(200 * 2 / 5);
      }
    }
  }

  @Test
  void theTitleInTheFilesPropertiesIsNoText() throws IOException {
    Block text = new Block(1, "paragraph", "Some words.");
    List<Chunk> chunks = chunks(List.of(new Block(null, "title", "Old bridges"), text), 64);
    assertThat(chunks).isEqualTo(chunks(List.of(text), 64)).hasSize(1);
  }

  @Test
  void headingIsNeverTheLastOfItsChunk() throws IOException {
    List<Block> blocks = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      blocks.add(new Block(null, "heading", "Chapter " + i));
      blocks.add(new Block(null, "heading", "Where it is said what number " + i + " is"));
      blocks.add(
          new Block(null, "paragraph", "Some words are said here about it. ".repeat(1 + i % 7)));
    }
    List<Chunk> chunks = chunks(blocks, 64);
    assertThat(chunks)
        .hasSizeGreaterThan(10)
        .allSatisfy(
            chunk -> {
              String[] lines = chunk.text().split("\n");
              assertThat(lines[lines.length - 1]).doesNotStartWith("#");
            });
  }

  @Test
  void chunksEndWherePagesAndSectionsEnd() throws IOException {
    String paragraph = "A sentence of some words stands here. ".repeat(5);
    List<Block> pages = new ArrayList<>();
    for (int page = 1; page <= 12; page++) {
      pages.add(new Block(page, "paragraph", paragraph));
      pages.add(new Block(page, "paragraph", paragraph));
    }
    // A page has about 80 tokens: two fit and a bit of a third.
    assertThat(chunks(pages, 190))
        .hasSize(6)
        .allSatisfy(
            chunk -> {
              assertThat(chunk.firstPage()).isOdd();
              assertThat(chunk.lastPage()).isEqualTo(chunk.firstPage() + 1);
              assertThat(chunk.pageStarts())
                  .containsExactly(
                      new PageStart(0, chunk.firstPage()),
                      new PageStart(chunk.text().length() / 2 + 1, chunk.lastPage()));
            });

    List<Block> sections = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      sections.add(new Block(null, "heading", "Section " + i));
      sections.add(new Block(null, "paragraph", paragraph));
      sections.add(new Block(null, "paragraph", paragraph));
    }
    assertThat(chunks(sections, 200))
        .hasSize(6)
        .allSatisfy(
            chunk -> {
              assertThat(chunk.text()).startsWith("## Section " + 2 * chunk.index() + "\n\n");
              assertThat(chunk.section()).isEqualTo("Section " + 2 * chunk.index());
              assertThat(chunk.pageStarts()).isEmpty();
            });
  }

  @Test
  void sentenceThatGoesOnOverThePageIsNotCutThere() throws IOException {
    String filler = "It is said in so many words. ".repeat(8).strip();
    List<Block> blocks =
        List.of(
            new Block(1, "paragraph", filler),
            new Block(1, "paragraph", "He went on and on until"),
            new Block(2, Block.CONTINUED, " nobody was lis"),
            new Block(3, Block.CONTINUED, "tening. Then it ended."),
            new Block(3, "paragraph", filler));
    List<Chunk> chunks = chunks(blocks, 75);
    assertThat(chunks).hasSizeGreaterThan(1);
    assertThat(chunks)
        .anySatisfy(
            chunk -> {
              assertThat(chunk.text()).contains("He went on and on until nobody was listening.");
              assertThat(chunk.lastPage()).isEqualTo(3);
            });
  }

  @Test
  void sectionIsTheOneTheChunkBeginsIn() throws IOException {
    String text = "Many a word is written here for the sake of it. ".repeat(12);
    List<Chunk> chunks =
        chunks(
            List.of(
                new Block(null, "paragraph", text),
                new Block(null, "heading", "One\n two"),
                new Block(null, "paragraph", text),
                new Block(null, "paragraph", text)),
            150);
    assertThat(chunks).extracting(Chunk::section).startsWith((String) null).endsWith("One two");
    assertThat(chunks)
        .anySatisfy(chunk -> assertThat(chunk.text()).startsWith("## One two\n\nMany"));
  }

  @Test
  void headingsHaveTheirLevelInTheText() throws IOException {
    assertThat(
            chunks(
                List.of(
                    new Block(1, "heading", "On Bread", 1),
                    new Block(1, "heading", "Flour", 2),
                    new Block(1, "heading", "Rye", 3),
                    new Block(1, "heading", "Elsewhere"),
                    new Block(1, "paragraph", "It is dark.")),
                150))
        .singleElement()
        .satisfies(
            chunk -> {
              assertThat(chunk.text())
                  .isEqualTo("# On Bread\n\n## Flour\n\n### Rye\n\n## Elsewhere\n\nIt is dark.");
              assertThat(chunk.section()).isEqualTo("Elsewhere");
            });
  }

  @Test
  void tablesAndListsAreCutBetweenRows() throws IOException {
    String rows =
        java.util.stream.IntStream.range(0, 60)
            .mapToObj(i -> "row " + i + " | value " + i * 7)
            .collect(Collectors.joining("\n"));
    for (String kind : List.of("table", "list")) {
      List<Chunk> chunks = chunks(List.of(new Block(null, kind, rows)), 100);
      assertThat(chunks).hasSizeGreaterThan(3);
      assertThat(chunks.stream().map(Chunk::text).collect(Collectors.joining("\n")))
          .isEqualTo(rows);
    }
  }

  @Test
  void emptyFileHasNoChunksAndABrokenLineSaysWhere() throws IOException {
    assertThat(chunks(List.of(), 100)).isEmpty();
    assertThat(chunks(List.of(new Block(1, "paragraph", " \n ")), 100)).isEmpty();
    Path file =
        Files.writeString(
            folder.resolve("broken"),
            "{\"page\":1,\"kind\":\"paragraph\",\"text\":\"a\"}\n{oops\n");
    var chunks = new Chunker(100, TOKENS).chunks(file.toFile());
    assertThatThrownBy(chunks::next)
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("line 2");
    assertThatThrownBy(() -> new Chunker(31, TOKENS))
        .isInstanceOf(StartupException.class)
        .hasMessageContaining("PIPELINE_CHUNK_TOKENS");
  }

  @Test
  void endlessWordIsCutIntoWholeCharacters() throws IOException {
    String word = "\ud83d\ude00e\u0301".repeat(3000);
    List<Chunk> chunks = chunks(List.of(new Block(null, "paragraph", word)), 500);
    assertThat(chunks.stream().map(Chunk::text).collect(Collectors.joining())).isEqualTo(word);
    assertThat(chunks)
        .hasSizeGreaterThan(5)
        .allSatisfy(
            chunk ->
                assertThat(chunk.text())
                    .doesNotStartWith("\u0301")
                    .matches(text -> !Character.isLowSurrogate(text.charAt(0))));
  }

  @Test
  void everyCharacterIsWithinThePagesOfItsChunk() throws IOException {
    for (long seed = 0; seed < 80; seed++) {
      List<Block> blocks = new ArrayList<>();
      int page = 1;
      for (Block block : new RandomBlocks(seed).prose()) {
        // Words are all different, and a page ends somewhere within each paragraph.
        StringBuilder text = new StringBuilder();
        for (String word : block.text().split(" ")) {
          text.append(text.isEmpty() ? "" : " ").append(word).append('p').append(page).append('p');
          if (text.length() > 60) {
            blocks.add(new Block(page, "paragraph", text + "."));
            text.setLength(0);
            page++;
          }
        }
        if (!text.isEmpty()) {
          blocks.add(new Block(page, "paragraph", text + "."));
        }
      }
      for (int i = 1; i < blocks.size(); i += 2) {
        Block block = blocks.get(i);
        blocks.set(i, new Block(block.page(), Block.CONTINUED, " " + block.text()));
      }
      for (Chunk chunk : chunks(blocks, 90)) {
        var pages =
            java.util.regex.Pattern.compile("p(\\d+)p")
                .matcher(chunk.text())
                .results()
                .mapToInt(found -> Integer.parseInt(found.group(1)))
                .summaryStatistics();
        assertThat(List.of(chunk.firstPage(), chunk.lastPage()))
            .as("seed " + seed + ", chunk " + chunk.index())
            .isEqualTo(List.of(pages.getMin(), pages.getMax()));
      }
    }
  }

  @Test
  void aHeadingStaysWithTheLongSentenceItHeads() throws IOException {
    String sentence = "this and that ".repeat(200).strip() + ".";
    List<Chunk> chunks =
        chunks(
            List.of(
                new Block(null, "heading", "What is meant"),
                new Block(null, "paragraph", sentence),
                new Block(null, "heading", "What is not"),
                new Block(null, "paragraph", sentence)),
            120);
    assertThat(chunks).hasSizeGreaterThan(6);
    assertThat(chunks)
        .filteredOn(chunk -> chunk.text().contains("##"))
        .hasSize(2)
        .allSatisfy(chunk -> assertThat(chunk.text()).contains(" is ", "this and that"));
  }

  @Test
  void eachPieceOfTextIsCountedOnce() throws IOException {
    for (String sentence :
        List.of("Some words make a sentence. ", "words without any end ", "\u5b57")) {
      String text = sentence.repeat(200_000 / sentence.length());
      long[] counted = {0};
      TokenCounter counter =
          part -> {
            counted[0] += part.length();
            return TOKENS.count(part);
          };
      Path file = folder.resolve("blocks.jsonl");
      Files.writeString(file, JSON.writeValueAsString(new Block(null, "paragraph", text)) + "\n");
      new Chunker(500, counter).chunks(file.toFile()).forEachRemaining(chunk -> {});
      assertThat(counted[0]).as(sentence).isLessThan(text.length() * 11L / 10);
    }
  }

  private List<Chunk> chunks(List<Block> blocks, int maxTokens) throws IOException {
    File file = folder.resolve("blocks.jsonl").toFile();
    try (var writer = Files.newBufferedWriter(file.toPath())) {
      for (Block block : blocks) {
        writer.write(JSON.writeValueAsString(block));
        writer.newLine();
      }
    }
    List<Chunk> chunks = new ArrayList<>();
    new Chunker(maxTokens, TOKENS).chunks(file).forEachRemaining(chunks::add);
    return chunks;
  }

  /** The document as chunks show it, put together in the plainest way. */
  private static String document(List<Block> blocks) {
    StringBuilder document = new StringBuilder();
    String before = null;
    for (Block block : blocks) {
      if (block.text().isBlank()) {
        continue;
      }
      String text = block.text().strip();
      if (block.continued() && before != null) {
        String gap = block.text().substring(0, block.text().indexOf(text.charAt(0)));
        document.append(gap.isEmpty() ? "" : gap.contains("\n") ? "\n" : " ").append(text);
        continue;
      }
      boolean lists = "list".equals(before) && "list".equals(block.kind());
      document.append(before == null ? "" : lists ? "\n" : "\n\n");
      String line = text.replaceAll("\\s+", " ");
      document.append(
          !"heading".equals(block.kind()) ? text : line.matches("#{1,6} .*") ? line : "## " + line);
      before = block.kind();
    }
    return document.toString();
  }
}
