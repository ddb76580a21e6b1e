package org.documentpipeline.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class XhtmlBlocksTest {

  private static List<Block> read(String body) throws Exception {
    List<Block> blocks = new ArrayList<>();
    String xhtml = "<html><head><title/></head><body>" + body + "</body></html>";
    XhtmlBlocks.read(xhtml.getBytes(StandardCharsets.UTF_8), blocks::add);
    return blocks;
  }

  @Test
  void headingsParagraphsAndListsAreToldApart() throws Exception {
    assertThat(
            read(
                "<h1>Title</h1><p>Some <b>bold</b>\n text.</p><ul><li>one</li><li>two</li></ul>bare"))
        .containsExactly(
            new Block(null, "heading", "Title"),
            new Block(null, "paragraph", "Some bold text."),
            new Block(null, "list", "one"),
            new Block(null, "list", "two"),
            new Block(null, "paragraph", "bare"));
  }

  @Test
  void theTitleOfTheFileIsNoTextAndThereOnce() throws Exception {
    List<Block> blocks = new ArrayList<>();
    String xhtml =
        "<html><head><meta name='a' content='b'/><title> Old bridges </title></head>"
            + "<body><p>Some text</p><title>Embedded</title><p>More.</p></body></html>";
    XhtmlBlocks.read(xhtml.getBytes(StandardCharsets.UTF_8), blocks::add);
    assertThat(blocks)
        .containsExactly(
            Block.title("Old bridges"),
            new Block(null, "paragraph", "Some text"),
            new Block(null, "paragraph", "More."));
  }

  @Test
  void aTableKeepsItsRowsAndCells() throws Exception {
    assertThat(
            read(
                "<table><tbody><tr><td><p>a</p></td><td>b</td></tr><tr><td>c</td><td>d</td></tr></tbody></table>"))
        .containsExactly(new Block(null, "table", "a | b\nc | d"));
  }

  @Test
  void whatWordMakesOfListsAndRunningHeadsIsKnown() throws Exception {
    assertThat(
            read(
                "<p class='header'>My book</p><p>Text.</p><p class='list_Paragraph'>one</p><p>• two</p><p class='footer'>Page 3</p><p>More.</p>"))
        .containsExactly(
            new Block(null, "paragraph", "Text."),
            new Block(null, "list", "one"),
            new Block(null, "list", "• two"),
            new Block(null, "paragraph", "More."));
  }

  @Test
  void namesOfEmbeddedFilesAreNoText() throws Exception {
    assertThat(
            read(
                "<p>Text.</p><div class='package-entry'><h1>image1.emf</h1></div>"
                    + "<div class='package-entry'><h1>notes.txt</h1><h1>A heading</h1><p>Inside.</p></div>bare"))
        .containsExactly(
            new Block(null, "paragraph", "Text."),
            new Block(null, "heading", "A heading"),
            new Block(null, "paragraph", "Inside."),
            new Block(null, "paragraph", "bare"));
  }

  @Test
  void nestingHasALimit() {
    String deep = "<div>".repeat(600) + "x" + "</div>".repeat(600);
    assertThatThrownBy(() -> read(deep))
        .isInstanceOfSatisfying(
            ExtractionException.class, e -> assertThat(e.code()).isEqualTo("too-complex"));
  }

  @Test
  void nothingOutsideIsLoaded() {
    byte[] attack =
        "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><html><body><p>&e;</p></body></html>"
            .getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> XhtmlBlocks.read(attack, block -> {}))
        .isInstanceOfSatisfying(
            ExtractionException.class, e -> assertThat(e.code()).isEqualTo("corrupt"));
  }

  @Test
  void tablesThatLayOutAPageAreItsText() throws Exception {
    String article = "A sentence of the article that a table lays out. ".repeat(5).strip();
    assertThat(
            read(
                "<p>Intro.</p><table><tr><td>Menu</td><td><h2>Title</h2><p>"
                    + article
                    + "</p><ul><li>one</li></ul>more</td><td>Ads</td></tr><tr><td>a</td><td>b</td></tr></table>end"))
        .containsExactly(
            new Block(null, "paragraph", "Intro."),
            new Block(null, "table", "Menu"),
            new Block(null, "heading", "Title"),
            new Block(null, "paragraph", article),
            new Block(null, "list", "one"),
            new Block(null, "paragraph", "more"),
            new Block(null, "table", "Ads\na | b"),
            new Block(null, "paragraph", "end"));
  }

  @Test
  void shortPartsOfACellAndTablesWithinStayInTheirRow() throws Exception {
    assertThat(
            read(
                "<table><tr><td><p>a</p><p>b</p></td><td></td><td>c<br/>d</td></tr>"
                    + "<tr><td>x<table><tr><td>1</td><td>2</td></tr></table></td><td>y</td></tr></table>"))
        .extracting(Block::text)
        .containsExactly("a b | | c d\nx\n1 | 2\ny");
  }
}
