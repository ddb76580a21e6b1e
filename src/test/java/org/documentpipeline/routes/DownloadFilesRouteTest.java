package org.documentpipeline.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.documentpipeline.routes.FakeDatabase.row;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.SdkClientException;

class DownloadFilesRouteTest extends ApiTest {
  private static final String DOCUMENT =
      """
      {"id":"%s","name":"Größe.pdf","status":"completed","summary":"# The title\\n\\nThe summary.","pages":3,
      "mediaType":"application/pdf","bytes":1,"options":{"length":"short","language":"auto","focus":null},
      "model":{"provider":"builtin","name":"extractive"},"createdAt":"2026-01-01T00:00:00.000Z",
      "finishedAt":"2026-01-01T00:01:00.000Z",
      "chunks":[{"index":0,"firstPage":1,"lastPage":2,"tokens":9,"status":"done","summary":"The first part."},
      {"index":1,"firstPage":3,"lastPage":3,"tokens":9,"status":"done","summary":"The last part."}]}"""
          .formatted(ID);

  DownloadFilesRouteTest() {
    super("api/download-original", "api/show-pdf", "api/download-summary", "api/answer-problems");
  }

  @Test
  void theOriginalComesBackUnderItsNameAsItWas() throws Exception {
    byte[] bytes = {0, 1, (byte) 0xFF, 'a'};
    storage.objects.put(Rows.KEY, bytes);
    storage.metadata.put("CamelHttpResponseCode", "302");
    storage.metadata.put("Location", "https://elsewhere.test");
    database.on("read-original").gives(original("Größe \"1\".pdf", true));
    Exchange answer = request("download-original", Map.of("id", ID));
    assertThat(answer.getMessage().getBody(InputStream.class).readAllBytes()).isEqualTo(bytes);
    assertThat(answer.getMessage().getHeaders())
        .containsOnlyKeys("Content-Type", "Content-Disposition");
    assertThat(answer.getMessage().getHeader("Content-Type")).isEqualTo("application/pdf");
    assertThat(answer.getMessage().getHeader("Content-Disposition", String.class))
        .startsWith("attachment")
        .contains("filename=\"Gr__e _1_.pdf\"")
        .contains("filename*=UTF-8''Gr%C3%B6%C3%9Fe");
    assertThat(storage.touched).containsExactly("bucket/" + Rows.KEY);
    assertThat(database.call("read-original").get("id")).isEqualTo(ID);
  }

