package org.documentpipeline.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class BlockFilesTest {
  @TempDir Path folder;

  private final BlockFiles files = new BlockFiles(1000);

  @Test
  void pagesWithoutTextAreNamed() throws Exception {
    File blocks = files.create(folder.toFile());
    write(blocks, new Block(1, "paragraph", "One."), new Block(2, "paragraph", " "));
    Found found = files.measure(blocks, 3);
    assertThat(found.characters()).isEqualTo(4);
    assertThat(found.warning()).contains("\"pages-without-text\"", "[2,3]");
  }

  @Test
  void theTitleOfTheFileIsNoPartOfItsText() throws Exception {
    File blocks = files.create(folder.toFile());
    write(
        blocks,
        Block.title("Old\u0000 bridges" + "x".repeat(1000)),
        new Block(1, "paragraph", "1"));
    Found found = files.measure(blocks, 1);
    assertThat(found.title()).startsWith("Old bridges").hasSizeLessThanOrEqualTo(300);
    assertThat(found.characters()).isEqualTo(1);
    write(blocks, Block.title("Old bridges"));
    assertThatThrownBy(() -> files.measure(blocks, 1)).hasMessageContaining("No text");
  }

  @Test
  void nothingToWarnOfWhereEveryPageHasTextOrThereAreNoPages() throws Exception {
    File blocks = files.create(folder.toFile());
    write(blocks, new Block(1, "paragraph", "One."));
    assertThat(files.measure(blocks, 1).warning()).isNull();
    assertThat(files.measure(blocks, null).warning()).isNull();
  }

  @Test
  void noLetterAtAllIsNoText() throws Exception {
    File blocks = files.create(folder.toFile());
    write(blocks, new Block(1, "paragraph", "…\n—"));
    assertThatThrownBy(() -> files.measure(blocks, 1))
        .isInstanceOfSatisfying(
            ExtractionException.class, e -> assertThat(e.code()).isEqualTo("no-text"));
  }

  @Test
  void textHasALimitInCharactersOfAnyWriting() throws Exception {
    File blocks = files.create(folder.toFile());
    Block page = new Block(1, "paragraph", "人".repeat(500));
    write(blocks, page, page);
    assertThat(files.measure(blocks, 1).characters()).isEqualTo(1000);
    assertThatThrownBy(() -> write(blocks, page, page, page))
        .isInstanceOfSatisfying(
            ExtractionException.class, e -> assertThat(e.code()).isEqualTo("too-complex"));
  }

  @Test
  void whatIsTooLongToHoldGoesOnInBlocksOfItsOwn() throws Exception {
    for (String part : new String[] {"a word ", "row\n", "\uD83D\uDE00q\u0301"}) {
      BlockFiles roomy = new BlockFiles(1_000_000);
      File blocks = roomy.create(folder.toFile());
      String text = part.repeat(60_000 / part.length()).strip();
      try (BlockWriter writer = roomy.write(blocks)) {
        writer.add(new Block(null, "list", text));
      }
      List<Block> found = new ArrayList<>();
      for (String line : Files.readAllLines(blocks.toPath())) {
        found.add(new ObjectMapper().readValue(line, Block.class));
      }
      assertThat(found).hasSizeBetween(3, 4);
      assertThat(found.stream().skip(1)).allMatch(Block::continued);
      assertThat(found)
          .allSatisfy(block -> assertThat(block.text()).doesNotStartWith("\u0301"))
          .allSatisfy(block -> assertThat(block.text().length()).isLessThanOrEqualTo(20_000));
      assertThat(found.stream().map(Block::text).collect(Collectors.joining())).isEqualTo(text);
    }
  }

  private void write(File file, Block... blocks) throws Exception {
    try (BlockWriter writer = files.write(file)) {
      for (Block block : blocks) {
        writer.add(block);
      }
    }
  }

  /** Cleaned anew for each of its blocks, a table of this size would take minutes. */
  @Test
  @Timeout(60)
  void anEndlessTableIsCleanedOnce() throws Exception {
    BlockFiles roomy = new BlockFiles(50_000_000);
    File blocks = roomy.create(folder.toFile());
    String table = "caf\u00E9 | \u4EBA | 12\n".repeat(2_000_000);
    try (BlockWriter writer = roomy.write(blocks)) {
      writer.add(new Block(null, "table", table));
    }
    assertThat(roomy.measure(blocks, null).characters()).isEqualTo(table.length() - 1);
  }

  @Test
  void whiteSpaceWhereABlockIsCutIsOneSign() throws Exception {
    BlockFiles roomy = new BlockFiles(1_000_000);
    for (String gap : new String[] {" ", " \t ", " \n "}) {
      File blocks = roomy.create(folder.toFile());
      try (BlockWriter writer = roomy.write(blocks)) {
        writer.add(new Block(null, "paragraph", "  " + ("x".repeat(15_000) + gap).repeat(2)));
        writer.add(new Block(null, Block.CONTINUED, gap + "on"));
      }
      List<String> texts = new ArrayList<>();
      for (String line : Files.readAllLines(blocks.toPath())) {
        texts.add(new ObjectMapper().readValue(line, Block.class).text());
      }
      String lead = gap.contains("\n") ? "\n" : " ";
      assertThat(texts.get(1)).isEqualTo(lead + "x".repeat(15_000));
      assertThat(texts.get(2)).isEqualTo(lead + "on");
    }
  }
}
