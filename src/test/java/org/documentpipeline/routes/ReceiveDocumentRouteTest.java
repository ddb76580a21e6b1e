package org.documentpipeline.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.documentpipeline.routes.FakeDatabase.row;
import static org.documentpipeline.routes.Rows.event;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Receiving, registering and storing: from the request to the 202, and every way in which it does
 * not come to that.
 */
class ReceiveDocumentRouteTest extends ApiTest {
  private static final String SENT_BEFORE = "77777777-4f50-4617-8293-a4b5c6d7e8f9";

  @TempDir Path folder;

  ReceiveDocumentRouteTest() {
    super(
        "api/receive-document",
        "api/inspect-upload",
        "api/register-document",
        "api/find-document",
        "api/store-document",
        "api/answer-json",
        "api/answer-problems");
  }

  @BeforeEach
  void everythingIsThere() {
    database.on("register-document").gives(event("received"), event("storing"));
    database.on("finish-store").gives(event("stored"), event("queued"));
    database
        .on("read-document")
        .does(call -> List.of(row("json", "{\"id\":\"" + call.get("id") + "\"}")));
  }

  @Test
  void aFileIsRegisteredStoredAndAnswered() throws Exception {
    Exchange answer =
        sendFile(
            "report.txt",
            "Some text.",
            Map.of("length", "short", "language", "DE", "focus", "money"));
    String id = (String) database.call("register-document").get("documentId");
    assertThat(id).matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
    assertJson(answer, 202, "{\"id\":\"" + id + "\"}");
    assertThat(answer.getMessage().getHeader("Location")).isEqualTo("/api/documents/" + id);
    assertThat(database.call("register-document").parameters())
        .containsEntry("objectKey", "documents/" + id + "/original")
        .containsEntry("received.name", "report.txt")
        .containsEntry("received.mediaType", "text/plain")
        .containsEntry("received.bytes", 10L)
        .containsEntry("received.sha256", sha256("Some text."))
        .containsEntry("options.length", "short")
        .containsEntry("options.language", "de")
        .containsEntry("options.focus", "money")
        .containsEntry("idempotencyKey", "");
    assertThat(storage.objects.get("documents/" + id + "/original"))
        .asString()
        .isEqualTo("Some text.");
    assertThat(storage.puts)
        .singleElement()
        .satisfies(
            put -> {
              assertThat(put.bucket()).isEqualTo("bucket");
              assertThat(put.contentType()).isEqualTo("text/plain");
              assertThat(put.contentLength()).isEqualTo(10);
              assertThat(put.metadata()).isEmpty();
            });
    assertThat(announced()).containsExactly("received", "storing", "stored", "queued");
    assertThat(database.queries())
        .containsExactly("register-document", "finish-store", "read-document");
    assertSentOn(id);
    assertUploadIsGone();
  }

  @Test
  void aDocumentDeletedWhileItsBytesArriveLeavesNoneBehind() throws Exception {
    database.on("finish-store").gives();
    database.on("note-orphan").gives();
    assertProblem(sendFile("report.txt", "Some text.", Map.of()), 404, "not-found");
    String id = (String) database.call("register-document").get("documentId");
    assertThat(database.call("note-orphan").parameters())
        .containsEntry("objectKey", "documents/" + id + "/original");
    assertThat(database.queries()).doesNotContain("read-document");
  }

  @Test
  void aDocumentCancelledWhileItsBytesArriveKeepsThemAndIsToldOfNoMore() throws Exception {
    database.on("finish-store").gives(event(null));
    Exchange answer = sendFile("report.txt", "Some text.", Map.of());
    String id = (String) database.call("register-document").get("documentId");
    assertJson(answer, 202, "{\"id\":\"" + id + "\"}");
    assertThat(storage.objects).containsKey("documents/" + id + "/original");
    assertThat(announced()).containsExactly("received", "storing");
  }

  @Test
  void pastedTextIsADocumentLikeAnyOther() throws Exception {
    Exchange answer =
        sendText(
            """
        {"name":"Ünïcode.md","text":"# Täst\\n\\n\\"In quotes\\"","length":"long"}""");
    String id = (String) database.call("register-document").get("documentId");
    assertJson(answer, 202, "{\"id\":\"" + id + "\"}");
    assertThat(database.call("register-document").parameters())
        .containsEntry("received.name", "Ünïcode.md")
        .containsEntry("received.mediaType", "text/markdown")
        .containsEntry("options.length", "long")
        .containsEntry("options.language", "auto")
        .containsEntry("options.focus", null);
    assertThat(storage.objects.get("documents/" + id + "/original"))
        .isEqualTo("# Täst\n\n\"In quotes\"".getBytes(StandardCharsets.UTF_8));
    assertThat(announced()).containsExactly("received", "storing", "stored", "queued");
    assertSentOn(id);
  }

