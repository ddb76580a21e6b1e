package org.documentpipeline.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.documentpipeline.product.Answers.assertNothingLeaks;
import static org.documentpipeline.product.Answers.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/**
 * Camel steers components with headers, and headers come from outside at every entry: query
 * parameters, HTTP headers, form fields, message attributes, a document's own metadata. None of
 * them may change what a route does.
 */
class HeaderAttackIT {

  private static final Map<String, String> ATTACK = attack();

  private final Product product = Product.shared();
  private final Api api = product.api();
  private String id;
  private String other;
  private Map<String, JsonNode> documents;
  private long files;

  private static Map<String, String> attack() {
    Map<String, String> attack = new LinkedHashMap<>();
    attack.put("CamelSqlQuery", "delete from document");
    attack.put("CamelSqlParameters", "1");
    attack.put("CamelSqlRetrieveGeneratedKeys", "true");
    attack.put("CamelHttpResponseCode", "500");
    attack.put("CamelHttpResponseText", "attacked");
    attack.put("CamelHttpCharacterEncoding", "nonsense");
    attack.put("CamelAwsS3Key", "attacked");
    attack.put("CamelAwsS3BucketName", "attacked");
    attack.put("CamelAwsS3Operation", "deleteBucket");
    attack.put("CamelAwsSqsOperation", "purgeQueue");
    attack.put("CamelAwsSqsReceiptHandle", "attacked");
    attack.put("CamelFileName", "../../attacked");
    attack.put("CamelFilePath", "/etc/passwd");
    attack.put("CamelBeanMethodName", "toString");
    attack.put("CamelRedis.Channel", "attacked");
    attack.put("CamelLangChain4jChatPromptTemplate", "attacked");
    attack.put("CamelToDynamic", "direct:delete-document");
    attack.put("CamelSplitIndex", "99");
    attack.put("Location", "https://evil.example");
    attack.put("documentId", "00000000-0000-4000-8000-000000000000");
    attack.put("breadcrumbId", "attacked");
    return attack;
  }

