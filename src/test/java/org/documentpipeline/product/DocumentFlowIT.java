package org.documentpipeline.product;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.documentpipeline.product.Answers.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens to a document, from the upload to the last byte of it that is deleted. */
class DocumentFlowIT {

  private static final String DOCX =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  private static final Set<String> IN_BETWEEN =
      Set.of("progress", "chunk-summarized", "group-combined");
  private static final List<String> MILESTONES =
      List.of(
          "received store",
          "stage-started store",
          "stage-finished store",
          "stage-started queue",
          "stage-finished queue",
          "stage-started extract",
          "stage-finished extract",
          "stage-started split",
          "stage-finished split",
          "stage-started summarize",
          "stage-finished summarize",
          "stage-started combine",
          "stage-finished combine",
          "completed combine");

  private final Product product = Product.shared();
  private final Api api = product.api();
  private final ModelServer model = product.model();

  @BeforeEach
  void calm() {
    product.calm();
  }

  @Test
  void aPdfIsSummarisedWithItsPagesAttached() {
    byte[] pdf = Samples.pdf();
    Api.Answer answer =
        api.upload(
            new Multipart()
                .file("harbour.pdf", pdf)
                .field("length", "short")
                .field("language", "en")
                .field("focus", "energy"));
    String id = Api.accepted(answer);
    assertThat(answer.header("Location")).isEqualTo("/api/documents/" + id);

    JsonNode document = api.awaitStatus(id, "completed");
    assertThat(document.get("mediaType").asText()).isEqualTo("application/pdf");
    assertThat(document.get("bytes").asInt()).isEqualTo(pdf.length);
    assertThat(document.get("pages").asInt()).isEqualTo(Samples.sections().size());
    assertThat(document.get("options"))
        .isEqualTo(Api.parse("{\"length\":\"short\",\"language\":\"en\",\"focus\":\"energy\"}"));
    assertThat(document.at("/model/provider").asText()).isEqualTo("openai");
    assertComplete(document);

    for (JsonNode chunk : document.get("chunks")) {
      String text = text(id, chunk);
      int first = chunk.get("firstPage").asInt();
      int last = chunk.get("lastPage").asInt();
      assertThat(first).isBetween(1, last);
      assertThat(last).isLessThanOrEqualTo(Samples.sections().size());
      assertThat(squeeze(String.join(" ", Samples.sections().subList(first - 1, last))))
          .as("pages %d to %d", first, last)
          .contains(squeeze(text));
    }
    assertThat(squeeze(allText(document))).isEqualTo(squeeze(String.join("", Samples.sections())));
  }

  @Test
  void everyPointNamesItsPages() {
    String id = api.accept("harbour.pdf", Samples.pdf());
    JsonNode document = api.awaitStatus(id, "completed");
    JsonNode structure = export(id, "json", "application/json").json().get("structure");
    assertThat(document.get("structure")).isEqualTo(structure);
    assertThat(structure.get("keyPoints")).hasSizeGreaterThan(1);
    assertThat(structure.at("/prompts/combine-final").asText()).matches("[0-9a-f]{12}");
    String markdown = document.get("summary").asText();
    List<JsonNode> passages = new ArrayList<>();
    structure.get("paragraphs").forEach(passages::add);
    structure.get("keyPoints").forEach(passages::add);
    for (JsonNode passage : passages) {
      String sentence = squeeze(passage.get("text").asText().replace("…", ""));
      assertThat(passage.get("references")).hasSizeBetween(1, 3);
      assertThat(passage.get("references"))
          .as(sentence)
          .anySatisfy(reference -> assertThat(pages(reference)).contains(sentence));
      for (JsonNode reference : passage.get("references")) {
        JsonNode chunk = document.get("chunks").get(reference.get("chunk").asInt());
        assertThat(reference.get("firstPage").asInt())
            .isBetween(chunk.get("firstPage").asInt(), reference.get("lastPage").asInt());
        assertThat(reference.get("lastPage").asInt())
            .isLessThanOrEqualTo(chunk.get("lastPage").asInt());
        assertThat(markdown).contains("](#chunk-" + chunk.get("index") + ")");
      }
    }
    assertThat(api.list("q=harbour.pdf").get(0).has("structure")).isFalse();
  }

