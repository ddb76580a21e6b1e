package org.documentpipeline.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageFlowTest {

  private static List<Block> read(Bookmarks bookmarks, String... pages) {
    List<Block> blocks = new ArrayList<>();
    List<PageLines> lines = new ArrayList<>();
    RangeNotes notes = new RangeNotes();
    for (int i = 0; i < pages.length; i++) {
      lines.add(PageLines.of(i + 1, pages[i]));
      notes.add(lines.get(i));
    }
    PageFlow flow = new PageFlow(notes, bookmarks, blocks::add);
    lines.forEach(flow::page);
    flow.end();
    return blocks;
  }

  private static List<String> texts(String... pages) {
    return read(new Bookmarks(), pages).stream().map(Block::text).toList();
  }

  /** Kind (and level of headings) and text of each block. */
  private static List<String> blocks(Bookmarks bookmarks, String... pages) {
    return read(bookmarks, pages).stream()
        .map(
            block ->
                block.kind() + (block.level() == null ? "" : block.level()) + ":" + block.text())
        .toList();
  }

  private static List<String> blocks(String... pages) {
    return blocks(new Bookmarks(), pages);
  }

  @Test
  void linesOfAParagraphAreJoinedAndHyphensUndone() {
    assertThat(
            texts(
                "The licences that we use have changed consid-\nerably since the first of them was written down.\n"))
        .containsExactly(
            "The licences that we use have changed considerably since the first of them was written down.");
  }

  @Test
  void aLineThatTheNextWordWouldHaveFittedInEasilyEndsAParagraph() {
    String full = "the keepers of the lamps wrote down every night what they had seen of the sea\n";
    String tower = "Old tower of the harbour (western)\n";
    String text = " wrote down every night what they had seen of it\n" + full + full;
    assertThat(texts(full + tower + "Norwich" + text))
        .containsExactly(joined(full + tower), joined("Norwich" + text));
    assertThat(texts(full + tower + "Nordvikhavnfyrlyktevakt" + text))
        .containsExactly(joined(full + tower + "Nordvikhavnfyrlyktevakt" + text));
  }

  /** Few lines of a bill are full; most of them stand alone. */
  @Test
  void linesAreJoinedWhereLinesAreSoLongThatTheyGoOn() {
    String text =
        "Please pay the sum within fourteen days from the day on which you got this bill of ours\n"
            + "and do not forget its number. Thank you.\n";
    String cells =
        "Pos Item Price\n1 Lamp of type B with a large green lens 250.00\n2 Fitting it 85.00\n";
    assertThat(texts("Lamp Works\nHarbour Road 12\nBill 2026-114\nDate 14 May\n" + cells + text))
        .containsExactly(
            "Lamp Works",
            "Harbour Road 12",
            "Bill 2026-114",
            "Date 14 May",
            "Pos Item Price",
            "1 Lamp of type B with a large green lens 250.00",
            "2 Fitting it 85.00",
            joined(text));
    String capitals = text.replace("and do", "And do");
    assertThat(texts("Lamp Works\nHarbour Road 12\nNordvik, Harbour County\nBill\n" + capitals))
        .contains("Nordvik, Harbour County", joined(capitals));
  }

  @Test
  void aFewWordsAloneAreNoLastLineOfAParagraph() {
    String post =
        "Coast Guard of the western county, technician for all the lamps (2012 to 2019)\n";
    String keeper =
        "He kept the lamps of the county and lived with all of his family in the tower of\n";
    assertThat(texts(post + "Education\nMaster of Science, Trondheim\n" + keeper + "Norwegian\n"))
        .startsWith(post.strip(), "Education", "Master of Science, Trondheim");
    assertThat(texts(keeper + "Nordvik.\n" + post)).contains(joined(keeper + "Nordvik."));
    assertThat(texts(keeper + "Nordvik.7\n" + post)).contains(joined(keeper + "Nordvik.7"));
    assertThat(texts(keeper.strip() + " Old,\nNordvik\n" + post + keeper))
        .contains(joined(keeper.strip() + " Old, Nordvik"));
  }

  @Test
  void aSlideBeginsWithItsTitleAndEndsWithItself() {
    String bullets =
        "\n\u2022 Two thirds are fishing boats\n\u2022 Cargo fell by 4 % more than in May\n";
    assertThat(
            blocks(
                "Traffic is up" + bullets,
                "What went wrong" + bullets,
                "What comes next?" + bullets,
                "And then" + bullets,
                "this is no title" + bullets))
        .containsExactly(
            "heading1:Traffic is up",
            "list:\u2022 Two thirds are fishing boats",
            "list:\u2022 Cargo fell by 4 % more than in May",
            "heading2:What went wrong",
            "list:\u2022 Two thirds are fishing boats",
            "list:\u2022 Cargo fell by 4 % more than in May",
            "heading2:What comes next?",
            "list:\u2022 Two thirds are fishing boats",
            "list:\u2022 Cargo fell by 4 % more than in May",
            "heading2:And then",
            "list:\u2022 Two thirds are fishing boats",
            "list:\u2022 Cargo fell by 4 % more than in May",
            "continued: this is no title",
            "list:\u2022 Two thirds are fishing boats",
            "list:\u2022 Cargo fell by 4 % more than in May");
  }

  @Test
  void shortPagesOfABookAreNoSlides() {
    String text =
        "They kept the lamps of the harbour\nand wrote down what they saw at\nnight. Then the morning came over\n";
    String[] pages = {text, text, text, text, text};
    assertThat(blocks(pages)).noneMatch(block -> block.startsWith("heading"));
  }

  private static String joined(String lines) {
    return lines.strip().replace('\n', ' ');
  }

  /** The word as it is torn, what the document says elsewhere, the word as it should be. */
  @ParameterizedTest
  @CsvSource({
    "be-|tween them,nothing,between them",
    "free-|software,the free code is free and software is software,free-software",
    "well-|known,a well-known man,well-known",
    "to-|day,today is a day to stay to the end of day,today",
    "New-|York,nothing,New-York",
    "1990-|91,nothing,1990-91",
    "state-of-|the-art,nothing,state-of-the-art",
    "Grund-|gesetz,nothing,Grundgesetz"
  })
  void hyphensStayWhereTheDocumentWritesThem(String torn, String elsewhere, String whole) {
    String page =
        "This is how a word may come to be torn in a line: " + torn.replace('|', '\n') + ", so.";
    assertThat(texts(elsewhere + ".", page)).last().asString().contains(whole);
  }

  @Test
  void sentencesAndWordsThatAPageCutsGoOn() {
    assertThat(
            read(
                new Bookmarks(),
                "A line of words that is as long as any other of them\nand one more of them that ends within a cer-",
                "tain word. Then all is well with all the words of it.",
                "A page that begins with a sentence of its own, no less"))
        .containsExactly(
            new Block(
                1,
                "paragraph",
                "A line of words that is as long as any other of them and one more of them that ends within a cer"),
            new Block(2, "continued", "tain word. Then all is well with all the words of it."),
            new Block(3, "paragraph", "A page that begins with a sentence of its own, no less"));
    assertThat(read(new Bookmarks(), "It was said by the elder", "of the two that it was so."))
        .containsExactly(
            new Block(1, "paragraph", "It was said by the elder"),
            new Block(2, "continued", " of the two that it was so."));
  }

  @Test
  void anEnumerationThatAPageCutsGoesOn() {
    assertThat(
            blocks(
                "It was found by three of them at least (see the works [11,", "37] and others)."))
        .containsExactly(
            "paragraph:It was found by three of them at least (see the works [11,",
            "continued: 37] and others).");
    assertThat(
            blocks("It was found by three of them at least (see the works [11]", "37 and others."))
        .hasSize(2)
        .last()
        .isEqualTo("paragraph:37 and others.");
  }

  @Test
  void aShortLastLineEndsAParagraph() {
    assertThat(
            texts(
                "A first paragraph of words that fill the whole line of it\nends here.\nA second paragraph of words that fills the line as well\nThird"))
        .containsExactly(
            "A first paragraph of words that fill the whole line of it ends here.",
            "A second paragraph of words that fills the line as well Third");
  }

  @Test
  void headingsListsAndTablesAreToldApart() {
    String body = "A line of plain words that is as long as the others are.\n";
    Bookmarks bookmarks = new Bookmarks();
    bookmarks.add("The Beginning", 1, 2);
    assertThat(
            read(
                bookmarks,
                "The Beginning\n"
                    + body.repeat(2)
                    + "2.1 What was found\n"
                    + body
                    + "• bread, of which there was so much that the line was full\nand over\n• milk\n"
                    + "Year Sales Costs\n2021 1,200 900\n2022 1,300 950\n2023 1,250 (940)\nCHAPTER TWO: The End\n"
                    + body))
        .extracting(block -> block.kind() + ":" + block.text())
        .containsExactly(
            "heading:The Beginning",
            "paragraph:" + (body + body).strip().replace('\n', ' '),
            "heading:2.1 What was found",
            "paragraph:" + body.strip(),
            "list:• bread, of which there was so much that the line was full and over",
            "list:• milk",
            "paragraph:Year Sales Costs",
            "table:2021 1,200 900\n2022 1,300 950\n2023 1,250 (940)",
            "heading:CHAPTER TWO: The End",
            "paragraph:" + body.strip());
  }

  @Test
  void aTableOfContentsKeepsItsLines() {
    assertThat(
            texts("Contents\nOne ........ 3\nTwo ............ 17\nThree . . . . . . . 29\n").get(1))
        .isEqualTo("One … 3\nTwo … 17\nThree … 29");
  }

  @Test
  void cellsBetweenTabsAreReadable() {
    assertThat(texts("a\t1\tx\nb\t2\ty\nc\t3\tz"))
        .containsExactly("a | 1 | x\nb | 2 | y\nc | 3 | z");
  }

  @Test
  void linesOfChineseAreJoinedWithoutSpacesAndThoseOfArabicWith() {
    assertThat(texts("人人生而自由,在尊严和权利上一律\n平等。")).containsExactly("人人生而自由,在尊严和权利上一律平等。");
    assertThat(texts("يولد جميع الناس أحرارا متساوين\nفي الكرامة والحقوق."))
        .containsExactly("يولد جميع الناس أحرارا متساوين في الكرامة والحقوق.");
  }

  @Test
  void marginsAndOrnamentsAreLeftOut() {
    assertThat(
            texts(
                "* * * * *\nThe text of the page.\n1\n2\n3\n4\n5\n6S\n7R\nIn 1999 there were\n3\nof them.\nar\nX\niv\n:2\n10\n3.\n15"))
        .containsExactly("The text of the page. In 1999 there were 3 of them.");
  }

  @Test
  void signsThatAreNoLettersAreNoText() {
    assertThat(texts("\uE001\uE002\uE003 \uE004\uE005 ab", "\uF0B7 A point of it.")).hasSize(1);
  }

  @Test
  void unicodeIsComposed() {
    assertThat(texts("Cafe\u0301 con\u00ADsider")).containsExactly("Caf\u00E9 consider");
  }

  @Test
  void anEmptyPageHasNone() {
    assertThat(texts(" \n \n", "", "\u2014\n")).containsExactly("\u2014");
  }

  @Test
  void softHyphensAtLineEndsJoinAndOthersGo() {
    assertThat(
            texts(
                "This is an exam\u00AD\nple of it, and an EX\u00AD \nAMPLE, with a hid\u00ADden one and 3\u00AD\n4 so."))
        .containsExactly("This is an example of it, and an EXAMPLE, with a hidden one and 34 so.");
    assertThat(texts("A word that the page tears is an exam\u00AD", "ple of it."))
        .containsExactly("A word that the page tears is an exam", "ple of it.");
  }

  @Test
  void endlessDotsAreOneSign() {
    String row = "a\t" + ".".repeat(100_000) + "\tb";
    assertThat(texts(row + "\n" + row + "\n" + row + ".. .")).hasSize(1);
    assertThat(texts("a\t. . . . .\tb\na\t...\tb\na\tb.c\td"))
        .containsExactly("a | \u2026 | b\na | ... | b\na | b.c | d");
  }

  private static final String LINE = "A line of plain words that is as long as the others are.\n";

  @Test
  void numbersTellTheLevelsOfHeadings() {
    assertThat(
            blocks(
                "1. Introduction\n"
                    + LINE
                    + "1.1. Of ASN.1 and others\n"
                    + LINE
                    + "1.1.1 What is it?\n"
                    + LINE,
                "2. What was done\n" + LINE + "1. It is\n2. Or not\n" + LINE,
                "A.1 Tables of it\n" + LINE + "References\n" + LINE))
        .filteredOn(block -> !block.startsWith("paragraph"))
        .containsExactly(
            "heading2:1. Introduction",
            "heading3:1.1. Of ASN.1 and others",
            "heading4:1.1.1 What is it?",
            "heading2:2. What was done",
            "list:1. It is",
            "list:2. Or not",
            "heading3:A.1 Tables of it",
            "heading2:References");
  }

  @Test
  void numbersThatAreInNoOrderAreNoHeadings() {
    assertThat(
            blocks(
                "1 Introduction\n"
                    + LINE
                    + "12 Monkeys in a row\n"
                    + LINE
                    + "2 Methods of it\n"
                    + LINE))
        .filteredOn(block -> block.startsWith("heading"))
        .containsExactly("heading2:1 Introduction", "heading2:2 Methods of it");
  }

  @Test
  void wordsTellTheLevelsOfHeadings() {
    assertThat(
            blocks(
                "PART ONE",
                "CHAPTER I: The Beginning\n" + LINE + "THE MEANING OF\nBREAD\n" + LINE,
                "Article 7\n"
                    + LINE
                    + "NOTES\n"
                    + LINE
                    + "-- INCORRECT\n"
                    + LINE
                    + "FOO ::= {BAR}\n"
                    + LINE))
        .filteredOn(block -> block.startsWith("heading"))
        .containsExactly(
            "heading2:PART ONE",
            "heading2:CHAPTER I: The Beginning",
            "heading3:THE MEANING OF BREAD",
            "heading3:Article 7",
            "heading2:NOTES");
  }

  @Test
  void whatTheBookmarksDoNotKnowIsBelowTheirSection() {
    Bookmarks bookmarks = new Bookmarks();
    bookmarks.add("NOTES", 1, 3);
    bookmarks.add("ONE", 2, 3);
    bookmarks.add("TWO", 3, 3);
    assertThat(
            blocks(bookmarks, "NOTES\n" + LINE + "CHAPTER ONE\n" + LINE + "4 SIZES OF IT\n" + LINE))
        .filteredOn(block -> block.startsWith("heading"))
        .containsExactly("heading3:NOTES", "heading4:CHAPTER ONE");
  }

  @Test
  void listsAgendasAndSentencesAreNoHeadings() {
    assertThat(blocks("Parts of it\n1 Housing\n2 Drive shaft\n3 Oil seal\n4 Cover\n"))
        .noneMatch(block -> block.matches("heading\\d?:[2-4].*"));
    assertThat(blocks("Agenda\n9.00 Welcome\n9.30 Opening of it\n10.15 Questions\n"))
        .noneMatch(block -> block.matches("heading\\d?:9.*"));
    assertThat(
            blocks(
                "The vote was taken late.\n12 Members of the committee voted in favour of\n"
                    + "the plan and the others against it, as they had said before.\n"))
        .noneMatch(block -> block.contains(":12 Members of the committee voted in favour of\n"))
        .noneMatch(block -> block.startsWith("heading"));
    Bookmarks bookmarks = new Bookmarks();
    bookmarks.add("Experiments", 1, 2);
    assertThat(
            blocks(
                bookmarks,
                "They speak of what became in the end of the many long\nexperiments. So it was.\n"))
        .noneMatch(block -> block.startsWith("heading"));
  }

  @Test
  void aPressReleaseIsNoFrontPageOfAPaper() {
    assertThat(
            blocks(
                "City opens a bridge\nThe work- shop of the city built it in a year, which is\n"
                    + "less than was thought. It opens on Sunday.\n- It is of stone\n- It is long\nBackground\n"
                    + "The bridge before it was old and had been closed for many years, as all know.\n"))
        .noneMatch(block -> block.startsWith("table"));
  }

  @Test
  void aPageOfTextIsNoFrontPage() {
    String page = LINE + LINE + "Abstract\n" + LINE;
    assertThat(blocks(page.replace("are.", "are so."))).first().asString().startsWith("paragraph:");
    assertThat(blocks("A Title\nAbstract\n" + LINE))
        .containsExactly("heading1:A Title", "heading2:Abstract", "paragraph:" + LINE.strip());
  }

  @Test
  void lettersThatQuartzLosesComeBack() {
    assertThat(
            texts(
                "The e\u21B5orts and di\u0000culties of an o\u21B5-the-shelf kit. Press \u21B5 now."))
        .containsExactly("The efforts and difficulties of an off-the-shelf kit. Press \u21B5 now.");
    assertThat(texts("The di\u0000culties.")).containsExactly("The diculties.");
  }

  /** Time may not grow with the square of a page's length. */
  @Test
  void anyPageIsLookedThroughInLinearTime() {
    for (String line :
        List.of(
            " \n",
            "A line of it \nand more\n\n",
            "1. \n",
            "1. A\n",
            "\u2022\n",
            "OF\n",
            "1 A title\n",
            "Bread\n",
            "1The note\nword.1\n",
            "Abstract\n",
            "A,\n",
            "(a) B\n")) {
      Bookmarks bookmarks = new Bookmarks();
      bookmarks.add("Bread Bread Bread Bread Bread", 1, 2);
      Assertions.assertTimeoutPreemptively(
          Duration.ofSeconds(20), () -> read(bookmarks, line.repeat(200_000)), line);
    }
  }
}
