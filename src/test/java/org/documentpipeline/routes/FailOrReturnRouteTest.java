package org.documentpipeline.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.documentpipeline.routes.FakeDatabase.row;
import static org.documentpipeline.routes.Rows.event;

import ch.qos.logback.classic.Level;
import dev.langchain4j.exception.AuthenticationException;
import dev.langchain4j.exception.InternalServerException;
import dev.langchain4j.exception.InvalidRequestException;
import dev.langchain4j.exception.RateLimitException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;
import org.apache.camel.CamelExchangeException;
import org.apache.camel.Predicate;
import org.apache.camel.builder.PredicateBuilder;
import org.apache.camel.component.direct.DirectConsumerNotAvailableException;
import org.apache.camel.support.processor.PredicateValidationException;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.documentpipeline.extraction.OriginalUnavailableException;
import org.documentpipeline.extraction.WorkFileException;
import org.documentpipeline.queueing.LeaseLostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** What the worker makes of errors, wherever in its stages they come from. */
class FailOrReturnRouteTest extends RouteTest {

  @TempDir Path folder;

  FailOrReturnRouteTest() {
    super(
        "worker/take-document",
        "worker/claim-document",
        "worker/tend-messages",
        "worker/fail-or-return",
        "worker/fail-document",
        "worker/return-documents");
  }

  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(new EncryptedDocumentException("password"), "encrypted", false),
        Arguments.of(new TikaException("broken"), "corrupt", false),
        Arguments.of(new AuthenticationException("401"), "llm-auth", true),
        Arguments.of(new InvalidRequestException("too long"), "llm-refused", true),
        Arguments.of(
            NoSuchKeyException.builder().message("gone").build(), "storage-unavailable", true),
        Arguments.of(new IOException("a bug"), "internal", true),
        Arguments.of(new IllegalStateException("a bug"), "internal", true),
        Arguments.of(
            new PredicateValidationException(null, PredicateBuilder.constant(false)),
            "internal",
            true),
        Arguments.of(new StackOverflowError("a deep bug"), "internal", true));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void aDocumentThatCanNotBeDoneFailsWithAReasonAndItsMessageGoes(
      Throwable cause, String code, boolean retryable) throws Exception {
    database.on("fail-document").gives(event("failed"));
    workFailsWith(new CamelExchangeException("a part of a split failed", null, cause));
    assertThat(database.call("fail-document").parameters())
        .containsEntry("documentId", ID)
        .containsEntry("token", TOKEN);
    assertThat((String) database.call("fail-document").get("failure"))
        .contains(
            "\"code\":\"" + code + "\"", "\"retryable\":" + retryable, "\"title\":", "\"detail\":");
    assertThat(announced()).containsExactly("failed");
    assertThat(queue.deleted).containsExactly("receipt");
    assertEverythingIsLetGo();
  }

  static Stream<Throwable> outages() {
    return Stream.of(
        new DataAccessResourceFailureException("no connection"),
        new RecoverableDataAccessException("closed"),
        new CannotAcquireLockException("deadlock"),
        SdkClientException.create("no route to S3"),
        S3Exception.builder().statusCode(503).message("slow down").build(),
        new OriginalUnavailableException(new IOException("Connection reset")),
        new IOException("No space left on device"),
        new UncheckedIOException(new WorkFileException(new IOException("Gerät voll"))),
        new RejectedExecutionException("every thread is stuck"));
  }

  @ParameterizedTest
  @MethodSource("outages")
  void whenAServiceIsAwayTheDocumentIsGivenBackAndTheOutboxSendsItAgain(Throwable cause)
      throws Exception {
    database.on("release-document").gives(row("id", ID));
    workFailsWith(new CamelExchangeException("a part of a split failed", null, cause));
    assertThat(database.queries()).containsExactly("claim-document", "release-document");
    assertThat(announced()).isEmpty();
    assertThat(database.call("release-document").parameters())
        .containsEntry("documentId", ID)
        .containsEntry("token", TOKEN);
    assertThat((int) database.call("release-document").get("wait")).isPositive();
    assertThat(queue.deleted).containsExactly("receipt");
    assertEverythingIsLetGo();
  }

  @Test
  void whenAServiceIsAwayForTooLongTheDocumentFails() throws Exception {
    database.on("release-document").gives();
    database.on("fail-document").gives(event("failed"));
    workFailsWith(new OriginalUnavailableException(new IOException("Connection reset")));
    assertThat((String) database.call("fail-document").get("failure"))
        .contains("\"code\":\"storage-unavailable\"", "\"retryable\":true");
    assertThat(announced()).containsExactly("failed");
    assertThat(queue.deleted).containsExactly("receipt");
    assertEverythingIsLetGo();
  }

  static Stream<Throwable> replacements() {
    return Stream.of(
        new IllegalStateException("SendProcessor has not been started: sql://file:x"),
        new IllegalStateException("WireTapProcessor has not been started: y"),
        new DirectConsumerNotAvailableException("No consumers available on endpoint: z", null));
  }

  @ParameterizedTest
  @MethodSource("replacements")
  void aDocumentThatCameUponAReplacedRouteGoesBackAtOnceAndWithoutAPenalty(Throwable cause)
      throws Exception {
    database.on("return-documents").changes();
    workFailsWith(new CamelExchangeException("a part of a split failed", null, cause));
    assertThat(database.queries()).containsExactly("claim-document", "return-documents");
    assertThat(database.call("return-documents").get("tokens")).isEqualTo(TOKEN);
    assertThat(queue.postponed).containsExactly(Map.entry("receipt", 0));
    assertThat(queue.deleted).isEmpty();
    assertThat(announced()).isEmpty();
    assertEverythingIsLetGo();
  }

  @Test
  void aCheckOfSomebodysOwnThatIsNotPassedIsNoLostLease() throws Exception {
    database.on("fail-document").gives(event("failed"));
    Predicate check = context.resolveLanguage("simple").createPredicate("${body} == 'x'");
    try (LogLines log = LogLines.of("log-failure")) {
      workFailsWith(new PredicateValidationException(null, check));
      assertThat(log.of(Level.ERROR)).singleElement().asString().contains("Predicate[body == x]");
    }
    assertThat((String) database.call("fail-document").get("failure"))
        .contains("\"code\":\"internal\"", "did not pass a check");
    assertThat(queue.deleted).containsExactly("receipt");
  }

  static Stream<Throwable> troublesOfTheModel() {
    SdkClientException noConnection = SdkClientException.create("no route to Bedrock");
    return Stream.of(
        new RateLimitException(S3Exception.builder().statusCode(429).message("slow").build()),
        new InternalServerException(noConnection));
  }

  @ParameterizedTest
  @MethodSource("troublesOfTheModel")
  void whatAModelBehindAnAwsClientDoesIsNotAnOutageOfStorage(Throwable cause) throws Exception {
    database.on("fail-document").gives(event("failed"));
    workFailsWith(new CamelExchangeException("a part of a split failed", null, cause));
    assertThat((String) database.call("fail-document").get("failure")).contains("\"code\":\"llm-");
    assertThat(database.calls("release-document")).isEmpty();
  }

  @Test
  void aDocumentThatCanNotBeGivenBackKeepsItsMessage() throws Exception {
    database.on("release-document").fails("08006");
    workFailsWith(new DataAccessResourceFailureException("no connection"));
    assertThat(queue.deleted).isEmpty();
    assertEverythingIsLetGo();
  }

  @Test
  void aLostLeaseEndsTheWorkQuietly() throws Exception {
    workFailsWith(
        new CamelExchangeException("a part of a split failed", null, new LeaseLostException()));
    assertThat(database.queries()).containsExactly("claim-document");
    assertThat(announced()).isEmpty();
    assertThat(queue.deleted).isEmpty();
    assertEverythingIsLetGo();
  }

  @Test
  void aFailureAfterTheLeaseWasLostIsTheOtherWorkersBusiness() throws Exception {
    database.on("fail-document").gives();
    workFailsWith(new IllegalStateException("a bug"));
    assertThat(announced()).isEmpty();
    assertThat(queue.deleted).isEmpty();
    assertEverythingIsLetGo();
  }

  @Test
  void aFailureThatCanNotBeSavedKeepsTheMessage() throws Exception {
    database.on("fail-document").fails("08006");
    workFailsWith(new IllegalStateException("a bug"));
    assertThat(announced()).isEmpty();
    assertThat(queue.deleted).isEmpty();
    assertEverythingIsLetGo();
  }

  @Test
  void aClaimThatCanNotBeMadeKeepsTheMessage() throws Exception {
    database.on("claim-document").fails("08006");
    database.on("release-document").fails("08006");
    deliver();
    assertThat(database.queries()).containsExactly("claim-document", "release-document");
    assertThat(queue.deleted).isEmpty();
  }

  @Test
  void aClaimThatFailsForAReasonOfOurOwnKeepsTheMessageToo() throws Exception {
    database.on("claim-document").fails("42601");
    database.on("fail-document").gives();
    deliver();
    assertThat(queue.deleted).isEmpty();
    assertThat(announced()).isEmpty();
  }

  @Test
  void aMessageThatCanNotBeDeletedComesBackAndIsDeletedThen() throws Exception {
    database.on("claim-document").gives(Rows.claim("claimed", 0, TOKEN, "extract", null));
    database.on("fail-document").gives();
    database.on("release-document").gives();
    queue.goAway();
    deliver();
    assertThat(queue.deleted).isEmpty();
    assertThat(announced()).isEmpty();
    assertEverythingIsLetGo();
  }

  private void workFailsWith(Exception failure) throws Exception {
    database.on("claim-document").gives(Rows.claim("claimed", 0, TOKEN, "extract", null));
    Files.writeString(folder.resolve("original"), "bytes");
    getMockEndpoint("mock:process-document")
        .whenAnyExchangeReceived(
            exchange -> {
              exchange.setVariable("folder", folder.toFile());
              throw failure;
            });
    deliver();
  }

  private void deliver() {
    queue.put("documents", "{\"documentId\":\"" + ID + "\",\"attempt\":1}", "receipt", Map.of());
    poll("take-document");
  }

  private void assertEverythingIsLetGo() throws Exception {
    assertThat(folder.resolve("original")).doesNotExist();
    assertThat(template.requestBody("bean:heldLeases?method=tokens", "", String.class))
        .as("leases held after the end")
        .isEmpty();
  }
}
