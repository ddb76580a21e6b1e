package org.documentpipeline.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.documentpipeline.routes.FakeDatabase.row;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.Route;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever comes in beside the allow-list of an entry changes nothing: not what is asked of the
 * database, S3, SQS, Redis or the model, and not the answer. The headers are put behind the filters
 * of Camel's own components, which would drop many of them: routes do not rely on those.
 */
class HeaderAttackTest extends ApiTest {
  private static final String EVIL = "EVIL";
  private static final Map<String, Object> ATTACK =
      Stream.of(
              "CamelSqlQuery",
              "CamelSqlParameters",
              "CamelAwsS3Key",
              "CamelAwsS3BucketName",
              "CamelAwsS3OverrideBucketName",
              "CamelAwsS3DestinationKey",
              "CamelAwsS3BucketDestinationName",
              "CamelAwsS3Prefix",
              "CamelAwsS3ContentType",
              "CamelAwsS3CannedAcl",
              "CamelAwsS3VersionId",
              "CamelAwsSqsMessageGroupId",
              "CamelAwsSqsDelaySeconds",
              "CamelFileName",
              "CamelOverruleFileName",
              "CamelBeanMethodName",
              "CamelMethodName",
              "CamelRedis.Channel",
              "CamelRedis.Message",
              "CamelRedis.Key",
              "CamelRedis.Value",
              "CamelHttpUri",
              "CamelHttpPath",
              "CamelHttpQuery",
              "CamelHttpResponseText",
              "CamelLangChain4jChatPromptTemplate",
              "CamelTikaParseOutputFormat",
              "CamelSplitIndex",
              "CamelToEndpoint",
              "CamelSlipEndpoint",
              "Location",
              "Set-Cookie",
              "Content-Disposition",
              "Transfer-Encoding",
              "Content-Encoding",
              "X-Anything",
              "documentId",
              "token",
              "attempt",
              "summary",
              "key",
              "event")
          .collect(Collectors.toMap(name -> name, name -> EVIL + " " + name));

  @TempDir Path folder;

  HeaderAttackTest() throws Exception {
    super(files());
  }

  private static String[] files() throws Exception {
    List<String> names = new ArrayList<>();
    for (String service : List.of("api", "worker")) {
      try (Stream<Path> files = Files.list(Path.of("routes", service))) {
        files
            .map(file -> service + "/" + file.getFileName())
            .filter(name -> name.endsWith(".camel.yaml"))
            .map(name -> name.replace(".camel.yaml", ""))
            .filter(name -> !name.equals("api/http-api"))
            .forEach(names::add);
      }
    }
    return names.toArray(String[]::new);
  }

  @BeforeEach
  void everythingGoesWell() throws Exception {
    Map<String, Object> likely =
        row(
            "event",
            "news",
            "outcome",
            "claimed",
            "document",
            "{}",
            "key",
            Rows.KEY,
            "id",
            ID,
            "name",
            "a.txt",
            "type",
            "text/plain",
            "stored",
            true,
            "attempt",
            1,
            "due",
            "now",
            "message",
            "{}",
            "pageStarts",
            "[]",
            "index",
            0,
            "total",
            1,
            "text",
            "Text.",
            "summary",
            null,
            "firstPage",
            null,
            "lastPage",
            null,
            "token",
            TOKEN,
            "wait",
            0,
            "stage",
            "extract",
            "length",
            "short",
            "language",
            "auto",
            "focus",
            "");
    try (Stream<Path> queries = Files.list(Path.of("db/queries"))) {
      for (Path query : queries.toList()) {
        database.on(query.getFileName().toString().replace(".sql", "")).gives(likely);
      }
    }
    String document =
        "{\"name\":\"a.txt\",\"status\":\"completed\",\"summary\":\"s\",\"chunks\":[]}";
    for (String query :
        List.of(
            "read-document",
            "read-status",
            "list-documents",
            "list-events",
            "list-chunks",
            "show-chunk")) {
      database.on(query).gives(row("json", document));
    }
    KeptAnswers.in(database);
    for (String query : List.of("mark-sent", "forget-orphan", "renew-leases", "forget-keys")) {
      database.on(query).changes();
    }
    storage.objects.put(Rows.KEY, "One short letter.".getBytes(StandardCharsets.UTF_8));
    model.answers(asked -> "A summary.");
  }