  @Test
  void theNameOfAFileIsNeverAPath() throws Exception {
    sendFile("../../etc/x.txt", "Text.", Map.of());
    assertThat(database.call("register-document").get("received.name")).isEqualTo("x.txt");
    assertThat(storage.touched)
        .singleElement()
        .asString()
        .matches("bucket/documents/[0-9a-f-]{36}/original");
  }

  @Test
  void whileTheQueueIsAwayADocumentIsAcceptedAllTheSame() throws Exception {
    queue.goAway();
    assertThat(status(sendFile("report.txt", "Some text.", Map.of()))).isEqualTo(202);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "report.txt | ''           | 422 | empty-document",
        "report.txt | '  '         | 422 | empty-document",
        "report.pdf | 'Some text.' | 415 | unsupported-type",
        "image.png  | 'Some text.' | 415 | unsupported-type"
      })
  void aFileThatIsNotTakenLeavesNoTrace(String name, String content, int status, String code)
      throws Exception {
    assertProblem(sendFile(name, content, Map.of()), status, code);
    assertNoTrace();
  }

  @ParameterizedTest
  @CsvSource({"length, huge", "language, english", "Idempotency-Key, ''"})
  void aBadFieldIsNamedAndLeavesNoTrace(String field, String value) throws Exception {
    Exchange answer = sendFile("report.txt", "Some text.", Map.of(field, value));
    assertProblem(answer, 400, "bad-request");
    assertThat(json(body(answer)).get("detail").asText()).contains(field);
    assertNoTrace();
  }

  @Test
  void anUploadWithoutAFileIsRefused() throws Exception {
    assertProblem(
        request("receive-document", Map.of("Content-Type", "multipart/form-data; boundary=x")),
        400,
        "bad-request");
    assertThat(database.queries()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "\"text\"",
        "null",
        "{\"name\":\"x\"}",
        "{\"text\":\"x\"}",
        "{\"name\":\"x\",\"text\":7}",
        "{\"name\":\"x\",\"text\":\"x\",\"colour\":\"red\"}",
        "{\"name\":\"x\",\"text\":\"x\",\"length\":\"huge\"}"
      })
  void jsonThatIsNotWhatItShouldBeIsRefused(String body) throws Exception {
    assertProblem(sendText(body), 400, "bad-request");
    assertNoTrace();
  }

  @Test
  void blankTextIsRefused() throws Exception {
    assertProblem(sendText("{\"name\":\"x\",\"text\":\" \\n\"}"), 422, "empty-document");
    assertNoTrace();
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "image/png"})
  void otherKindsOfBodiesAreRefused(String type) throws Exception {
    assertProblem(
        request("receive-document", Map.of("Content-Type", type), "body"), 415, "unsupported-type");
    assertNoTrace();
  }

  @Test
  void aBodyOfNoKindIsRefused() {
    assertProblem(request("receive-document", Map.of(), "body"), 415, "unsupported-type");
  }

  @Test
  void storageThatIsAwayTakesTheRowBack() throws Exception {
    storage.fail(SdkClientException.create("no route to S3"));
    database.on("discard-upload").gives(event("deleted"));
    assertProblem(sendFile("report.txt", "Some text.", Map.of()), 503, "unavailable");
    assertThat(database.call("discard-upload").get("documentId"))
        .isEqualTo(database.call("register-document").get("documentId"));
    assertThat(database.queries()).containsExactly("register-document", "discard-upload");
    assertThat(announced()).containsExactly("received", "storing", "deleted");
    assertThat(getMockEndpoint("mock:enqueue-documents").getReceivedCounter()).isZero();
    assertUploadIsGone();
  }

  @Test
  void storageThatRefusesTakesTheRowBackToo() throws Exception {
    storage.fail(
        (S3Exception) S3Exception.builder().statusCode(403).message("Access Denied").build());
    database.on("discard-upload").gives(event("deleted"));
    Exchange answer = sendText("{\"name\":\"x\",\"text\":\"x\"}");
    assertProblem(answer, 503, "unavailable");
    assertThat(body(answer)).doesNotContain("Access Denied");
    assertThat(announced()).containsExactly("received", "storing", "deleted");
  }

  @Test
  void aRowThatCanNotBeTakenBackIsLeftToTheSweep() throws Exception {
    storage.fail(SdkClientException.create("no route to S3"));
    database.on("discard-upload").fails("08006");
    assertProblem(sendFile("report.txt", "Some text.", Map.of()), 503, "unavailable");
    assertThat(announced()).containsExactly("received", "storing");
    assertUploadIsGone();
  }

  @Test
  void withoutADatabaseNothingIsStored() throws Exception {
    database.on("register-document").fails("08006");
    assertProblem(sendFile("report.txt", "Some text.", Map.of()), 503, "unavailable");
    assertThat(storage.touched).isEmpty();
    assertThat(announced()).isEmpty();
    assertUploadIsGone();
  }

  @Test
  void theSameRequestWithTheSameKeyIsAnsweredWithTheFirstDocument() throws Exception {
    database.on("register-document").gives();
    database.on("find-by-idempotency-key").gives(known(true, true));
    Exchange answer = sendFile("report.txt", "Some text.", Map.of("Idempotency-Key", "key-1"));
    assertJson(answer, 200, "{\"id\":\"" + SENT_BEFORE + "\"}");
    assertThat(answer.getMessage().getHeader("Location"))
        .isEqualTo("/api/documents/" + SENT_BEFORE);
    assertThat(database.call("find-by-idempotency-key").parameters())
        .containsEntry("idempotencyKey", "key-1")
        .containsEntry("fingerprint", database.call("register-document").get("fingerprint"));
    assertThat(storage.touched).isEmpty();
    assertThat(announced()).isEmpty();
    assertUploadIsGone();
  }

  @Test
  void theSameBytesNameAndOptionsHaveTheSameFingerprintAndNothingElseHas() throws Exception {
    sendFile("a.txt", "Text.", Map.of());
    sendFile("a.txt", "Text.", Map.of("length", "medium", "Idempotency-Key", "key"));
    sendText("{\"name\":\"a.txt\",\"text\":\"Text.\"}");
    sendFile("b.txt", "Text.", Map.of());
    sendFile("a.txt", "Text!", Map.of());
    sendFile("a.txt", "Text.", Map.of("focus", "money"));
    List<Object> prints =
        database.calls("register-document").stream().map(call -> call.get("fingerprint")).toList();
    assertThat(prints.subList(1, 3)).containsOnly(prints.get(0));
    assertThat(prints.subList(2, 6)).doesNotHaveDuplicates();
  }

  @Test
  void anotherRequestWithTheSameKeyIsRefused() throws Exception {
    database.on("register-document").gives();
    database.on("find-by-idempotency-key").gives(known(false, true));
    assertProblem(
        sendFile("report.txt", "Other text.", Map.of("Idempotency-Key", "key-1")),
        422,
        "idempotency-mismatch");
    assertThat(storage.touched).isEmpty();
    assertUploadIsGone();
  }

  @Test
  void aRequestWhoseTwinIsStillRunningWaitsForIt() throws Exception {
    database.on("register-document").gives();
    database
        .on("find-by-idempotency-key")
        .gives(known(true, false))
        .gives(known(true, false))
        .gives(known(true, true));
    assertThat(status(sendFile("report.txt", "Some text.", Map.of("Idempotency-Key", "key-1"))))
        .isEqualTo(200);
    assertThat(clock.waits).containsExactly(250L, 250L);
  }

  @Test
  void afterTenSecondsItWaitsNoLonger() throws Exception {
    database.on("register-document").gives();
    database.on("find-by-idempotency-key").gives(known(true, false));
    assertProblem(
        sendFile("report.txt", "Some text.", Map.of("Idempotency-Key", "key-1")),
        409,
        "in-progress");
    assertThat(clock.waits.stream().mapToLong(wait -> wait).sum()).isEqualTo(10_000);
    assertUploadIsGone();
  }

  @Test
  void whenTheTwinFailsTheWaitingRequestTakesItsPlace() throws Exception {
    database.on("register-document").gives().gives().gives(event("received"));
    database.on("find-by-idempotency-key").gives(known(true, false)).gives();
    assertThat(status(sendFile("report.txt", "Some text.", Map.of("Idempotency-Key", "key-1"))))
        .isEqualTo(202);
    assertThat(storage.puts).hasSize(1);
    assertThat(announced()).containsExactly("received", "stored", "queued");
  }

  private Exchange sendFile(String name, String content, Map<String, Object> headers)
      throws IOException {
    Map<String, Object> all = new HashMap<>(headers);
    all.put("Content-Type", "multipart/form-data; boundary=x");
    all.put(Exchange.FILE_NAME, name);
    return request("receive-document", all, Files.writeString(folder.resolve("upload"), content));
  }

  private Exchange sendText(String json) {
    return request(
        "receive-document",
        Map.of("Content-Type", "application/json; charset=utf-8"),
        json.getBytes(StandardCharsets.UTF_8));
  }

  private static Map<String, Object> known(boolean same, boolean stored) {
    return row("same", same, "stored", stored, "id", SENT_BEFORE, "document", "{}");
  }

  private void assertSentOn(String id) throws Exception {
    settle();
    assertThat(getMockEndpoint("mock:enqueue-documents").getReceivedExchanges())
        .singleElement()
        .satisfies(sent -> assertThat(sent.getVariable("documentId")).isEqualTo(id));
  }

  private void assertNoTrace() throws Exception {
    assertThat(database.queries()).isEmpty();
    assertThat(storage.touched).isEmpty();
    assertThat(announced()).isEmpty();
    assertUploadIsGone();
  }

  private void assertUploadIsGone() throws Exception {
    settle();
    assertThat(folder).isEmptyDirectory();
  }

  private static String sha256(String text) throws Exception {
    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(hash);
  }
}