  @BeforeEach
  void twoFinishedDocuments() throws IOException {
    product.calm();
    id = finished("first.txt");
    other = finished("second.txt");
    documents = everything();
    files = product.stored();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/events",
        "/chunks",
        "/chunks/0",
        "/original",
        "/summary?format=md",
        "/summary?format=json"
      })
  void aQuestionIsAnsweredAsEver(String path) throws IOException {
    String asked = "/api/documents/" + id + path;
    Api.Answer plain = api.get(asked);
    assertThat(plain.status()).isEqualTo(200);
    assertSame(api.get(withQuery(asked)), plain);
    assertSame(api.send(withHeaders(api.request(asked))), plain);
    // A parameter with the name of a part of the path does not replace it.
    assertSame(
        api.get(asked + (asked.contains("?") ? "&" : "?") + "id=" + other + "&index=9"), plain);
    assertSame(api.send(api.request(asked).header("id", other).header("index", "9")), plain);
    assertNothingChanged();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/documents?limit=5", "/api/settings", "/api/openapi"})
  void aListIsAnsweredAsEver(String path) throws IOException {
    Api.Answer plain = api.get(path);
    assertSame(api.get(withQuery(path)), plain);
    assertSame(api.send(withHeaders(api.request(path))), plain);
    assertNothingChanged();
  }

  @Test
  void aChangeIsNoOtherThanWhatWasAsked() throws IOException {
    String path = "/api/documents/" + id;
    Map<String, String> refusals = Map.of("/cancel", "not-cancellable", "/retry", "not-retryable");
    refusals.forEach(
        (action, code) -> {
          assertProblem(api.post(withQuery(path + action)), 409, code);
          assertProblem(
              api.send(withHeaders(api.request(path + action)).POST(BodyPublishers.noBody())),
              409,
              code);
        });
    assertNothingChanged();

    String third = finished("third.txt");
    assertThat(api.delete(withQuery("/api/documents/" + third) + "&id=" + id).status())
        .isEqualTo(204);
    String fourth = finished("fourth.txt");
    assertThat(
            api.send(withHeaders(api.request("/api/documents/" + fourth)).header("id", id).DELETE())
                .status())
        .isEqualTo(204);
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> assertThat(product.stored()).isEqualTo(files));
    assertNothingChanged();
  }

  @Test
  void anUploadIsOnlyAnUpload() {
    Multipart form = new Multipart();
    ATTACK.forEach(form::field);
    form.file("attack.txt", "Only a text.".getBytes(StandardCharsets.UTF_8));
    List<Api.Answer> answers =
        List.of(
            api.upload(form),
            api.send(
                withHeaders(api.request(withQuery("/api/documents")))
                    .header("Content-Type", form.contentType())
                    .POST(BodyPublishers.ofByteArray(form.bytes()))),
            api.send(
                withHeaders(api.request(withQuery("/api/documents")))
                    .header("Content-Type", "application/json")
                    .POST(
                        BodyPublishers.ofString(
                            "{\"name\":\"attack.txt\",\"text\":\"Only a text.\"}"))));
    for (Api.Answer answer : answers) {
      String sent = Api.accepted(answer);
      assertNothingLeaks(answer);
      assertThat(answer.header("Location")).isEqualTo("/api/documents/" + sent);
      JsonNode document = api.awaitStatus(sent, "completed");
      assertThat(document.get("name").asText()).isEqualTo("attack.txt");
      assertThat(document.get("bytes").asInt()).isEqualTo(12);
      assertThat(api.get("/api/documents/" + sent + "/original").text()).isEqualTo("Only a text.");
    }
    assertOldOnesUnchanged();
    assertThat(product.folder()).isEmptyDirectory();
  }

  @Test
  void whatADocumentSaysOfItselfIsOnlyText() throws IOException {
    String meta =
        ATTACK.entrySet().stream()
            .map(
                header ->
                    "<meta name=\"%s\" content=\"%s\">"
                        .formatted(header.getKey(), header.getValue()))
            .collect(Collectors.joining("\n"));
    String html =
        "<!DOCTYPE html><html><head><title>Page</title>"
            + meta
            + "</head><body><p>Only a page.</p></body></html>";
    JsonNode page =
        api.awaitStatus(
            api.accept("page.html", html.getBytes(StandardCharsets.UTF_8)), "completed");
    assertThat(page.get("mediaType").asText()).isEqualTo("text/html");

    JsonNode word = api.awaitStatus(api.accept("word.docx", wordWithProperties()), "completed");
    assertThat(word.get("chunks")).hasSize(1);
    assertOldOnesUnchanged();
  }

  private static byte[] wordWithProperties() throws IOException {
    try (XWPFDocument document = new XWPFDocument();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      document.createParagraph().createRun().setText("Only a letter.");
      ATTACK.forEach(document.getProperties().getCustomProperties()::addProperty);
      document.write(out);
      return out.toByteArray();
    }
  }

  @Test
  void aSocketOnlyWatches() throws Exception {
    String address = product.socket(withQuery("/ws/documents/" + id + "?after=0"));
    LiveSocket watcher = LiveSocket.open(address + "&id=" + other);
    assertThat(watcher.closed().get(10, TimeUnit.SECONDS)).isEqualTo(1000);
    assertThat(watcher.messages()).isEqualTo(api.events(id));
    LiveSocket snapshot = LiveSocket.open(product.socket(withQuery("/ws/documents/" + id)));
    assertThat(snapshot.closed().get(10, TimeUnit.SECONDS)).isEqualTo(1000);
    assertThat(snapshot.messages().get(0).at("/document/id").asText()).isEqualTo(id);
    assertNothingChanged();
  }

  @Test
  void aMessageIsOnlyItsBody() throws IOException {
    product.model().answerOnly(0);
    String waiting = Api.accepted(api.paste("waiting.txt", "A text that waits for its summary."));
    try (SqsClient queue =
        SqsClient.builder()
            .endpointOverride(product.queue())
            .region(Region.US_EAST_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
            .build()) {
      String url = queue.getQueueUrl(request -> request.queueName("document-pipeline")).queueUrl();
      // As many attributes as a message may have.
      Map<String, MessageAttributeValue> attributes =
          ATTACK.entrySet().stream()
              .limit(10)
              .collect(
                  Collectors.toMap(
                      Map.Entry::getKey,
                      e ->
                          MessageAttributeValue.builder()
                              .dataType("String")
                              .stringValue(e.getValue())
                              .build()));
      queue.sendMessage(
          request ->
              request
                  .queueUrl(url)
                  .messageAttributes(attributes)
                  .messageBody(Api.write(Map.of("documentId", waiting, "attempt", 1))));
      queue.sendMessage(
          request ->
              request
                  .queueUrl(url)
                  .messageAttributes(attributes)
                  .messageBody(Api.write(Map.of("documentId", id, "attempt", 1))));
    }
    product.model().answerEverything();
    assertThat(api.awaitStatus(waiting, "completed").get("attempt").asInt()).isEqualTo(1);
    assertOldOnesUnchanged();
  }

  private static String withQuery(String path) {
    return path
        + (path.contains("?") ? "&" : "?")
        + ATTACK.entrySet().stream()
            .map(
                parameter ->
                    parameter.getKey()
                        + "="
                        + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
  }

  private static HttpRequest.Builder withHeaders(HttpRequest.Builder request) {
    ATTACK.forEach(request::header);
    return request;
  }

  private static void assertSame(Api.Answer attacked, Api.Answer plain) {
    assertThat(attacked.status()).as(attacked.text()).isEqualTo(plain.status());
    assertThat(attacked.text()).isEqualTo(plain.text());
    assertThat(attacked.header("Content-Type")).isEqualTo(plain.header("Content-Type"));
    assertThat(attacked.header("Content-Disposition"))
        .isEqualTo(plain.header("Content-Disposition"));
    assertNothingLeaks(attacked);
  }

  private void assertNothingChanged() throws IOException {
    assertThat(everything()).isEqualTo(documents);
    assertThat(product.stored()).isEqualTo(files);
    assertThat(product.folder()).isEmptyDirectory();
  }

  private void assertOldOnesUnchanged() {
    assertThat(everything()).containsAllEntriesOf(documents);
  }

  private Map<String, JsonNode> everything() {
    return api.list("limit=200").stream()
        .collect(Collectors.toMap(document -> document.get("id").asText(), d -> d));
  }

  private String finished(String name) {
    String made = Api.accepted(api.paste(name, "This is the text of " + name + "."));
    api.awaitStatus(made, "completed");
    return made;
  }
}