  static Stream<Arguments> requests() {
    return Stream.of(
        Arguments.of("list-documents", Map.of("limit", "10")),
        Arguments.of("show-document", Map.of("id", ID)),
        Arguments.of("list-events", Map.of("id", ID)),
        Arguments.of("list-chunks", Map.of("id", ID)),
        Arguments.of("show-chunk", Map.of("id", ID, "index", "0")),
        Arguments.of("download-original", Map.of("id", ID)),
        Arguments.of("show-pdf", Map.of("id", ID)),
        Arguments.of("download-summary", Map.of("id", ID)),
        Arguments.of("cancel-document", Map.of("id", ID)),
        Arguments.of("retry-document", Map.of("id", ID)),
        Arguments.of("delete-document", Map.of("id", ID)),
        Arguments.of("show-settings", Map.of("Host", "localhost:8080")),
        Arguments.of("show-status", Map.of()),
        Arguments.of("show-openapi", Map.of()));
  }

  @ParameterizedTest
  @MethodSource("requests")
  void aRequestCarriesNothingIn(String route, Map<String, Object> headers) throws Exception {
    Answers plain = ask(route, headers, null);
    forgetEarlierTests();
    everythingGoesWell();
    Answers attacked = ask(route, with(headers), null);
    assertThat(attacked).isEqualTo(plain);
    assertNothingEvil();
  }

  @Test
  void anUploadCarriesNothingIn() throws Exception {
    Map<String, Object> headers =
        with(Map.of("Content-Type", "multipart/form-data; boundary=x", "length", "short"));
    headers.put(Exchange.FILE_NAME, "a.txt");
    Answers answer =
        ask("receive-document", headers, Files.writeString(folder.resolve("upload"), "Some text."));
    assertThat(answer.status()).isEqualTo(202);
    assertNothingEvil();
    assertThat(database.queries())
        .containsSubsequence("register-document", "finish-store", "pick-unsent", "mark-sent");
  }

  @Test
  void pastedTextCarriesNothingIn() throws Exception {
    Answers answer =
        ask(
            "receive-document",
            with(Map.of("Content-Type", "application/json")),
            "{\"name\":\"a.txt\",\"text\":\"Some text.\"}");
    assertThat(answer.status()).isEqualTo(202);
    assertNothingEvil();
  }

  @Test
  void anErrorCarriesNothingOut() throws Exception {
    database.on("read-document").gives();
    Answers answer = ask("show-document", with(Map.of("id", ID)), "EVIL body");
    assertThat(answer.status()).isEqualTo(404);
    assertNothingEvil();
  }

  @Test
  void aMessageCarriesNothingIntoTheWorker() throws Exception {
    Map<String, Object> headers = with(Map.of("CamelAwsSqsReceiptHandle", "receipt"));
    String message =
        "{\"documentId\":\""
            + ID
            + "\",\"attempt\":1,\"token\":\"EVIL\",\"CamelSqlQuery\":\"EVIL\"}";
    assertThat(deliver("take-document", headers, message).getException()).isNull();
    assertThat(database.queries())
        .contains("claim-document", "finish-extract", "save-chunk-summary", "complete-document")
        .doesNotContain("fail-document");
    assertThat(queue.deleted).containsExactly("receipt");
    assertNothingEvil();
  }

