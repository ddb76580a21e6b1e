package org.documentpipeline.routes;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.documentpipeline.routes.FakeModel.Asked;
import org.documentpipeline.routing.BeforeForcedStop;
import org.documentpipeline.routing.LiveEdit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.BeanWrapperImpl;

/**
 * Somebody edits a file of the worker while a document is at work for longer than an edit waits.
 * Whatever the file and the moment: it does not fail, and goes on from what is saved.
 */
class EditUnderWayRouteTest extends RouteTest {
  private static final String MESSAGE = "{\"documentId\":\"" + ID + "\",\"attempt\":1}";
  private static final Duration GRACE = Duration.ofMillis(150);
  private static final int CHUNKS = 3;
  private static final String SHARED = "shared/error-handling";

  private final AtomicBoolean holding = new AtomicBoolean();
  private CountDownLatch reached;
  private CountDownLatch goOn;
  private LeasedDocument document;

  EditUnderWayRouteTest() throws Exception {
    super(files().toArray(String[]::new));
  }

  static Stream<String> files() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("routes/worker"))) {
      return Stream.concat(
          files
              .map(file -> "worker/" + file.getFileName().toString().replace(".camel.yaml", ""))
              .sorted()
              .toList()
              .stream(),
          Stream.of(SHARED));
    }
  }

  @BeforeEach
  void aDocumentIsThere() {
    reached = new CountDownLatch(1);
    goOn = new CountDownLatch(1);
    holding.set(true);
    storage.objects.put(Rows.KEY, "One short letter.".getBytes(StandardCharsets.UTF_8));
    document = LeasedDocument.in(database, CHUNKS);
    model.answers(asked -> "A summary.");
  }

  @ParameterizedTest
  @MethodSource("files")
  void whileItsPartsAreAskedFor(String file) throws Exception {
    model.answers(asked -> hold("A summary."));
    editWhileAtWork(file);
    assertThat(askedTwice())
        .as("nothing is paid twice but what was under way when the front door was replaced")
        .hasSizeLessThanOrEqualTo(breaksOffCalls(file) ? CHUNKS : 0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "worker/process-document",
        "worker/combine-summaries",
        "worker/complete-document",
        "worker/call-model",
        "worker/ask-once",
        "worker/take-document",
        SHARED
      })
  void whileItsSummaryIsWritten(String file) throws Exception {
    model.answers(asked -> asked.user().contains("Text of") ? "Notes." : hold("A summary."));
    editWhileAtWork(file);
    assertThat(askedTwice()).hasSizeLessThanOrEqualTo(breaksOffCalls(file) ? 1 : 0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "worker/process-document",
        "worker/extract-text",
        "worker/split-text",
        "worker/take-document",
        "worker/fail-or-return",
        SHARED
      })
  void whileItsTextIsExtracted(String file) throws Exception {
    database
        .on("finish-extract")
        .does(call -> List.of(Rows.event(hold(document.holds(call) ? "extracted" : null))));
    editWhileAtWork(file);
    assertThat(askedTwice()).isEmpty();
  }

  @Test
  void whileAStatementTakesLongAndATapIsNext() throws Exception {
    database.on("finish-summarize").does(call -> List.of(Rows.event(hold("summarised"))));
    editWhileAtWork("worker/summarize-chunks");
    assertThat(askedTwice()).isEmpty();
  }

  @Test
  void whatDoesNotLetItselfBeInterruptedHoldsNoPlaceWhenTheFrontDoorIsReplaced() throws Exception {
    database
        .on("finish-extract")
        .does(
            call -> {
              boolean ours = document.holds(call);
              hold(true);
              while (goOn.getCount() > 0) {
                Thread.onSpinWait();
              }
              return ours && document.holds(call) ? List.of(Rows.event("extracted")) : List.of();
            });
    CompletableFuture<Void> delivery = CompletableFuture.runAsync(this::deliverUntilHeld);
    assertThat(reached.await(10, TimeUnit.SECONDS)).isTrue();
    edit("worker/take-document");
    assertEverythingIsLetGo();
    assertThat(delivery).isNotDone();
    database
        .on("finish-extract")
        .does(call -> document.holds(call) ? List.of(Rows.event("extracted")) : List.of());
    deliver();
    assertThat(document.hasEnded()).as("completed").isTrue();
    goOn.countDown();
    delivery.get(10, TimeUnit.SECONDS);
    settle();
    assertThat(database.calls("complete-document")).hasSize(1);
    assertEverythingIsLetGo();
    assertThat(context.getInflightRepository().size("take-document")).isZero();
  }

  /** The call itself is in the file, or who would see it fail is. */
  private static boolean breaksOffCalls(String file) {
    return List.of(
            "worker/ask-once",
            "worker/wait-for-database",
            "worker/take-document",
            "worker/fail-or-return",
            SHARED)
        .contains(file);
  }

  private void editWhileAtWork(String file) throws Exception {
    CompletableFuture<Void> delivery = CompletableFuture.runAsync(this::deliverUntilHeld);
    assertThat(reached.await(10, TimeUnit.SECONDS)).isTrue();
    edit(file);
    goOn.countDown();
    delivery.get(10, TimeUnit.SECONDS);
    settle();
    assertThat(database.calls("fail-document")).as("failures").isEmpty();
    assertEverythingIsLetGo();
    if (!document.hasEnded()) {
      assertThat(document.isHeld()).as("held").isFalse();
      assertThat(queue.postponed).as("comes back at once").containsExactly(Map.entry("receipt", 0));
      assertThat(queue.deleted).isEmpty();
      deliver();
    }
    assertThat(document.hasEnded()).as("completed").isTrue();
    assertThat(queue.deleted).containsExactly("receipt");
    assertEverythingIsLetGo();
  }

  private void edit(String file) throws Exception {
    LiveEdit.of(
        context,
        "routes/" + file + ".camel.yaml",
        GRACE,
        outside.beans.getBeansOfType(BeforeForcedStop.class).values());
  }

  /**
   * Parts that come by the route of the edit before for the first time at the same time may still
   * find the old one, as Camel's direct producers do: the document goes back then, too.
   */
  private void deliverUntilHeld() {
    do {
      deliver();
    } while (reached.getCount() > 0 && !document.hasEnded());
  }

  private void deliver() {
    queue.put("documents", MESSAGE, "receipt", Map.of());
    poll("take-document");
  }

  private <T> T hold(T answer) {
    if (holding.compareAndSet(true, false)) {
      reached.countDown();
      try {
        goOn.await(20, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    return answer;
  }

  private List<Asked> askedTwice() {
    return model.asked().stream()
        .collect(groupingBy(asked -> asked, counting()))
        .entrySet()
        .stream()
        .filter(entry -> entry.getValue() > 1)
        .map(Map.Entry::getKey)
        .toList();
  }

  private void assertEverythingIsLetGo() {
    await()
        .atMost(Duration.ofSeconds(5))
        .untilAsserted(
            () ->
                assertThat(template.requestBody("bean:heldLeases?method=tokens", "", String.class))
                    .as("leases held")
                    .isEmpty());
    Object[] places = {enter(), enter()};
    assertThat(places)
        .as("the room is empty")
        .allMatch(place -> (boolean) new BeanWrapperImpl(place).getPropertyValue("given"));
    for (Object place : places) {
      template.requestBody("bean:workRoom?method=leave", place);
    }
  }

  private Object enter() {
    return template.requestBody("bean:workRoom?method=enter", (Object) null);
  }
}
