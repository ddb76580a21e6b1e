package org.documentpipeline.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.documentpipeline.product.Answers.assertNothingLeaks;
import static org.documentpipeline.product.Answers.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rows and the errors of the HTTP contract. */
class HttpContractIT {

  private static final byte[] TEXT =
      "A short text of one sentence.".getBytes(StandardCharsets.UTF_8);

  /** So many pairs wait for each other's answers at the same time. */
  private static final int PAIRS_AT_ONCE = 10;

  private final Product product = Product.shared();
  private final Api api = product.api();

  @BeforeEach
  void calm() {
    product.calm();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "null",
        "\"text\"",
        "{\"name\":\"a\",\"text\":\"b\"} trailing",
        "{\"text\":\"no name\"}",
        "{\"name\":\"no text\"}",
        "{\"name\":\"a\",\"text\":7}",
        "{\"name\":null,\"text\":\"b\"}",
        "{\"name\":\"a\",\"text\":\"b\",\"length\":\"huge\"}",
        "{\"name\":\"a\",\"text\":\"b\",\"language\":\"english\"}",
        "{\"name\":\"a\",\"text\":\"b\",\"language\":\"../x\"}",
        "{\"name\":\"a\",\"text\":\"b\",\"length\":1}",
        "{\"name\":\"a\",\"text\":\"b\",\"CamelFilePath\":\"/etc/passwd\"}"
      })
  void aBadTextIsRefused(String body) {
    assertProblem(api.postJson(body), 400, "bad-request");
  }

  @Test
  void aFocusMayHave500Characters() {
    String body = "{\"name\":\"a\",\"text\":\"Some text.\",\"focus\":\"%s\"}";
    assertProblem(api.postJson(body.formatted("x".repeat(501))), 400, "bad-request");
    assertThat(api.postJson(body.formatted("😀".repeat(500))).status()).isEqualTo(202);
  }

  @Test
  void nothingToReadIsRefused() {
    assertProblem(api.postJson("{\"name\":\"a\",\"text\":\" \\n\\t \"}"), 422, "empty-document");
    assertProblem(
        api.upload(new Multipart().file("empty.txt", new byte[0])), 422, "empty-document");
    assertProblem(
        api.upload(new Multipart().file("blank.txt", " \r\n ".getBytes(StandardCharsets.UTF_8))),
        422,
        "empty-document");
  }

  @Test
  void aFormHasExactlyOneFile() {
    assertProblem(api.upload(new Multipart().field("length", "short")), 400, "bad-request");
    assertProblem(api.upload(new Multipart().file("other", "a.txt", TEXT)), 400, "bad-request");
    assertProblem(
        api.upload(new Multipart().file("a.txt", TEXT).file("b.txt", TEXT)), 400, "bad-request");
    assertProblem(
        api.upload(new Multipart().file("a.txt", TEXT).field("length", "huge")),
        400,
        "bad-request");
    assertProblem(
        api.upload(new Multipart().file("a.txt", TEXT).field("language", "klingon")),
        400,
        "bad-request");
    assertProblem(
        api.send(
            api.request("/api/documents")
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(BodyPublishers.ofString("--x\r\nno form at all"))),
        400,
        "bad-request");
  }

  @Test
  void onlyDocumentsAreTaken() {
    byte[] png = {
      (byte) 0x89,
      'P',
      'N',
      'G',
      '\r',
      '\n',
      0x1A,
      '\n',
      0,
      0,
      0,
      13,
      'I',
      'H',
      'D',
      'R',
      0,
      0,
      0,
      1
    };
    Api.Answer picture = api.upload(new Multipart().file("picture.png", png));
    assertProblem(picture, 415, "unsupported-type");
    Api.Answer liar = api.upload(new Multipart().file("report.pdf", TEXT));
    assertProblem(liar, 415, "unsupported-type");
    assertThat(liar.json().get("detail").asText().toLowerCase(Locale.ROOT)).contains("pdf", "text");
    assertProblem(
        api.upload(new Multipart().file("report.docx", Samples.pdf())), 415, "unsupported-type");
    assertProblem(
        api.send(
            api.request("/api/documents")
                .header("Content-Type", "application/xml")
                .POST(BodyPublishers.ofString("<a/>"))),
        415,
        "unsupported-type");
    assertProblem(api.post("/api/documents"), 415, "unsupported-type");
  }

  @Test
  void anAnnouncedLengthIsRefusedAtOnce() throws IOException {
    String head =
        "POST /api/documents HTTP/1.1\r\nHost: localhost:%d\r\nContent-Type: multipart/form-data; boundary=x\r\n"
            + "Content-Length: 900000000\r\n\r\n--x\r\n";
    try (Socket socket = new Socket("127.0.0.1", product.port())) {
      socket.setSoTimeout(10_000);
      socket
          .getOutputStream()
          .write(head.formatted(product.port()).getBytes(StandardCharsets.UTF_8));
      byte[] start = socket.getInputStream().readNBytes(12);
      assertThat(new String(start, StandardCharsets.UTF_8)).isEqualTo("HTTP/1.1 413");
    }
  }

  @Test
  void whatTurnsOutTooLargeIsRefused() {
    byte[] large = new byte[Product.MAX_UPLOAD + 1];
    Arrays.fill(large, (byte) 'x');
    assertProblem(api.upload(new Multipart().file("large.txt", large)), 413, "too-large");
    Multipart form = new Multipart().file("large.txt", large);
    assertProblem(
        api.send(
            api.request("/api/documents")
                .header("Content-Type", form.contentType())
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(form.bytes())))),
        413,
        "too-large");
    byte[] json =
        Api.write(Map.of("name", "large", "text", "x".repeat(2 * Product.MAX_UPLOAD)))
            .getBytes(StandardCharsets.UTF_8);
    assertProblem(
        api.send(
            api.request("/api/documents")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(json))),
        413,
        "too-large");
    assertProblem(
        api.send(
            api.request("/api/documents")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(json)))),
        413,
        "too-large");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "00000000-0000-4000-8000-000000000000",
        "1",
        "not-a-uuid",
        "%27%20or%20true%20--",
        "..%5C..",
        "00000000-0000-4000-8000-00000000000g",
        "%00",
        "%E2%98%83"
      })
  void anUnknownIdIsNotFoundAnywhere(String id) {
    for (String rest :
        List.of("", "/events", "/chunks", "/chunks/0", "/summary?format=md", "/original")) {
      assertGone(api.get("/api/documents/" + id + rest), id);
    }
    assertGone(api.post("/api/documents/" + id + "/cancel"), id);
    assertGone(api.post("/api/documents/" + id + "/retry"), id);
    assertGone(api.delete("/api/documents/" + id), id);
  }

  // The container refuses some paths before anyone looks for a document.
  private static void assertGone(Api.Answer answer, String id) {
    if (id.equals("..%5C..") || id.equals("%00")) {
      assertProblem(answer, 400, "bad-request");
    } else {
      assertProblem(answer, 404, "not-found");
    }
  }

  @Test
  void parametersAreChecked() {
    String id = finished();
    for (String path :
        List.of(
            "/events?after=-1",
            "/events?after=x",
            "/chunks?from=-1",
            "/chunks?limit=x",
            "/summary?format=exe")) {
      assertProblem(api.get("/api/documents/" + id + path), 400, "bad-request");
    }
    for (String query :
        List.of(
            "status=lost",
            "sort=name",
            "limit=0",
            "limit=201",
            "limit=x",
            "cursor=x",
            "q=" + "x".repeat(201))) {
      assertProblem(api.get("/api/documents?" + query), 400, "bad-request");
    }
    for (String index : List.of("1", "-1", "x", "99999999999999999999")) {
      assertProblem(api.get("/api/documents/" + id + "/chunks/" + index), 404, "not-found");
    }
    assertThat(api.get("/api/documents/" + id + "/events?after=2147483647").json().get("items"))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "PUT,/api/documents",
    "DELETE,/api/documents",
    "PATCH,/api/documents/1",
    "PUT,/api/documents/1",
    "POST,/api/documents/1",
    "GET,/api/documents/1/cancel",
    "GET,/api/documents/1/retry",
    "POST,/api/settings",
    "DELETE,/api/openapi",
    "POST,/api/documents/1/events"
  })
  void aWrongMethodIsRefused(String method, String path) {
    Api.Answer answer = api.send(api.request(path).method(method, BodyPublishers.noBody()));
    assertProblem(answer, 405, "method-not-allowed");
    assertThat(answer.header("Allow")).isNotBlank().doesNotContain(method);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api",
        "/api/",
        "/api/nothing",
        "/api/documents/",
        "/nothing.js",
        "/api/documents/1/2/3/4"
      })
  void whatIsNotThereIsNotFound(String path) {
    assertProblem(api.get(path), 404, "not-found");
  }

  @ParameterizedTest
  @MethodSource("addresses")
  void anotherSiteCanDoNothing(String path) {
    assertForeign(api.send(api.request(path).header("Host", "evil.example")));
    assertForeign(api.send(api.request(path).header("Host", "localhost:1")));
    assertForeign(api.send(api.request(path).header("Origin", "https://evil.example")));
    assertForeign(api.send(api.request(path).header("Origin", "null")));
    assertForeign(api.send(api.request(path).header("Origin", "http://localhost:1")));
  }

  static Stream<String> addresses() {
    return Stream.of(
        "/",
        "/index.html",
        "/documents/1",
        "/api/documents",
        "/api/settings",
        "/api/openapi",
        "/api/nothing",
        "/actuator",
        "/actuator/info",
        "/actuator/hawtio/",
        "/actuator/jolokia",
        "/actuator/prometheus",
        "/error");
  }

  private static void assertForeign(Api.Answer answer) {
    assertProblem(answer, 403, "forbidden-origin");
  }

  @Test
  void anotherSiteCanNotSendADocument() {
    Multipart form = new Multipart().file("evil.txt", TEXT);
    int before = api.list("").size();
    assertForeign(api.upload(form, "Origin", "https://evil.example"));
    assertForeign(api.upload(form, "Sec-Fetch-Site", "cross-site"));
    assertThat(api.list("")).hasSize(before);
    String own = "http://localhost:" + product.port();
    assertThat(api.upload(form, "Origin", own, "Sec-Fetch-Site", "same-origin").status())
        .isEqualTo(202);
  }

  @Test
  void healthIsToldToEveryone() {
    Api.Answer health = api.send(api.request("/actuator/health").header("Host", "10.1.2.3"));
    assertThat(health.status()).isEqualTo(200);
    assertThat(health.json().get("status").asText()).isEqualTo("UP");
    assertThat(health.json().has("components")).isFalse();
    for (String path :
        List.of(
            "/actuator",
            "/actuator/info",
            "/actuator/env",
            "/actuator/hawtio/",
            "/actuator/jolokia",
            "/actuator/prometheus")) {
      assertProblem(api.get(path), 401, "unauthorized");
    }
  }

  @Test
  void aSocketIsOnlyForThisPage() throws Exception {
    String address = product.socket("/ws/documents/" + finished());
    assertThat(handshake(address, "Origin", "https://evil.example")).isEqualTo(403);
    assertThat(handshake(address, "Origin", "null")).isEqualTo(403);
    assertThat(handshake(address, "Host", "evil.example")).isEqualTo(403);
    assertThat(handshake(address, "Origin", "http://localhost:" + product.port())).isEqualTo(101);
    assertThat(LiveSocket.open(address + "?after=x").closed().get(10, TimeUnit.SECONDS))
        .isEqualTo(4400);
    assertThat(LiveSocket.open(address + "?after=-1").closed().get(10, TimeUnit.SECONDS))
        .isEqualTo(4400);
    assertThat(
            LiveSocket.open(product.socket("/ws/documents/1")).closed().get(10, TimeUnit.SECONDS))
        .isEqualTo(4404);
  }

  private static int handshake(String address, String header, String value) {
    try {
      HttpClient.newHttpClient()
          .newWebSocketBuilder()
          .header(header, value)
          .buildAsync(URI.create(address), new WebSocket.Listener() {})
          .join()
          .abort();
      return 101;
    } catch (CompletionException e) {
      return ((WebSocketHandshakeException) e.getCause()).getResponse().statusCode();
    }
  }

  @Test
  void aKeyMakesARequestHappenOnce() {
    String key = UUID.randomUUID().toString();
    Multipart form = new Multipart().file("once.txt", TEXT).field("length", "short");
    Api.Answer first = api.upload(form, "Idempotency-Key", key);
    String id = Api.accepted(first);
    Api.Answer second = api.upload(form, "Idempotency-Key", key);
    assertThat(second.status()).isEqualTo(200);
    assertThat(second.json().get("id").asText()).isEqualTo(id);
    assertThat(second.header("Location")).isEqualTo(first.header("Location"));

    assertMismatch(
        key,
        new Multipart()
            .file("once.txt", "Other bytes.".getBytes(StandardCharsets.UTF_8))
            .field("length", "short"));
    assertMismatch(key, new Multipart().file("twice.txt", TEXT).field("length", "short"));
    assertMismatch(key, new Multipart().file("once.txt", TEXT).field("length", "long"));
    assertMismatch(
        key, new Multipart().file("once.txt", TEXT).field("length", "short").field("focus", "x"));
    assertProblem(
        api.postJson("{\"name\":\"a\",\"text\":\"b\"}", "Idempotency-Key", key),
        422,
        "idempotency-mismatch");

    assertThat(api.delete("/api/documents/" + id).status()).isEqualTo(204);
    assertThat(Api.accepted(api.upload(form, "Idempotency-Key", key))).isNotEqualTo(id);
    assertProblem(api.upload(form, "Idempotency-Key", "x".repeat(256)), 400, "bad-request");
  }

  private void assertMismatch(String key, Multipart form) {
    assertProblem(api.upload(form, "Idempotency-Key", key), 422, "idempotency-mismatch");
  }

  @Test
  void twoRequestsAtOnceMakeOneDocumentAHundredTimesOutOfAHundred() {
    String name = "at-once-" + UUID.randomUUID();
    ExecutorService threads = Executors.newCachedThreadPool();
    for (int round = 0; round < 100; round += PAIRS_AT_ONCE) {
      List<List<CompletableFuture<Api.Answer>>> pairs =
          IntStream.range(round, round + PAIRS_AT_ONCE)
              .mapToObj(number -> twoRequests(name, number, threads))
              .toList();
      for (List<CompletableFuture<Api.Answer>> pair : pairs) {
        List<Api.Answer> answers = pair.stream().map(CompletableFuture::join).toList();
        assertThat(answers.stream().map(Api.Answer::status)).containsExactlyInAnyOrder(202, 200);
        assertThat(answers.get(0).json().get("id")).isEqualTo(answers.get(1).json().get("id"));
      }
    }
    threads.shutdown();
    assertThat(api.list("q=" + name)).hasSize(100);
  }

  private List<CompletableFuture<Api.Answer>> twoRequests(
      String name, int number, ExecutorService threads) {
    String key = UUID.randomUUID().toString();
    String body = Api.write(Map.of("name", name, "text", "A short letter, number " + number));
    return Stream.generate(
            () ->
                CompletableFuture.supplyAsync(
                    () -> api.postJson(body, "Idempotency-Key", key), threads))
        .limit(2)
        .toList();
  }

  @Test
  void settingsSayWhatThePageMustKnow() {
    JsonNode settings = api.get("/api/settings").json();
    assertThat(settings.get("webSocketUrl").asText()).isEqualTo(product.socket(""));
    assertThat(settings.get("maxUploadBytes").asInt()).isEqualTo(Product.MAX_UPLOAD);
    assertThat(settings.get("mediaTypes").toString())
        .contains("application/pdf", "text/plain", "wordprocessingml");
    assertThat(settings.at("/model/provider").asText()).isEqualTo("openai");
    assertThat(settings.get("lengths").toString()).isEqualTo("[\"short\",\"medium\",\"long\"]");
  }

  @Test
  void theDescriptionCoversEveryCall() {
    Api.Answer openapi = api.get("/api/openapi");
    assertThat(openapi.status()).isEqualTo(200);
    assertNothingLeaks(openapi);
    assertThat(openapi.json().get("openapi").asText()).startsWith("3.");
    assertThat(openapi.json().get("paths").fieldNames())
        .toIterable()
        .map(path -> path.replaceFirst("^/api", ""))
        .contains(
            "/documents",
            "/documents/{id}",
            "/documents/{id}/events",
            "/documents/{id}/chunks",
            "/documents/{id}/chunks/{index}",
            "/documents/{id}/summary",
            "/documents/{id}/original",
            "/documents/{id}/pdf",
            "/documents/{id}/cancel",
            "/documents/{id}/retry",
            "/settings",
            "/openapi");
  }

  @Test
  void pagesOfHistoryAndChunksFollowEachOther() {
    String id = Api.accepted(api.paste("history.txt", Samples.report()));
    JsonNode document = api.awaitStatus(id, "completed");
    int last = document.get("lastSeq").asInt();
    JsonNode rest = api.get("/api/documents/" + id + "/events?after=" + (last - 2)).json();
    assertThat(rest.get("items")).hasSize(2);
    assertThat(rest.get("items").get(0).get("seq").asInt()).isEqualTo(last - 1);
    assertThat(rest.get("nextAfter").isNull()).isTrue();
    JsonNode chunks =
        api.get("/api/documents/" + id + "/chunks?from=2&limit=3").json().get("items");
    assertThat(chunks).hasSize(3);
    assertThat(chunks.get(0)).isEqualTo(document.get("chunks").get(2));
    assertThat(chunks.get(0).has("text")).isFalse();
  }

  @Test
  void theHeadersOfARequestDoNotComeBack() {
    String id = finished();
    for (String path :
        List.of(
            "/api/documents",
            "/api/documents/" + id,
            "/api/documents/" + id + "/events",
            "/api/documents/" + id + "/chunks",
            "/api/documents/" + id + "/chunks/0",
            "/api/documents/" + id + "/original",
            "/api/documents/" + id + "/pdf",
            "/api/documents/" + id + "/summary?format=md",
            "/api/settings",
            "/api/documents/none")) {
      assertNothingLeaks(
          api.send(
              api.request(path)
                  .header("X-Mine", "1")
                  .header("Cookie", "a=b")
                  .header("Authorization", "Bearer x")
                  .header("breadcrumbId", "1")));
    }
    assertNothingLeaks(
        api.postJson("{\"name\":\"a\",\"text\":\"b\"}", "X-Mine", "1", "Accept-Language", "de"));
  }

  private String finished() {
    String id = Api.accepted(api.paste("finished.txt", "A text that is soon finished."));
    api.awaitStatus(id, "completed");
    return id;
  }
}
