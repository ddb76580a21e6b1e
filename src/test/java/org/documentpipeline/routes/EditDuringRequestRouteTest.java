package org.documentpipeline.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.documentpipeline.routes.FakeDatabase.row;
import static org.documentpipeline.routes.Rows.event;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.documentpipeline.routing.BeforeForcedStop;
import org.documentpipeline.routing.LiveEdit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody edits a file of the API while a request is in it for longer than an edit waits. */
class EditDuringRequestRouteTest extends ApiTest {
  private static final Duration GRACE = Duration.ofMillis(150);

  @TempDir Path folder;

  EditDuringRequestRouteTest() {
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
    database.on("register-document").gives(event("received"));
    database.on("read-document").does(call -> List.of(row("json", "{}")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"api/store-document", "api/register-document", "shared/error-handling"})
  void theRequestIsAnsweredOrToldWhenToAskAgain(String file) throws Exception {
    Exchange answer = sendDuringEditOf(file);
    if (status(answer) == 503) {
      assertProblem(answer, 503, "unavailable");
    } else {
      assertJson(answer, 202, "{}");
    }
    assertThat(folder.resolve("upload")).doesNotExist();
    assertThat(uploadsAtWork()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"api/receive-document", "api/answer-problems"})
  void oneThatLosesItsOwnErrorPolicyEndsAndHoldsNothing(String file) throws Exception {
    assertThat(sendDuringEditOf(file).getException()).isNotNull();
    assertThat(uploadsAtWork()).isEmpty();
  }

  private Exchange sendDuringEditOf(String file) throws Exception {
    CountDownLatch reached = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    database
        .on("finish-store")
        .does(
            call -> {
              reached.countDown();
              awaitUp(goOn);
              return List.of(event("stored"));
            });
    Path upload = Files.writeString(folder.resolve("upload"), "Some text.");
    CompletableFuture<Exchange> request = CompletableFuture.supplyAsync(() -> send(upload));
    assertThat(reached.await(10, TimeUnit.SECONDS)).isTrue();
    LiveEdit.of(
        context,
        "routes/" + file + ".camel.yaml",
        GRACE,
        outside.beans.getBeansOfType(BeforeForcedStop.class).values());
    goOn.countDown();
    return request.get(10, TimeUnit.SECONDS);
  }

  private static void awaitUp(CountDownLatch latch) {
    try {
      latch.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private String uploadsAtWork() {
    return template.requestBody("bean:uploadsAtWork?method=ids", "", String.class);
  }

  private Exchange send(Path upload) {
    return request(
        "receive-document",
        Map.of("Content-Type", "multipart/form-data; boundary=x", Exchange.FILE_NAME, "a.txt"),
        upload);
  }
}