  @Test
  void aDeadLetterCarriesNothingIn() throws Exception {
    deliver(
        "bury-dead-letters",
        with(Map.of("CamelAwsSqsReceiptHandle", "receipt")),
        "{\"documentId\":\"" + ID + "\",\"attempt\":1}");
    assertThat(database.queries()).containsExactly("bury-document");
    assertNothingEvil();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "repeat-enqueue",
        "rescue-documents",
        "sweep-leftovers",
        "renew-uploads",
        "remove-expired",
        "renew-leases",
        "report-outage",
        "stop-lost-work"
      })
  void evenATimerCarriesNothingIn(String route) throws Exception {
    assertThat(deliver(route, with(Map.of()), null).getException()).isNull();
    assertNothingEvil();
  }

  @Test
  void everyEntryIsAttackedHere() throws Exception {
    Set<String> attacked =
        new TreeSet<>(
            Set.of(
                "receive-document",
                "take-document",
                "bury-dead-letters",
                "repeat-enqueue",
                "rescue-documents",
                "sweep-leftovers",
                "renew-uploads",
                "remove-expired",
                "renew-leases",
                "report-outage",
                "stop-lost-work"));
    requests().forEach(arguments -> attacked.add((String) arguments.get()[0]));
    Set<String> entries = new TreeSet<>();
    for (String line : Files.readAllLines(Path.of("routes/api/http-api.camel.yaml"))) {
      if (line.contains("uri: direct:")) {
        entries.add(line.substring(line.indexOf("direct:") + "direct:".length()).strip());
      }
    }
    context.getRoutes().stream()
        .filter(route -> !route.getEndpoint().getEndpointUri().startsWith("direct:"))
        .map(Route::getRouteId)
        .forEach(entries::add);
    assertThat(attacked).isEqualTo(entries);
  }

  @Test
  void anUnguardedRouteWouldBeFound() throws Exception {
    context.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from("direct:unguarded")
                .routeId("unguarded")
                .errorHandler(noErrorHandler())
                .to("sql:file:db/queries/pick-orphans.sql");
          }
        });
    call("unguarded", exchange -> exchange.getMessage().setHeaders(with(Map.of())));
    assertThat(database.surprises()).containsExactly("unknown SQL: EVIL CamelSqlQuery");
    database.reset();
    context.getRouteController().stopRoute("unguarded");
    context.removeRoute("unguarded");
  }

  /** What is seen from outside: the answer, and what was asked of the world, in order. */
  private record Answers(
      int status,
      Object body,
      Map<String, Object> headers,
      List<FakeDatabase.Call> statements,
      List<String> objects,
      List<String> told) {}

  private Answers ask(String route, Map<String, Object> headers, Object body) throws Exception {
    Exchange answer = request(route, headers, body);
    assertThat(answer.getException()).isNull();
    Map<String, Object> out = new HashMap<>(answer.getMessage().getHeaders());
    assertThat(out.toString()).doesNotContain(EVIL);
    String text = answer.getMessage().getBody(String.class);
    assertThat(text).doesNotContain(EVIL);
    List<String> told = announced();
    return new Answers(
        status(answer), text, out, database.calls(), List.copyOf(storage.touched), told);
  }

  private Exchange deliver(String routeId, Map<String, Object> headers, String body)
      throws Exception {
    var consumer = context.getRoute(routeId).getConsumer();
    Exchange exchange = consumer.getEndpoint().createExchange(ExchangePattern.InOnly);
    exchange.getMessage().setHeaders(headers);
    exchange.getMessage().setBody(body);
    consumer.getProcessor().process(exchange);
    return exchange;
  }

  private static Map<String, Object> with(Map<String, Object> headers) {
    Map<String, Object> all = new HashMap<>(ATTACK);
    all.put(Exchange.HTTP_RESPONSE_CODE, 299);
    all.put("CamelSqlRetrieveGeneratedKeys", true);
    all.put("CamelAwsSqsOperation", "purgeQueue");
    all.put("CamelAwsS3Operation", "deleteBucket");
    all.put("CamelRedis.Command", "FLUSHALL");
    all.putAll(headers);
    return all;
  }

  private void assertNothingEvil() throws Exception {
    settle();
    assertThat(database.calls().toString()).doesNotContain(EVIL);
    assertThat(storage.touched.toString()).doesNotContain(EVIL);
    assertThat(storage.puts.toString()).doesNotContain(EVIL);
    assertThat(queue.sent.toString()).doesNotContain(EVIL);
    assertThat(queue.sent).allSatisfy(sent -> assertThat(sent.messageAttributes()).isEmpty());
    assertThat(news.channels())
        .allSatisfy(channel -> assertThat(channel).isEqualTo("document-events"));
    assertThat(news.messages().toString()).doesNotContain(EVIL);
    assertThat(model.asked().toString()).doesNotContain(EVIL);
  }
}