  @Test
  void aPdfIsShownInPlace() throws Exception {
    byte[] bytes = "%PDF-1.7".getBytes(StandardCharsets.UTF_8);
    storage.objects.put(Rows.KEY, bytes);
    storage.metadata.put("Content-Type", "text/html");
    database.on("read-original").gives(original("Größe.pdf", true));
    Exchange answer = request("show-pdf", Map.of("id", ID));
    assertThat(answer.getMessage().getBody(InputStream.class).readAllBytes()).isEqualTo(bytes);
    assertThat(answer.getMessage().getHeaders())
        .containsOnlyKeys("Content-Type", "Content-Disposition");
    assertThat(answer.getMessage().getHeader("Content-Type")).isEqualTo("application/pdf");
    assertThat(answer.getMessage().getHeader("Content-Disposition", String.class))
        .startsWith("inline")
        .contains("filename*=UTF-8''Gr%C3%B6%C3%9Fe.pdf");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/html", "image/svg+xml", "application/pdf; x=1", "text/plain"})
  void whatIsNotAPdfIsNotShownInPlace(String type) {
    storage.objects.put(Rows.KEY, new byte[] {1});
    Map<String, Object> page = original("page.html", true);
    page.put("type", type);
    database.on("read-original").gives(page);
    assertProblem(request("show-pdf", Map.of("id", ID)), 404, "not-found");
    assertThat(storage.touched).isEmpty();
  }

  @Test
  void aLargeOriginalIsNeverHeldInMemory() {
    storage.objects.put(Rows.KEY, new byte[100_000]);
    database.on("read-original").gives(original("a.pdf", true));
    Exchange answer = request("download-original", Map.of("id", ID));
    assertThat(answer.getMessage().getBody()).isInstanceOf(InputStream.class);
    assertThat(storage.readers).as("what has read before the answer is written").isEmpty();
  }

  @Test
  void whatIsNotThereYetOrUnknownIsNotFound() {
    for (String route : new String[] {"download-original", "show-pdf"}) {
      database.on("read-original").gives().gives(original("a.pdf", false));
      assertProblem(request(route, Map.of("id", ID)), 404, "not-found");
      assertProblem(request(route, Map.of("id", ID)), 404, "not-found");
    }
    assertThat(storage.touched).isEmpty();
  }

  @Test
  void storageThatIsAwayIsSaidToBe() {
    database.on("read-original").gives(original("a.pdf", true));
    storage.fail(SdkClientException.create("no route to S3"));
    assertProblem(request("download-original", Map.of("id", ID)), 503, "unavailable");
  }

  @ParameterizedTest
  @CsvSource({
    "md, text/markdown; charset=utf-8",
    "txt, text/plain; charset=utf-8",
    "json, application/json",
    "pdf, application/pdf",
    "docx, application/vnd.openxmlformats-officedocument.wordprocessingml.document"
  })
  void aFinishedSummaryComesInEveryFormat(String format, String mediaType) throws Exception {
    database.on("read-original").gives(original("Größe.pdf", true));
    database.on("read-document").gives(row("json", DOCUMENT));
    Exchange answer = request("download-summary", Map.of("id", ID, "format", format));
    assertThat(answer.getException()).isNull();
    assertThat(status(answer)).isEqualTo(200);
    assertThat(answer.getMessage().getHeaders())
        .containsOnlyKeys("Content-Type", "Content-Disposition");
    assertThat(answer.getMessage().getHeader("Content-Type")).isEqualTo(mediaType);
    assertThat(answer.getMessage().getHeader("Content-Disposition", String.class))
        .startsWith("attachment")
        .contains("Gr__e.summary." + format);
    assertThat(text(format, answer.getMessage().getBody(byte[].class)))
        .contains("The summary.", "The first part.", "The last part.");
  }

  @Test
  void withoutAFormatItIsMarkdown() {
    database.on("read-original").gives(original("a.pdf", true));
    database.on("read-document").gives(row("json", DOCUMENT));
    Exchange answer = request("download-summary", Map.of("id", ID));
    assertThat(answer.getMessage().getHeader("Content-Type"))
        .isEqualTo("text/markdown; charset=utf-8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"processing", "failed", "queued", "cancelled"})
  void aSummaryThatIsNotFinishedIsNotGiven(String status) {
    database.on("read-original").gives(original("a.pdf", true));
    database
        .on("read-document")
        .gives(
            row(
                "json",
                DOCUMENT
                    .replace("completed", status)
                    .replace("\"# The title\\n\\nThe summary.\"", "null")));
    assertProblem(request("download-summary", Map.of("id", ID)), 409, "not-finished");
  }

  @Test
  void aFormatThatThereIsNotIsRefused() {
    database.on("read-original").gives(original("a.pdf", true));
    assertProblem(
        request("download-summary", Map.of("id", ID, "format", "exe")), 400, "bad-request");
  }

  @Test
  void theSummaryOfAnUnknownDocumentIsNotFound() {
    database.on("read-original").gives();
    assertProblem(request("download-summary", Map.of("id", ID)), 404, "not-found");
  }

  @Test
  void aDocumentThatGoesInBetweenIsNotFound() {
    database.on("read-original").gives(original("a.pdf", true));
    database.on("read-document").gives();
    assertProblem(request("download-summary", Map.of("id", ID)), 404, "not-found");
  }

  private static Map<String, Object> original(String name, boolean stored) {
    return new HashMap<>(
        row(
            "key",
            Rows.KEY,
            "name",
            name,
            "type",
            "application/pdf",
            "bytes",
            4L,
            "stored",
            stored));
  }

  private static String text(String format, byte[] file) throws Exception {
    switch (format) {
      case "pdf":
        try (PDDocument pdf = Loader.loadPDF(file)) {
          return new PDFTextStripper().getText(pdf);
        }
      case "docx":
        try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(file))) {
          StringBuilder text = new StringBuilder();
          word.getParagraphs().forEach(paragraph -> text.append(paragraph.getText()).append('\n'));
          return text.toString();
        }
      default:
        return new String(file, StandardCharsets.UTF_8);
    }
  }
}
