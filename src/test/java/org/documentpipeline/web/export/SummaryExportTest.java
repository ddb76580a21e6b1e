package org.documentpipeline.web.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.parser.Parser;
import org.documentpipeline.web.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SummaryExportTest {

  private static final String SUMMARY =
      """
      # The finding

      An **official** offer was *found* in the `flow`.

      - first point
      - second point
        with a long tail

      1. one
      2. two

      > quoted

      ---
      Ärger, Ελληνικά, Русский, tiếng Việt.
      """;

  private final SummaryExport export = new SummaryExport(new PdfFonts(new SystemFonts(List.of())));

  private static String document(String name, String summary) throws IOException {
    return new ObjectMapper()
        .writeValueAsString(
            Map.of(
                "id",
                "1",
                "name",
                name,
                "status",
                "completed",
                "pages",
                12,
                "summary",
                summary,
                "unknown",
                1,
                "model",
                Map.of("provider", "builtin", "name", "extractive"),
                "finishedAt",
                "2026-11-23T10:00:00.000Z",
                "chunks",
                List.of(
                    Map.of(
                        "index",
                        0,
                        "firstPage",
                        1,
                        "lastPage",
                        7,
                        "tokens",
                        10,
                        "summary",
                        "The *first* part. <a id=\"chunk-1\">"),
                    Map.of(
                        "index",
                        1,
                        "firstPage",
                        8,
                        "lastPage",
                        8,
                        "tokens",
                        10,
                        "section",
                        "Ends",
                        "summary",
                        "# Last\n\nbit"))));
  }

  @Test
  void writesMarkdown() throws IOException {
    String text =
        new String(export.export("md", document("a_b.pdf", SUMMARY)), StandardCharsets.UTF_8);
    assertThat(text)
        .startsWith("# a\\_b.pdf\n")
        .contains(SUMMARY.strip())
        .contains("12 pages")
        .contains("2026-11-23")
        .contains("summarised by builtin extractive")
        .contains("### Part 1, pages 1–7\n\nThe *first* part. ‹a id")
        .contains("### Part 2, page 8: Ends");
    assertThat(export.export(null, document("a_b.pdf", SUMMARY)))
        .isEqualTo(text.getBytes(StandardCharsets.UTF_8));
  }

  private static final String CITED =
      """
      # Finding

      An offer was found. [pp. 1–7](#chunk-0) [p. 8](#chunk-1)

      - See the [annex](https://example.org/x). [part 2](#chunk-1)

      وجد العرض في التقرير. [pp. 1–7](#chunk-0)

      発見された。 [p. 8](#chunk-1)
      """;

  @Test
  void showsThePagesThatASentenceIsFrom() throws IOException {
    String document = document("a.pdf", CITED);
    assertThat(new String(export.export("txt", document), StandardCharsets.UTF_8))
        .contains("An offer was found. [pp. 1–7] [p. 8]\n")
        .contains("See the annex. [part 2]\n")
        .contains("発見された。 [p. 8]\n")
        .doesNotContain("#chunk");
    try (XWPFDocument word =
        new XWPFDocument(new ByteArrayInputStream(export.export("docx", document)))) {
      assertThat(word.getParagraphs())
          .extracting(XWPFParagraph::getText)
          .contains(
              "An offer was found. [pp. 1–7] [p. 8]",
              "•\tSee the annex. [part 2]",
              "وجد العرض في التقرير. [pp. 1–7]",
              "発見された。 [p. 8]");
    }
    try (PDDocument pdf = Loader.loadPDF(export.export("pdf", document))) {
      String text = Normalizer.normalize(new PDFTextStripper().getText(pdf), Normalizer.Form.NFKC);
      assertThat(text)
          .contains("An offer was found. [pp. 1–7] [p. 8]", "See the annex. [part 2]")
          .contains("وجد العرض في التقرير");
      assertThat(text.split("pp\\. 1–7", -1)).hasSize(3);
      assertThat(text.split("p\\. 8", -1)).hasSize(3);
    }
  }

  @Test
  void theLinksOfTheMarkdownLeadToItsParts() throws IOException {
    String text = new String(export.export("md", document("a.pdf", CITED)), StandardCharsets.UTF_8);
    assertThat(text)
        .contains("An offer was found. [pp. 1–7](#chunk-0) [p. 8](#chunk-1)")
        .contains("\n\n<a id=\"chunk-0\"></a>\n\n### Part 1, pages 1–7\n")
        .contains("\n\n<a id=\"chunk-1\"></a>\n\n### Part 2, page 8: Ends\n");
  }

  /**
   * What a document, or a model, has put into the summary of a part is neither link nor picture.
   */
  @Test
  void notesBringNoLinksOfTheirOwn() throws IOException {
    String notes =
        "It says ![x](https://evil/p.png), [p. 9](#chunk-7) and [p. 8][z] <a href='#chunk-1'>."
            + "\n\n[z]: #chunk-0\n\n<img src=x>";
    String document =
        document("a.pdf", CITED).replace("# Last\\n\\nbit", notes.replace("\n", "\\n"));
    assertThat(document).contains("evil");
    String text = new String(export.export("md", document), StandardCharsets.UTF_8);
    String parts = text.substring(text.indexOf("## Summaries of the parts"));
    Parser.builder()
        .build()
        .parse(parts)
        .accept(
            new AbstractVisitor() {
              @Override
              public void visit(Link link) {
                fail("a link to " + link.getDestination());
              }

              @Override
              public void visit(Image image) {
                fail("a picture");
              }

              @Override
              public void visit(HtmlInline html) {
                assertThat(html.getLiteral())
                    .isIn("<a id=\"chunk-0\">", "<a id=\"chunk-1\">", "</a>");
              }

              @Override
              public void visit(HtmlBlock html) {
                fail(html.getLiteral());
              }
            });
    assertThat(new String(export.export("txt", document), StandardCharsets.UTF_8))
        .contains("It says ![x] (https://evil/p.png), [p. 9] (#chunk-7) and");
  }

  @Test
  void theOnlyPartIsNotSaidAgain() throws IOException {
    ObjectMapper json = new ObjectMapper();
    ObjectNode document = (ObjectNode) json.readTree(document("a.pdf", CITED));
    ((ArrayNode) document.get("chunks")).remove(1);
    String markdown = new String(export.export("md", document.toString()), StandardCharsets.UTF_8);
    assertThat(markdown)
        .contains("<a id=\"chunk-0\"></a>\n\n# Finding\n\nAn offer was found.")
        .doesNotContain("Summaries of the parts", "The *first* part.");
    assertThat(new String(export.export("txt", document.toString()), StandardCharsets.UTF_8))
        .contains("An offer was found.")
        .doesNotContain("Summaries of the parts", "The first part.");
  }

  @Test
  void writesPlainText() throws IOException {
    String text =
        new String(export.export("txt", document("a_b.pdf", SUMMARY)), StandardCharsets.UTF_8);
    assertThat(text)
        .startsWith("a_b.pdf\n=======\n")
        .contains("An official offer was found in the flow.")
        .contains("• second point with a long tail\n")
        .contains("2. two\n")
        .doesNotContain("**")
        .doesNotContain("# ");
  }

  @Test
  void writesJson() throws IOException {
    JsonNode json = new ObjectMapper().readTree(export.export("json", document("a.pdf", SUMMARY)));
    assertThat(json.path("summary").asText()).isEqualTo(SUMMARY);
    assertThat(json.path("model").path("name").asText()).isEqualTo("extractive");
    assertThat(json.path("chunks").get(1).path("firstPage").asInt()).isEqualTo(8);
    assertThat(json.has("structure")).isTrue();
    assertThat(json.get("structure").isNull()).isTrue();
    String structure = "{\"title\":\"T\",\"paragraphs\":[],\"keyPoints\":[]}";
    String withStructure =
        document("a.pdf", SUMMARY).replaceFirst("\\{", "{\"structure\":" + structure + ",");
    json = new ObjectMapper().readTree(export.export("json", withStructure));
    assertThat(json.get("structure")).isEqualTo(new ObjectMapper().readTree(structure));
  }

  @Test
  void writesWord() throws IOException {
    byte[] file =
        export.export("docx", document("a\u0001b.pdf", SUMMARY + "\n\nشلون\n\n日本語 \u0000 \ud800"));
    try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(file))) {
      assertThat(word.getParagraphs().get(0).getText()).isEqualTo("a\ufffdb.pdf");
      assertThat(word.getParagraphs().stream().filter(p -> p.getText().equals("The finding")))
          .extracting(XWPFParagraph::getStyle)
          .containsExactly("Heading2");
      assertThat(word.getParagraphs())
          .extracting(XWPFParagraph::getText)
          .contains(
              "An official offer was found in the flow.",
              "•\tfirst point",
              "2.\ttwo",
              "Part 1, pages 1–7");
      assertThat(
              word.getParagraphs().stream()
                  .flatMap(p -> p.getRuns().stream())
                  .filter(run -> run.text().equals("official"))
                  .findFirst()
                  .orElseThrow()
                  .isBold())
          .isTrue();
      assertThat(
              word.getParagraphs().stream()
                  .filter(p -> p.getText().equals("شلون"))
                  .allMatch(p -> p.getCTP().getPPr().isSetBidi()))
          .isTrue();
      assertThat(word.getStyles().getStyle("Heading1").getName()).isEqualTo("heading 1");
    }
  }

  @Test
  void writesPdfWithItsFonts() throws IOException {
    try (PDDocument pdf = Loader.loadPDF(export.export("pdf", document("a.pdf", SUMMARY)))) {
      String text = new PDFTextStripper().getText(pdf);
      assertThat(text.lines())
          .contains(
              "a.pdf",
              "The finding",
              "An official offer was found in the flow.",
              "1 / 1",
              "Ärger, Ελληνικά, Русский, tiếng Việt.",
              "Part 2, page 8: Ends");
      assertThat(text).contains("• first point").contains("2. two").doesNotContain("\ufffd");
      for (PDPage page : pdf.getPages()) {
        for (var name : page.getResources().getFontNames()) {
          PDFont font = page.getResources().getFont(name);
          assertThat(font.isEmbedded()).as(font.getName()).isTrue();
        }
      }
      assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("a.pdf");
    }
  }

  @Test
  void breaksLinesAndPages() throws IOException {
    String summary = "word ".repeat(3000) + "\n\n" + "unbroken".repeat(60);
    try (PDDocument pdf = Loader.loadPDF(export.export("pdf", document("a.pdf", summary)))) {
      assertThat(pdf.getNumberOfPages()).isBetween(4, 9);
      PDFTextStripper stripper = new PDFTextStripper();
      assertThat(stripper.getText(pdf).lines().mapToInt(String::length).max().orElse(0))
          .isLessThan(110);
      assertThat(stripper.getText(pdf).split("\\bword\\b", -1)).hasSize(3001);
      stripper.setStartPage(2);
      stripper.setEndPage(2);
      assertThat(stripper.getText(pdf)).contains("2 / " + pdf.getNumberOfPages());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "日本語の要約",
        "한국어 요약",
        "हिन्दी",
        "😀👩‍👩‍👧",
        "\ud800",
        "a\u0000b\u0007",
        "ไทย",
        "\ue000"
      })
  void showsThatACharacterIsMissing(String text) throws IOException {
    try (PDDocument pdf =
        Loader.loadPDF(export.export("pdf", document(text, "x " + text + " y")))) {
      assertThat(new PDFTextStripper().getText(pdf)).contains("x ").contains(" y");
    }
  }

  @Test
  void tellsOfMissingCharacters() throws IOException {
    try (PDDocument pdf = Loader.loadPDF(export.export("pdf", document("a.pdf", "日本語")))) {
      assertThat(new PDFTextStripper().getText(pdf))
          .contains("\ufffd\ufffd\ufffd")
          .contains("No font of the server");
    }
  }

  @Test
  void takesFontsOfTheMachineForWhatTheBundledOneLacks(@TempDir Path fonts) throws IOException {
    try (InputStream mono =
        getClass().getResourceAsStream("/net/sf/jasperreports/fonts/dejavu/DejaVuSansMono.ttf")) {
      Files.copy(mono, fonts.resolve("Mono.ttf"));
    }
    Files.writeString(fonts.resolve("noto-broken.ttf"), "no font");
    SummaryExport export =
        new SummaryExport(new PdfFonts(new SystemFonts(List.of(fonts, fonts.resolve("none")))));
    String recorder = "\u2315";
    try (PDDocument pdf =
        Loader.loadPDF(export.export("pdf", document("a.pdf", "a " + recorder + " b")))) {
      assertThat(new PDFTextStripper().getText(pdf))
          .contains("a " + recorder + " b")
          .doesNotContain("No font of");
    }
  }

  @Test
  void writesRightToLeft() throws IOException {
    try (PDDocument pdf =
        Loader.loadPDF(
            export.export("pdf", document("a.pdf", "שלום (abc) עולם\n\nالسلام عليكم")))) {
      PDFTextStripper stripper = new PDFTextStripper();
      assertThat(stripper.getText(pdf)).contains("שלום (abc) עולם").doesNotContain("\ufffd");
      assertThat(Normalizer.normalize(stripper.getText(pdf), Normalizer.Form.NFKC))
          .contains("السلام عليكم");
    }
  }

  @Test
  void knowsItsFormats() {
    assertThat(export.mediaType("pdf")).isEqualTo("application/pdf");
    assertThat(export.fileName("docx", "report.v2.pdf")).isEqualTo("report.v2.summary.docx");
    assertThat(export.fileName("md", ".hidden")).isEqualTo(".hidden.summary.md");
    assertProblem(400, "bad-request", "html", "{}");
    assertProblem(409, "not-finished", "md", "{\"status\":\"processing\",\"summary\":null}");
    assertProblem(409, "not-finished", "pdf", "{\"status\":\"failed\",\"summary\":null}");
  }

  private void assertProblem(int status, String code, String format, String document) {
    assertThatThrownBy(() -> export.export(format, document))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.getStatusCode().value()).isEqualTo(status);
              assertThat(e.getBody().getProperties()).containsEntry("code", code);
            });
  }
}