  private static String pages(JsonNode reference) {
    return squeeze(
        String.join(
            " ",
            Samples.sections()
                .subList(
                    reference.get("firstPage").asInt() - 1, reference.get("lastPage").asInt())));
  }

  @Test
  void aWordFileIsSummarised() {
    String id = api.accept("harbour.docx", Samples.word());
    JsonNode document = api.awaitStatus(id, "completed");
    assertThat(document.get("mediaType").asText()).isEqualTo(DOCX);
    assertComplete(document);
    assertThat(squeeze(allText(document)))
        .contains(squeeze(Samples.sections().get(0)))
        .contains(squeeze(Samples.sections().get(9)));
  }

  @Test
  void aPastedTextIsSummarised() {
    String id = Api.accepted(api.paste("Harbour, pasted", Samples.report()));
    JsonNode document = api.awaitStatus(id, "completed");
    assertThat(document.get("name").asText()).isEqualTo("Harbour, pasted");
    assertThat(document.get("mediaType").asText()).startsWith("text/plain");
    assertComplete(document);
    assertThat(api.get("/api/documents/" + id + "/original").text()).isEqualTo(Samples.report());
  }

  @Test
  void aShortTextTakesOneCall() {
    JsonNode document =
        api.awaitStatus(
            Api.accepted(api.paste("note.txt", "The lamp on the pier is out.")), "completed");
    assertThat(document.get("chunks")).hasSize(1);
    assertThat(document.at("/usage/calls").asInt()).isEqualTo(1);
    assertThat(model.calls()).isEqualTo(1);
    assertHoleFree(api.events(document.get("id").asText()));
  }

  @Test
  void theSameTextIsNotPaidForTwice() {
    JsonNode first =
        api.awaitStatus(Api.accepted(api.paste("first.txt", Samples.report())), "completed");
    int paid = model.calls();
    JsonNode second =
        api.awaitStatus(Api.accepted(api.paste("second.txt", Samples.report())), "completed");
    assertThat(model.calls()).isEqualTo(paid).isPositive();
    assertThat(second.at("/usage/calls").asInt()).isZero();
    assertThat(second.get("summary")).isEqualTo(first.get("summary"));
    assertAllDone(second);
    assertThat(types(api.events(second.get("id").asText())))
        .containsExactlyInAnyOrderElementsOf(types(api.events(first.get("id").asText())));
  }

  @Test
  void theSummaryComesInEveryFormat() throws IOException {
    String id = Api.accepted(api.paste("Harbour.txt", Samples.report()));
    model.answerOnly(1);
    Api.Answer early = api.get("/api/documents/" + id + "/summary?format=md");
    assertThat(early.status()).isEqualTo(409);
    assertThat(early.json().get("code").asText()).isEqualTo("not-finished");
    model.answerEverything();
    String summary = api.awaitStatus(id, "completed").get("summary").asText();
    String title = "What the document says";

    assertThat(export(id, "md", "text/markdown").text()).contains(summary.strip());
    assertThat(export(id, "txt", "text/plain").text()).contains(title).doesNotContain("# ");
    JsonNode json = export(id, "json", "application/json").json();
    assertThat(json.get("summary").asText()).isEqualTo(summary);
    assertThat(json.get("chunks").get(0).get("summary").asText()).isNotBlank();
    try (PDDocument pdf = Loader.loadPDF(export(id, "pdf", "application/pdf").bytes())) {
      assertThat(new PDFTextStripper().getText(pdf)).contains(title);
    }
    try (XWPFDocument docx =
            new XWPFDocument(new ByteArrayInputStream(export(id, "docx", DOCX).bytes()));
        XWPFWordExtractor words = new XWPFWordExtractor(docx)) {
      assertThat(words.getText()).contains(title);
    }
  }

  @Test
  void theOriginalComesBackByteForByteUnderItsName() {
    byte[] pdf = Samples.pdf();
    String id = api.accept("../../etc/Übersicht \\\"Q\\\" \r\n文書 %41;a=b.pdf", pdf);
    JsonNode document = api.document(id);
    assertThat(document.get("name").asText())
        .startsWith("Übersicht")
        .contains("\"Q\"", "文書", "%41;a=b")
        .endsWith(".pdf")
        .doesNotContain("/", "\r", "\n");

    Api.Answer original = api.get("/api/documents/" + id + "/original");
    assertThat(original.bytes()).isEqualTo(pdf);
    assertThat(original.header("Content-Type")).isEqualTo("application/pdf");
    assertThat(original.header("Content-Disposition"))
        .startsWith("attachment;")
        .contains("filename*=UTF-8''", "%C3%9Cbersicht", "%E6%96%87%E6%9B%B8")
        .matches("[ -~]+");
    assertThat(product.folder()).isEmptyDirectory();
  }

