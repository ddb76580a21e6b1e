package org.documentpipeline.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class PlainTextTest {
  @TempDir Path folder;

  private List<Block> read(byte[] bytes) throws Exception {
    BlockFiles files = new BlockFiles(1_000_000);
    File blocks = files.create(folder.toFile());
    Path text = Files.write(folder.resolve("text"), bytes);
    new PlainText(files).read(text.toFile(), blocks);
    List<Block> found = new ArrayList<>();
    for (String line : Files.readAllLines(blocks.toPath())) {
      found.add(new ObjectMapper().readValue(line, Block.class));
    }
    return found;
  }

  @Test
  void markdownKeepsItsStructure() throws Exception {
    String text =
        "# Title #\nFirst line\nsecond line\n\n- one\n- two\n\n| a | b |\n|---|---|\n| 1 | 2 |\n";
    assertThat(read(text.getBytes("UTF-8")))
        .containsExactly(
            new Block(null, "heading", "Title"),
            new Block(null, "paragraph", "First line second line"),
            new Block(null, "list", "- one\n- two"),
            new Block(null, "table", "| a | b |\n|---|---|\n| 1 | 2 |"));
  }

  @Test
  @Timeout(20)
  void hugeTablesAndLinesThatAreNoneTakeNoLonger() throws Exception {
    String wide = "a" + "|a".repeat(5_000) + "\n-" + "|-".repeat(5_000) + "\n";
    assertThat(read(wide.getBytes("UTF-8")))
        .extracting(Block::kind)
        .startsWith("table")
        .doesNotContain("paragraph");
    String spaces = "a|b\n:" + " ".repeat(19_000) + "x\n\n";
    assertThat(read(spaces.repeat(40).getBytes("UTF-8"))).hasSize(80);
  }

  @Test
  void aTableEndsWhereAnotherBlockBegins() throws Exception {
    String text = "a | b\n-|-\n1 | 2\n# Next | part\nText.\n\nc | d\n:-: | -\n- item | x\n";
    assertThat(read(text.getBytes("UTF-8")))
        .extracting(block -> block.kind() + ":" + block.text())
        .containsExactly(
            "table:a | b\n-|-\n1 | 2",
            "heading:Next | part",
            "paragraph:Text.",
            "table:c | d\n:-: | -",
            "list:- item | x");
    assertThat(read("a | b\n-|-|-\n1 | 2".getBytes("UTF-8")))
        .as("of other cells")
        .extracting(Block::kind)
        .containsExactly("paragraph");
  }

  @Test
  void aTableNeedsNoLinesAtItsEnds() throws Exception {
    String text =
        "Stock\n\nItem | Price\n--- | ---:\nApples | 1.99\nPears | 2\n\nThis | is | no | table\nbut text.";
    assertThat(read(text.getBytes("UTF-8")))
        .containsExactly(
            new Block(null, "paragraph", "Stock"),
            new Block(null, "table", "Item | Price\n--- | ---:\nApples | 1.99\nPears | 2"),
            new Block(null, "paragraph", "This | is | no | table but text."));
  }

  /** As in text that is copied from a page, where no blank line is between paragraphs. */
  @Test
  void whereLinesAreWrappedAShortOneEndsAParagraph() throws Exception {
    String wrapped =
        """
        The river carries the water of spring down to the mill in the valley, and
        nobody who lives there remembers a year without it, as far as the books of
        those who wrote them tell, which are not many, for most of what was written
        about the valley was lost in the fire that took the house of the scribe and
        """;
    String text =
        "Old bridges\nPersonal information\nBuilt 1512\n"
            + (wrapped + "the parish tell. They do not\ngo back for ever.\n").repeat(4)
            + wrapped
            + "the council.\n";
    List<Block> blocks = read(text.getBytes("UTF-8"));
    String joined = wrapped.strip().replace('\n', ' ');
    assertThat(blocks)
        .extracting(Block::text)
        .startsWith("Old bridges", "Personal information", "Built 1512")
        .endsWith(joined + " the council.")
        .hasSize(8)
        .contains(joined + " the parish tell. They do not go back for ever.");
  }

  @Test
  void whereLinesAreOfAnyLengthTheyAreOneParagraph() throws Exception {
    String poem =
        "A line\nThat nobody has wrapped at any width that can be told, for it is a poem\n";
    assertThat(read(poem.repeat(20).getBytes("UTF-8"))).hasSize(1);
  }

  @Test
  void entriesAreLinesOfTheirOwnWhereNothingIsWrapped() throws Exception {
    String chat = "[09:02] mira: morning all\n[09:05] jun: can we go?\n[09:06] mira: yes";
    String mail = "From: Maria Petrova\nTo: All\nSubject: Moving to the\nnew office";
    String rows = "day,rain\n2024-01-01,0.0\n2024-01-02,3.5";
    String clauses = "2. TERM\n2.1 It begins now.\n2.2 It goes on for years to come.";
    String prose = "It began\nin 2019: a year\nof 3.5 million\nthings: all";
    assertThat(
            read(String.join("\n\n", chat, mail, rows, clauses, prose).getBytes("UTF-8")).stream()
                .map(Block::text))
        .containsExactly(
            "[09:02] mira: morning all",
            "[09:05] jun: can we go?",
            "[09:06] mira: yes",
            "From: Maria Petrova",
            "To: All",
            "Subject: Moving to the new office",
            "day,rain",
            "2024-01-01,0.0",
            "2024-01-02,3.5",
            "2. TERM",
            "2.1 It begins now.",
            "2.2 It goes on for years to come.",
            "It began in 2019: a year of 3.5 million things: all");
  }

  @Test
  void theEncodingIsThatOfTheWholeFile() throws Exception {
    String text = "All of this is plain.\n\n".repeat(10_000) + "T\u00EAte-\u00E0-t\u00EAte.";
    List<Block> blocks = read(text.getBytes("UTF-8"));
    assertThat(blocks.get(blocks.size() - 1).text()).isEqualTo("T\u00EAte-\u00E0-t\u00EAte.");
  }

  @Test
  void aFileOfOneLineIsReadInParts() throws Exception {
    String text = "Words of a line. ".repeat(20_000).strip();
    List<Block> blocks = read(text.getBytes("UTF-8"));
    assertThat(blocks.get(0).kind()).isEqualTo("paragraph");
    assertThat(blocks.subList(1, blocks.size()))
        .hasSizeGreaterThan(10)
        .allSatisfy(block -> assertThat(block.kind()).isEqualTo(Block.CONTINUED));
    assertThat(blocks).allSatisfy(block -> assertThat(block.text()).hasSizeLessThan(20_001));
    assertThat(blocks.stream().map(Block::text).collect(Collectors.joining())).isEqualTo(text);
  }

  @Test
  void longParagraphsKeepTheSpacesBetweenTheirLines() throws Exception {
    String line = "One of very many lines of one paragraph of words.\n";
    List<Block> blocks = read(line.repeat(3000).getBytes("UTF-8"));
    assertThat(blocks.stream().map(Block::text).collect(Collectors.joining()))
        .isEqualTo(line.repeat(3000).strip().replace('\n', ' '));
  }

  @Test
  void headingsWithoutMarksAreKnown() throws Exception {
    String text =
        "BOOK ONE: 1805\n\nCHAPTER I\n\nWell, Prince, so Genoa\nand Lucca.\n\nTitle\n=====\nText.\n\n第三章 自由\n\nNO, SAID HE.\n";
    assertThat(read(text.getBytes("UTF-8")))
        .extracting(block -> block.kind() + ":" + block.text())
        .containsExactly(
            "heading:BOOK ONE: 1805",
            "heading:CHAPTER I",
            "paragraph:Well, Prince, so Genoa and Lucca.",
            "heading:Title",
            "paragraph:Text.",
            "heading:第三章 自由",
            "paragraph:NO, SAID HE.");
  }

  @Test
  void aLineForEverySentenceIsNoParagraphForEverySentence() throws Exception {
    String sentence = "It says so (Hudson et al. 1984), and " + "on it goes, ".repeat(20) + "on.";
    String text = sentence + "\nThis one is short.\n" + sentence + "\n\nAnother paragraph.";
    assertThat(read(text.getBytes("UTF-8")))
        .extracting(Block::text)
        .containsExactly(sentence + " This one is short. " + sentence, "Another paragraph.");
  }

  @Test
  void whereLinesAreNotWrappedEachIsAParagraph() throws Exception {
    String long1 = "One line is a whole paragraph here. ".repeat(8).strip();
    assertThat(read(("A name\n" + long1 + "\n" + long1 + "\n\nShort\nlines.").getBytes("UTF-8")))
        .extracting(Block::text)
        .containsExactly("A name", long1, long1, "Short lines.");
  }

  @Test
  void listItemsOfSeveralLinesAndLinesOfChineseAreJoined() throws Exception {
    String text = "- one is\n  on three\nlines\n- two\n\n人人生而自由，\n在尊严和权利上一律\n平等。\n";
    assertThat(read(text.getBytes("UTF-8")))
        .containsExactly(
            new Block(null, "list", "- one is on three lines\n- two"),
            new Block(null, "paragraph", "人人生而自由，在尊严和权利上一律平等。"));
  }

  @Test
  void unicodeIsComposedAndSoftHyphensAreLeftOut() throws Exception {
    assertThat(read("Cafe\u0301 con\u00ADsid\u00ADer\n".getBytes("UTF-8")))
        .containsExactly(new Block(null, "paragraph", "Caf\u00E9 consider"));
  }

  @Test
  void whatIsOnlyInPartTextIsRefused() {
    byte[] bytes = (HumanRights.in("ru") + "\n").repeat(300).getBytes(StandardCharsets.UTF_16LE);
    for (int i = 100_000; i < bytes.length; i++) {
      bytes[i] = (byte) (i % 2 == 0 ? 0 : 0xD8);
    }
    assertThatThrownBy(() -> read(bytes))
        .isInstanceOfSatisfying(
            ExtractionException.class, e -> assertThat(e.code()).isEqualTo("corrupt"));
  }

  @Test
  void aByteOrderMarkIsNotText() throws Exception {
    assertThat(read("\uFEFFHello there, all of you.".getBytes("UTF-8")))
        .containsExactly(new Block(null, "paragraph", "Hello there, all of you."));
  }

  @Test
  void controlCharactersAreLeftOut() throws Exception {
    assertThat(read("One\u0000 two\u0007 three.".getBytes("UTF-8")))
        .containsExactly(new Block(null, "paragraph", "One two three."));
  }

  @Test
  void wordsThatLinesCutAreJoinedAsTheFileWritesThem() throws Exception {
    String text =
        "A well-known exam-\nple of it, which is well-\nknown and soft\u00AD\nly cut, in 1990-\n91 --\nor so.\n";
    assertThat(read(text.getBytes("UTF-8")))
        .containsExactly(
            new Block(
                null,
                "paragraph",
                "A well-known example of it, which is well-known and softly cut, in 1990-91 -- or so."));
  }

  @Test
  void headingsAreMarkedAsInCommonMark() {
    assertThat(Headings.marked("## Title ##  ")).isEqualTo("Title");
    assertThat(Headings.marked("# C#")).isEqualTo("C#");
    assertThat(Headings.marked("#\tOne")).isEqualTo("One");
    assertThat(Headings.marked("## ##")).isEmpty();
    assertThat(Headings.marked("#hashtag")).isNull();
    assertThat(Headings.marked("####### seven")).isNull();
    assertThat(Headings.marked("#")).isNull();
  }

  /** A regular expression would try each of the spaces as the title's end: for minutes. */
  @Test
  @Timeout(20)
  void headingsFullOfSpacesTakeNoLonger() throws Exception {
    String line = "# a" + " ".repeat(19_990) + "b\n";
    assertThat(read(line.repeat(40).getBytes("UTF-8"))).hasSize(40);
    long start = System.nanoTime();
    for (int i = 0; i < 1_000; i++) {
      assertThat(Headings.marked(line.strip())).hasSize(19_992);
    }
    assertThat(System.nanoTime() - start).isLessThan(15_000_000_000L);
  }

  @Test
  void aNameAboveALongLineIsNoPartOfIt() throws Exception {
    String wide =
        "A line that nobody has ended by hand, for it goes on and on over all columns there are.";
    String chinese = "人人生而自由，在尊严和权利上一律平等。他们赋有理性和良心，并应以兄弟关系的精神相对待，一律平等。";
    assertThat(
            read(
                ("Abkhaz\n"
                        + wide
                        + "\n\n(Jinan)\n"
                        + chinese
                        + "\n\nHe said:\n"
                        + wide
                        + "\n\nOh well\nit goes on as lines do that end by hand.\n")
                    .getBytes("UTF-8")))
        .extracting(Block::text)
        .containsExactly(
            "Abkhaz",
            wide,
            "(Jinan)",
            chinese,
            "He said: " + wide,
            "Oh well it goes on as lines do that end by hand.");
  }
}
