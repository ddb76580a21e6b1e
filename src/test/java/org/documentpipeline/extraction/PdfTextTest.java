package org.documentpipeline.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDestinationNameTreeNode;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDNamedDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageFitDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of whole PDFs: page by page as the route reads them, then as blocks. */
class PdfTextTest {
  private static final String BODY =
      """
      There is a line of words here that is about as long as those of a paper,
      and another one behind it that is not much shorter or longer than the
      first, so that the two of them together look like a paragraph of words.
      """;

  @TempDir Path folder;
  private final PDDocument document = new PDDocument();

  @AfterEach
  void close() throws IOException {
    document.close();
  }

  private void page(String text) throws IOException {
    PDPage page = new PDPage();
    document.addPage(page);
    column(page, 40, text);
  }

  private void column(PDPage page, float left, String text) throws IOException {
    try (PDPageContentStream content =
        new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, true)) {
      content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 9);
      float y = 760;
      for (String line : text.split("\n", -1)) {
        content.beginText();
        content.newLineAtOffset(left, y -= 12);
        content.showText(line);
        content.endText();
      }
    }
  }

  private PDOutlineItem bookmark(PDOutlineNode parent, String title, int page) {
    PDOutlineItem item = new PDOutlineItem();
    item.setTitle(title);
    if (page > 0) {
      PDPageFitDestination destination = new PDPageFitDestination();
      destination.setPage(document.getPage(page - 1));
      item.setDestination(destination);
    }
    parent.addLast(item);
    return item;
  }

  private PDDocumentOutline outline() {
    PDDocumentOutline outline = new PDDocumentOutline();
    document.getDocumentCatalog().setDocumentOutline(outline);
    return outline;
  }

  /** Page, kind (and the level of headings) and text of each block. */
  private List<String> blocks() throws IOException {
    File file = folder.resolve("test.pdf").toFile();
    document.save(file);
    PdfPages pages = new PdfPages(1000, 2, 64);
    PageRanges ranges = pages.ranges(file);
    PageTexts texts = new PageTexts(1_000_000);
    for (PageRange range : ranges) {
      try (PdfPageIterator inRange = pages.open(range)) {
        while (inRange.hasNext()) {
          PdfPage page = inRange.next();
          try (PDDocument single = page.document()) {
            String text = new PDFTextStripper().getText(single);
            texts.add(text, folder.toFile(), range, page.number());
          }
        }
      }
    }
    File blocks = folder.resolve("blocks.jsonl").toFile();
    new PdfBlocks(new BlockFiles(1_000_000)).write(ranges, folder.toFile(), blocks);
    List<String> found = new ArrayList<>();
    for (String line : Files.readAllLines(blocks.toPath())) {
      Block block = new ObjectMapper().readValue(line, Block.class);
      String level = block.level() == null ? "" : block.level().toString();
      found.add(block.page() + " " + block.kind() + level + ": " + block.text());
    }
    return found;
  }

  private static String joined(String lines) {
    return lines.strip().replace('\n', ' ');
  }

  @Test
  void thePartsOfAPaperInTwoColumnsAreToldApart() throws IOException {
    page(
        """
        Passage Retrieval for the Answering of
        Questions in an Open Domain
        Vera Karpa1, Barbara Ogun2, Patrick Lewis1
        1 University of Washington
        {vera,patrick}@example.org
        Abstract
        """
            + BODY
            + "1 Introduction\n"
            + BODY);
    column(document.getPage(0), 330, BODY + "1.1 What was done\n" + BODY + "References\n" + BODY);
    assertThat(blocks())
        .containsExactly(
            "1 heading1: Passage Retrieval for the Answering of Questions in an Open Domain",
            "1 table: Vera Karpa1, Barbara Ogun2, Patrick Lewis1 | 1 University of Washington"
                + " | {vera,patrick}@example.org",
            "1 heading2: Abstract",
            "1 paragraph: " + joined(BODY),
            "1 heading2: 1 Introduction",
            "1 paragraph: " + joined(BODY + BODY),
            "1 heading3: 1.1 What was done",
            "1 paragraph: " + joined(BODY),
            "1 heading2: References",
            "1 paragraph: " + joined(BODY));
  }

  @Test
  void anAbstractThatBeginsInItsLineAndKeywords() throws IOException {
    page(
        "On the Growth of Bread\nAnna Liebig and J. van der Meer\nAbstract. "
            + BODY
            + "Keywords: bread, flour.\n1. Introduction\n"
            + BODY);
    assertThat(blocks())
        .containsExactly(
            "1 heading1: On the Growth of Bread",
            "1 table: Anna Liebig and J. van der Meer",
            "1 heading2: Abstract",
            "1 paragraph: " + joined(BODY),
            "1 paragraph: Keywords: bread, flour.",
            "1 heading2: 1. Introduction",
            "1 paragraph: " + joined(BODY));
  }

  @Test
  void bookmarksTellHeadingsAndTheirLevels() throws IOException {
    page("BREAD\n" + BODY + "CHAPTER ONE: Of \u201CFlour\u201D\n" + BODY + "Rye\n" + BODY);
    page(BODY + "Rye\n" + BODY + "A title that is too long for a\nsingle line of it\n" + BODY);
    page("ENDS");
    PDDocumentOutline outline = outline();
    PDOutlineItem bread = bookmark(outline, "Bread", 1);
    PDOutlineItem flour = bookmark(bread, "1: Of \"Flour\"", 1);
    bookmark(flour, "Rye", 1);
    bookmark(bread, "A title that is too long for a single line of it", 2);
    bookmark(outline, "Ends", 3);
    PDOutlineItem elsewhere = bookmark(outline, "Of words", 0);
    PDActionURI site = new PDActionURI();
    site.setURI("https://example.org");
    elsewhere.setAction(site);
    assertThat(blocks())
        .containsExactly(
            "1 heading2: BREAD",
            "1 paragraph: " + joined(BODY),
            "1 heading3: CHAPTER ONE: Of \u201CFlour\u201D",
            "1 paragraph: " + joined(BODY),
            "1 heading4: Rye",
            "1 paragraph: " + joined(BODY),
            "2 paragraph: " + joined(BODY),
            "2 paragraph: Rye",
            "2 paragraph: " + joined(BODY),
            "2 heading3: A title that is too long for a single line of it",
            "2 paragraph: " + joined(BODY),
            "3 heading2: ENDS");
  }

  @Test
  void aBookmarkAboveAllOthersIsTheTitle() throws IOException {
    page("All of it\n" + BODY + "The first part\n" + BODY);
    PDOutlineItem all = bookmark(outline(), "All of it", 1);
    bookmark(all, "The first part", 1);
    assertThat(blocks()).contains("1 heading1: All of it", "1 heading2: The first part");
  }

  @Test
  void theTitleInThePropertiesTellsItOnTheFirstPage() throws IOException {
    page("Of Bread and Milk in the Towns,\nVillages and Islands\n" + BODY);
    page(
        "Of Bread and Milk in the Towns, Villages and Islands 2\nNothing of this kind was found in any of the towns of the land.");
    document
        .getDocumentInformation()
        .setTitle("Of bread and milk in the towns, villages and islands");
    assertThat(blocks().subList(1, 4))
        .containsExactly(
            "1 heading1: Of Bread and Milk in the Towns, Villages and Islands",
            "1 paragraph: " + joined(BODY),
            "2 paragraph: Nothing of this kind was found in any of the towns of the land.");
  }

  @Test
  void bookmarksThatGoRoundAndRoundDoNoHarm() throws IOException {
    page("The title\n" + BODY);
    PDDocumentOutline outline = outline();
    PDOutlineItem first = bookmark(outline, "The title", 1);
    PDOutlineItem second = bookmark(outline, "Another", 1);
    second.getCOSObject().setItem("Next", first.getCOSObject());
    first.getCOSObject().setItem("First", first.getCOSObject());
    assertThat(blocks()).contains("1 heading2: The title", "1 paragraph: " + joined(BODY));
  }

  @Test
  void aHeadThatIsThereOnceGoesAndTheTitleStays() throws IOException {
    page("THANKS\n" + BODY + "7");
    page(BODY.toUpperCase().replace(".", ";") + "\n8 THANKS");
    page(BODY + "9");
    assertThat(blocks()).contains("1 heading2: THANKS").noneMatch(block -> block.contains("8"));
  }

  @Test
  void signsOfNotesGoAndNotesAreParagraphs() throws IOException {
    page(
        """
        There is a line of words here that has a sign at its very end.1 It is as
        long as any other line, and in practice2 it goes on. That is in Fig.2 of
        the works (Chen, 2017).3 In v2.8 and 3.5 of No.2 there is nothing of it.
        1The first of the notes is a sentence that is long enough for one line.
        2https://example.org has the second of them.
        3Notes end where they end.
        """
            + BODY);
    assertThat(blocks())
        .containsExactly(
            "1 paragraph: There is a line of words here that has a sign at its very end. It is as long"
                + " as any other line, and in practice it goes on. That is in Fig.2 of the works"
                + " (Chen, 2017). In v2.8 and 3.5 of No.2 there is nothing of it.",
            "1 paragraph: 1 The first of the notes is a sentence that is long enough for one line.",
            "1 paragraph: 2 https://example.org has the second of them.",
            "1 paragraph: 3 Notes end where they end.",
            "1 paragraph: " + joined(BODY));
  }

  @Test
  void linesWithoutASpaceAtTheirEndEndParagraphsWhereOthersHaveOne() throws IOException {
    page(
        """
        Shops Bakeries, markets, mills and others
        Roads Every road that has a name of its own
        Rivers The Rhine, the Danube, the Elbe, the Oder, the Weser,\s
        the Main, the Neckar and all of their tributaries. What is\s
        more, there are canals, which belong to nobody at all and\s
        are not counted.
        """);
    assertThat(blocks())
        .containsExactly(
            "1 paragraph: Shops Bakeries, markets, mills and others",
            "1 paragraph: Roads Every road that has a name of its own",
            "1 paragraph: Rivers The Rhine, the Danube, the Elbe, the Oder, the Weser, the Main, the"
                + " Neckar and all of their tributaries. What is more, there are canals, which belong"
                + " to nobody at all and are not counted.");
  }

  @Test
  void blankLinesEndParagraphsUnlessTheyAreBehindEveryLine() throws IOException {
    page(
        "To whom it may concern:\n \n"
            + BODY
            + " \nBest regards from all of us here, and from me,\n \nMallori");
    assertThat(blocks())
        .containsExactly(
            "1 paragraph: To whom it may concern:",
            "1 paragraph: " + joined(BODY),
            "1 paragraph: Best regards from all of us here, and from me,",
            "1 paragraph: Mallori");
  }

  @Test
  void linesWithBlankOnesBehindEachOfThemAreOneParagraph() throws IOException {
    page((BODY + BODY).replace("\n", "\n \n"));
    assertThat(blocks()).containsExactly("1 paragraph: " + joined(BODY + BODY));
  }

  @Test
  void itemsStayItemsWithTheLinesThatBelongToThem() throws IOException {
    page(
        BODY
            + """
            \u2022
            Bread, of which there was so much of it that it did not fit into one line
            and went on into the next
            \u2022 Milk (in bottles of glass)
            \u2022 Honey
            1. The first of the two is an item that is as long as a line may become,
            12. but this begins no item and is a part of what was said in it before
            2. The second of the two
            a) A letter
            b) And another
            The amount is in section
            3. of the law, as it was passed in those days by the houses of parliament,
            and no item either.
            """);
    assertThat(blocks())
        .containsExactly(
            "1 paragraph: " + joined(BODY),
            "1 list: \u2022 Bread, of which there was so much of it that it did not fit into one line and"
                + " went on into the next",
            "1 list: \u2022 Milk (in bottles of glass)",
            "1 list: \u2022 Honey",
            "1 list: 1. The first of the two is an item that is as long as a line may become, 12. but"
                + " this begins no item and is a part of what was said in it before",
            "1 list: 2. The second of the two",
            "1 list: a) A letter",
            "1 list: b) And another",
            "1 paragraph: The amount is in section",
            "1 list: 3. of the law, as it was passed in those days by the houses of parliament, and no"
                + " item either.");
  }

  /** Not even where it is the tree of names that leads to itself, or titles are endless. */
  @Test
  void hostileBookmarksCostLittle() throws Exception {
    page("Old bridges\n" + BODY);
    PDDocumentOutline outline = new PDDocumentOutline();
    document.getDocumentCatalog().setDocumentOutline(outline);
    COSString endless = new COSString("x".repeat(1_000_000));
    for (int i = 0; i < 2_000; i++) {
      PDOutlineItem item = new PDOutlineItem();
      item.getCOSObject().setItem(COSName.TITLE, endless);
      outline.addLast(item);
    }
    PDOutlineItem named = new PDOutlineItem();
    named.setTitle("Old bridges");
    named.setDestination(new PDNamedDestination("nowhere"));
    outline.addFirst(named);
    COSDictionary tree = new COSDictionary();
    COSArray kids = new COSArray();
    kids.add(tree);
    tree.setItem(COSName.KIDS, kids);
    COSDictionary names = new COSDictionary();
    names.setItem(COSName.DESTS, tree);
    document.getDocumentCatalog().getCOSObject().setItem(COSName.NAMES, names);
    Bookmarks bookmarks =
        Assertions.assertTimeoutPreemptively(
            Duration.ofSeconds(10), () -> BookmarkReader.read(document));
    assertThat(bookmarks.find(List.of("Old bridges"), 0, 1)).isNotNull();
    assertThat(bookmarks.firstPage("x".repeat(1_000_000))).isNull();
  }

  @Test
  void aNameLeadsToItsPage() throws Exception {
    page("Something\n" + BODY);
    page("Old bridges\n" + BODY);
    PDPageFitDestination there = new PDPageFitDestination();
    there.setPage(document.getPage(1));
    PDDestinationNameTreeNode leaf = new PDDestinationNameTreeNode();
    leaf.setNames(Map.of("bridges", there));
    PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
    names.setDests(leaf);
    document.getDocumentCatalog().setNames(names);
    PDOutlineItem item = new PDOutlineItem();
    item.setTitle("Old bridges");
    item.setDestination(new PDNamedDestination("bridges"));
    PDDocumentOutline outline = new PDDocumentOutline();
    outline.addLast(item);
    document.getDocumentCatalog().setDocumentOutline(outline);
    Bookmarks bookmarks = BookmarkReader.read(document);
    assertThat(bookmarks.find(List.of("Old bridges"), 0, 2)).isNotNull();
    assertThat(bookmarks.find(List.of("Old bridges"), 0, 1)).isNull();
  }
}