  @Test
  void listsAreFilteredSearchedAndPaged() {
    String mark = "list-" + UUID.randomUUID();
    List<String> ids =
        IntStream.range(0, 5)
            .mapToObj(
                i ->
                    Api.accepted(
                        api.paste(mark + " Number " + i, "Text number " + i + " of five.")))
            .toList();
    ids.forEach(id -> api.awaitStatus(id, "completed"));

    List<String> newestFirst = new ArrayList<>(ids);
    Collections.reverse(newestFirst);
    assertThat(idsOf(api.list("limit=2&q=" + mark))).isEqualTo(newestFirst);
    assertThat(idsOf(api.list("q=" + mark.toUpperCase(Locale.ROOT) + "%20number%203")))
        .containsExactly(ids.get(3));
    assertThat(api.list("status=failed&q=" + mark)).isEmpty();
    assertThat(idsOf(api.list("status=completed&q=" + mark))).isEqualTo(newestFirst);
    // Signs that mean something in a pattern are ordinary here.
    assertThat(api.list("q=" + mark + "%25")).isEmpty();
    assertThat(api.list("q=" + mark).get(0).has("chunks")).isFalse();
  }

  @Test
  void aWatcherSeesEveryEventOnce() throws Exception {
    model.answerAfter(Duration.ofMillis(50));
    String id = Api.accepted(api.paste("watched.txt", Samples.report()));
    LiveSocket fromSnapshot = LiveSocket.open(product.socket("/ws/documents/" + id));
    LiveSocket fromStart = LiveSocket.open(product.socket("/ws/documents/" + id + "?after=0"));
    assertThat(fromStart.closed().get(60, TimeUnit.SECONDS)).isEqualTo(1000);
    assertThat(fromSnapshot.closed().get(60, TimeUnit.SECONDS)).isEqualTo(1000);

    List<JsonNode> events = api.events(id);
    assertThat(fromStart.messages()).isEqualTo(events);
    JsonNode snapshot = fromSnapshot.messages().get(0);
    assertThat(snapshot.get("type").asText()).isEqualTo("snapshot");
    assertThat(snapshot.at("/document/id").asText()).isEqualTo(id);
    List<JsonNode> afterwards = fromSnapshot.messages().subList(1, fromSnapshot.messages().size());
    assertThat(afterwards).isEqualTo(events.subList(snapshot.get("seq").asInt(), events.size()));
  }

  @Test
  void aCancelledDocumentGoesOnWhereItStopped() throws Exception {
    model.answerOnly(3);
    String id = Api.accepted(api.paste("cancelled.txt", Samples.report()));
    api.awaitChunks(id, 3);
    Api.Answer cancelled = api.post("/api/documents/" + id + "/cancel");
    assertThat(cancelled.status()).isEqualTo(202);
    JsonNode document = api.awaitStatus(id, "cancelled");
    assertThat(document.at("/progress/chunksDone").asInt()).isEqualTo(3);
    assertProblem(api.post("/api/documents/" + id + "/cancel"), 409, "not-cancellable");

    model.answerEverything();
    List<String> saved = savedTexts(document);
    assertThat(api.post("/api/documents/" + id + "/retry").status()).isEqualTo(202);
    document = api.awaitStatus(id, "completed");
    assertThat(document.get("attempt").asInt()).isEqualTo(2);
    assertAllDone(document);
    assertThat(saved).hasSize(3).allSatisfy(text -> assertThat(model.callsWith(text)).isEqualTo(1));

    List<JsonNode> events = api.events(id);
    assertHoleFree(events);
    assertThat(types(events)).containsSubsequence("cancelled", "retried", "completed");
    assertProblem(api.post("/api/documents/" + id + "/retry"), 409, "not-retryable");
  }

  @Test
  void aDeletedDocumentIsGoneEverywhere() throws Exception {
    model.answerOnly(2);
    String id = api.accept("deleted.pdf", Samples.pdf());
    api.awaitChunks(id, 2);
    LiveSocket watcher = LiveSocket.open(product.socket("/ws/documents/" + id));
    LiveSocket all = LiveSocket.open(product.socket("/ws/documents/all"));
    assertThat(product.stored(id)).isNotEmpty();

    assertThat(api.delete("/api/documents/" + id).status()).isEqualTo(204);
    assertProblem(api.get("/api/documents/" + id), 404, "not-found");
    assertThat(watcher.closed().get(10, TimeUnit.SECONDS)).isEqualTo(4410);
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> assertThat(product.stored(id)).isEmpty());
    await()
        .atMost(Duration.ofSeconds(10))
        .until(
            () ->
                all.messages().stream()
                    .anyMatch(
                        message ->
                            message.get("type").asText().equals("deleted")
                                && message.get("documentId").asText().equals(id)));
    model.answerEverything();
    assertProblem(api.delete("/api/documents/" + id), 404, "not-found");
    assertThat(
            LiveSocket.open(product.socket("/ws/documents/" + id))
                .closed()
                .get(10, TimeUnit.SECONDS))
        .isEqualTo(4404);
  }

  @Test
  void anEncryptedPdfFailsForGood() {
    String id = api.accept("locked.pdf", Samples.encryptedPdf());
    JsonNode error = api.awaitStatus(id, "failed").get("error");
    assertThat(error.get("code").asText()).isEqualTo("encrypted");
    assertThat(error.get("stage").asText()).isEqualTo("extract");
    assertThat(error.get("retryable").asBoolean()).isFalse();
    assertThat(error.get("detail").asText()).contains("password").endsWith(".");
    assertProblem(api.post("/api/documents/" + id + "/retry"), 409, "not-retryable");
  }

  @Test
  void aRefusedKeyCanBeMendedAndTheDocumentRetried() {
    model.failWith(401);
    String id = Api.accepted(api.paste("no-key.txt", Samples.report()));
    JsonNode error = api.awaitStatus(id, "failed").get("error");
    assertThat(error.get("code").asText()).isEqualTo("llm-auth");
    assertThat(error.get("retryable").asBoolean()).isTrue();
    assertThat(error.get("detail").asText()).isNotBlank().doesNotContain("refused by the test");

    model.failWith(0);
    assertThat(api.post("/api/documents/" + id + "/retry").status()).isEqualTo(202);
    JsonNode document = api.awaitStatus(id, "completed");
    assertThat(document.get("error").isNull()).isTrue();
    assertAllDone(document);
  }

  @Test
  void whatAllDocumentsCostIsAMetric() throws IOException {
    api.awaitStatus(
        Api.accepted(api.paste("note.txt", "The lamp on the pier is out.")), "completed");
    String password =
        Files.readString(product.folder().resolveSibling("data").resolve("admin-password")).strip();
    String login = Base64.getEncoder().encodeToString(("admin:" + password).getBytes(UTF_8));
    Api.Answer metrics =
        api.send(
            api.request("/actuator/prometheus")
                .header("Authorization", "Basic " + login)
                .header("Accept", "text/plain"));
    assertThat(metrics.status()).isEqualTo(200);
    String model = "model=\"test-model\",%sprovider=\"openai\"[^}]*} (?!0\\.0\\n)[0-9]";
    assertThat(metrics.text())
        .containsPattern("pipeline_llm_calls_total\\{" + model.formatted("outcome=\"answered\","))
        .containsPattern("pipeline_llm_tokens_total\\{direction=\"input\"," + model.formatted(""))
        .containsPattern("pipeline_llm_cost_total\\{currency=\"USD\"," + model.formatted(""));
  }

  /** Two dollars a million tokens read, ten written. */
  private static void assertAccount(JsonNode usage) {
    long millionths =
        2 * usage.get("inputTokens").asLong() + 10 * usage.get("outputTokens").asLong();
    assertThat(usage.get("cost").asDouble()).isCloseTo(millionths / 1e6, within(1e-9));
  }

  private static int sum(JsonNode document, String what) {
    return StreamSupport.stream(document.get("chunks").spliterator(), false)
        .mapToInt(chunk -> chunk.get("usage").get(what).asInt())
        .sum();
  }

  private void assertComplete(JsonNode document) {
    assertAllDone(document);
    assertThat(document.get("error").isNull()).isTrue();
    assertThat(document.at("/usage/calls").asInt()).isEqualTo(model.calls());
    assertThat(document.at("/usage/inputTokens").asInt()).isPositive();
    assertThat(document.at("/usage/outputTokens").asInt()).isPositive();
    assertThat(document.at("/usage/currency").asText()).isEqualTo("USD");
    assertAccount(document.get("usage"));
    document.get("chunks").forEach(chunk -> assertAccount(chunk.get("usage")));
    assertThat(sum(document, "calls") + (document.get("chunks").size() == 1 ? 0 : 1))
        .as("calls for chunks, and one or more to combine")
        .isLessThanOrEqualTo(document.at("/usage/calls").asInt());
    assertThat(sum(document, "inputTokens")).isPositive();

    List<JsonNode> events = api.events(document.get("id").asText());
    assertHoleFree(events);
    assertThat(
            events.stream()
                .filter(event -> !IN_BETWEEN.contains(event.get("type").asText()))
                .map(event -> event.get("type").asText() + " " + event.get("stage").asText()))
        .isEqualTo(MILESTONES);
    assertThat(events.get(events.size() - 1).at("/data/summary"))
        .isEqualTo(document.get("summary"));
    assertThat(document.get("lastSeq").asInt()).isEqualTo(events.size());
    assertThat(
            events.stream()
                .filter(event -> event.get("type").asText().equals("chunk-summarized"))
                .map(event -> event.at("/data/index").asInt()))
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, document.get("chunks").size()).boxed().toList());
  }

  private static void assertAllDone(JsonNode document) {
    assertThat(document.get("chunks"))
        .hasSizeGreaterThan(5)
        .allSatisfy(chunk -> assertThat(chunk.get("status").asText()).isEqualTo("done"))
        .allSatisfy(chunk -> assertThat(chunk.get("summary").asText()).isNotBlank());
    assertThat(document.at("/progress/percent").asInt()).isEqualTo(100);
    assertThat(document.at("/progress/chunksDone").asInt())
        .isEqualTo(document.get("chunks").size());
    assertThat(document.get("summary").asText()).startsWith("# What the document says");
  }

  private static void assertHoleFree(List<JsonNode> events) {
    assertThat(events.stream().map(event -> event.get("seq").asInt()))
        .isEqualTo(IntStream.rangeClosed(1, events.size()).boxed().toList());
    int attempt = 1;
    int percent = 0;
    for (JsonNode event : events) {
      if (event.get("attempt").asInt() != attempt) {
        attempt = event.get("attempt").asInt();
        percent = 0;
      }
      int now = event.at("/data/percent").asInt(percent);
      assertThat(now).as("percent at event %s", event.get("seq")).isBetween(percent, 99);
      percent = now;
    }
  }

  private Api.Answer export(String id, String format, String type) {
    Api.Answer answer = api.get("/api/documents/" + id + "/summary?format=" + format);
    assertThat(answer.status()).as(format).isEqualTo(200);
    assertThat(answer.header("Content-Type")).startsWith(type);
    assertThat(answer.header("Content-Disposition"))
        .startsWith("attachment")
        .contains("." + format);
    return answer;
  }

  private List<String> savedTexts(JsonNode document) {
    return StreamSupport.stream(document.get("chunks").spliterator(), false)
        .filter(chunk -> chunk.get("status").asText().equals("done"))
        .map(chunk -> text(document.get("id").asText(), chunk))
        .toList();
  }

  private String allText(JsonNode document) {
    StringBuilder all = new StringBuilder();
    document.get("chunks").forEach(chunk -> all.append(text(document.get("id").asText(), chunk)));
    return all.toString();
  }

  private String text(String id, JsonNode chunk) {
    JsonNode whole =
        api.get("/api/documents/" + id + "/chunks/" + chunk.get("index").asInt()).json();
    return whole.get("text").asText();
  }

  private static String squeeze(String text) {
    return text.replaceAll("\\s+", "");
  }

  private static List<String> idsOf(List<JsonNode> documents) {
    return documents.stream().map(document -> document.get("id").asText()).toList();
  }

  private static List<String> types(List<JsonNode> events) {
    return events.stream().map(event -> event.get("type").asText()).toList();
  }
}
