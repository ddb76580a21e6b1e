package org.documentpipeline.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.documentpipeline.routes.FakeDatabase.row;
import static org.documentpipeline.routes.Rows.event;

import ch.qos.logback.classic.Level;
import dev.langchain4j.exception.AuthenticationException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.BeanWrapperImpl;

/** All of the worker's files together: a message comes in, and a document has ended. */
class ProcessDocumentRouteTest extends RouteTest {
  private static final String MESSAGE = "{\"documentId\":\"" + ID + "\",\"attempt\":1}";

  ProcessDocumentRouteTest() throws Exception {
    super(files());
  }

  private static String[] files() throws Exception {
    try (Stream<Path> files = Files.list(Path.of("routes/worker"))) {
      return files
          .map(file -> "worker/" + file.getFileName().toString().replace(".camel.yaml", ""))
          .toArray(String[]::new);
    }
  }

  private KeptAnswers answers;

  @BeforeEach
  void everyStatementFindsTheLease() {
    storage.objects.put(Rows.KEY, "One short letter.".getBytes(StandardCharsets.UTF_8));
    for (String query : List.of("forget-chunks", "save-chunks")) {
      database.on(query).gives(row("id", ID));
    }
    for (String query :
        List.of(
            "claim-document",
            "record-pages",
            "finish-extract",
            "finish-split",
            "save-chunk-summary",
            "finish-summarize",
            "complete-document",
            "fail-document",
            "tell-group-combined")) {
      database.on(query).gives(event(query));
    }
    answers = KeptAnswers.in(database);
    database.on("read-cited-chunks").gives();
    database.on("release-document").gives(row("id", ID));
    chunks(1, null);
    database.on("sample-text").gives(row("text", "Der Brief ist kurz und sagt nicht viel."));
    claim("extract");
    model.answers(asked -> "A summary.");
  }

  @Test
  void aNewDocumentGoesThroughEveryStage() throws Exception {
    deliver();
    assertThat(database.queries())
        .containsExactly(
            "claim-document",
            "finish-extract",
            "forget-chunks",
            "save-chunks",
            "finish-split",
            "sample-text",
            "list-chunk-numbers",
            "read-chunk",
            "claim-answer",
            "save-answer",
            "save-chunk-summary",
            "finish-summarize",
            "read-chunk",
            "read-cited-chunks",
            "complete-document");
    assertThat((String) database.call("save-chunks").get("body")).contains("One short letter.");
    assertThat((String) database.call("complete-document").get("summary"))
        .startsWith("# ")
        .endsWith("\n\nA summary. [part 1](#chunk-0)\n");
    assertThat((String) database.call("complete-document").get("structure"))
        .contains("{\"text\":\"A summary.\",\"references\":[{\"chunk\":0,");
    assertThat(announced())
        .containsExactly(
            "claimed",
            "finish-extract",
            "finish-split",
            "save-chunk-summary",
            "finish-summarize",
            "complete-document");
    assertThat(queue.deleted).containsExactly("receipt");
    assertNothingIsLeft();
  }

  @Test
  void aDocumentWithSavedChunksGoesOnWithoutItsOriginal() throws Exception {
    claim("summarize");
    chunks(3, null);
    deliver();
    assertThat(storage.touched).isEmpty();
    assertThat(database.queries())
        .startsWith("claim-document", "sample-text", "list-chunk-numbers")
        .doesNotContain("finish-extract", "forget-chunks");
    assertThat(model.asked())
        .allSatisfy(
            asked ->
                assertThat(asked.user()).contains("Language: German (de), the document's own"));
    assertThat(model.asked()).as("three chunks, and the call that combines").hasSize(4);
    assertThat(answers.count()).isEqualTo(4);
    assertThat(database.calls("save-answer"))
        .as("whose the cost is: each chunk's its own, the last the whole document's")
        .extracting(call -> call.get("index"))
        .containsExactlyInAnyOrder(0, 1, 2, null);
    assertThat(queue.deleted).containsExactly("receipt");
  }

  @ParameterizedTest
  @CsvSource({"extract,sample-text", "summarize,save-chunk-summary"})
  void oneThatIsWorkedOnAloneLetsOthersInAtItsFirstCheckpoint(String stage, String next)
      throws Exception {
    database
        .on("claim-document")
        .gives(Rows.claim("suspect", 15, null, null, null))
        .gives(Rows.claim("claimed", 0, TOKEN, stage, "claimed"));
    List<Boolean> places = new CopyOnWriteArrayList<>();
    database
        .on(next)
        .does(
            call -> {
              Object place = template.requestBody("bean:workRoom?method=enter", (Object) null);
              places.add((Boolean) new BeanWrapperImpl(place).getPropertyValue("given"));
              template.requestBody("bean:workRoom?method=leave", place);
              return List.of(row("text", "Der Brief ist kurz.", "event", next));
            });
    deliver();
    assertThat(places).containsExactly(true);
    assertThat(queue.deleted).containsExactly("receipt");
  }

  @Test
  void oneChunkThatCanNotBeDoneFailsTheDocumentOnce() throws Exception {
    claim("summarize");
    chunks(20, null);
    model.answers(
        asked -> {
          throw new AuthenticationException("401");
        });
    deliver();
    assertThat((String) database.call("fail-document").get("failure")).contains("llm-auth");
    assertThat(database.queries())
        .doesNotContain("save-chunk-summary", "finish-summarize", "complete-document");
    assertThat(announced()).containsExactly("claimed", "fail-document");
    assertThat(queue.deleted).containsExactly("receipt");
    assertNothingIsLeft();
  }

  @ParameterizedTest
  @CsvSource({
    "finish-summarize,summarize-chunks/finish-summarize",
    "read-chunk,summarize-chunk/read-chunk",
    "save-answer,keep-answer/save-answer"
  })
  void whatNobodyExpectedIsInTheLogWithItsStepAndItsStackTrace(String query, String step)
      throws Exception {
    claim("summarize");
    chunks(3, null);
    database.on(query).fails("42601");
    try (LogLines log = LogLines.of("log-failure")) {
      deliver();
      assertThat(log.of(Level.ERROR))
          .singleElement()
          .asString()
          .startsWith(ID + ": failed in " + step + ": ")
          .contains("made to fail by the test", "\tat org.documentpipeline.routes.FakeDatabase");
      assertThat(log.of(Level.WARN)).isEmpty();
    }
    assertThat((String) database.call("fail-document").get("failure")).contains("internal");
  }

  @Test
  void whatWasToBeExpectedIsALine() throws Exception {
    storage.objects.put(Rows.KEY, " \n\t\n".getBytes(StandardCharsets.UTF_8));
    try (LogLines log = LogLines.of("log-failure")) {
      deliver();
      assertThat(log.of(Level.WARN)).singleElement().asString().startsWith(ID).hasLineCount(1);
      assertThat(log.of(Level.ERROR)).isEmpty();
    }
  }

  @Test
  void aLeaseLostInAPartStopsTheWholeQuietly() throws Exception {
    claim("summarize");
    chunks(20, null);
    database.on("save-chunk-summary").gives(event("saved")).gives();
    deliver();
    assertThat(database.queries())
        .doesNotContain("fail-document", "finish-summarize", "complete-document");
    assertThat(queue.deleted).isEmpty();
    assertNothingIsLeft();
  }

  @Test
  void aDatabaseThatGoesAwayInAPartFailsNothing() throws Exception {
    claim("summarize");
    chunks(20, null);
    database.on("save-chunk-summary").gives(event("saved")).fails("08006");
    deliver();
    assertThat(database.queries())
        .doesNotContain("fail-document", "finish-summarize", "complete-document");
    assertThat(database.calls("release-document")).hasSize(1);
    assertThat(queue.deleted).containsExactly("receipt");
    assertNothingIsLeft();
  }

  @Test
  void anOriginalThatIsGoneFailsTheDocument() throws Exception {
    storage.objects.clear();
    deliver();
    assertThat((String) database.call("fail-document").get("failure"))
        .contains("storage-unavailable");
    assertThat(queue.deleted).containsExactly("receipt");
    assertNothingIsLeft();
  }

  @Test
  void aDocumentWithoutTextFails() throws Exception {
    storage.objects.put(Rows.KEY, " \n\t\n".getBytes(StandardCharsets.UTF_8));
    deliver();
    assertThat((String) database.call("fail-document").get("failure"))
        .contains("\"code\":\"no-text\"", "\"retryable\":false");
    assertNothingIsLeft();
  }

  @Test
  void anExtractionThatTakesTooLongFailsTheDocument() throws Exception {
    CompletableFuture<Boolean> waitedToTheEnd = new CompletableFuture<>();
    clock.hurryLimits();
    database
        .on("finish-extract")
        .does(
            call -> {
              waitedToTheEnd.complete(awaitUp(new CountDownLatch(1)));
              return List.of();
            });
    deliver();
    assertThat((String) database.call("fail-document").get("failure"))
        .contains("\"code\":\"extraction-timeout\"", "\"retryable\":false", "300 seconds");
    assertThat(queue.deleted).containsExactly("receipt");
    assertThat(waitedToTheEnd.get(10, TimeUnit.SECONDS)).as("not interrupted").isFalse();
    assertThat(announced()).containsExactly("claimed", "fail-document");
    assertThat(database.queries()).doesNotContain("forget-chunks", "save-chunks");
    assertNothingIsLeft();
  }

  @Test
  void aLeaseLostWhileExtractingStopsQuietly() throws Exception {
    database.on("finish-extract").gives();
    deliver();
    assertThat(database.queries()).containsExactly("claim-document", "finish-extract");
    assertThat(queue.deleted).isEmpty();
    assertThat(announced()).containsExactly("claimed");
    assertNothingIsLeft();
  }

  @Test
  void aDatabaseThatGoesAwayWhileExtractingFailsNothing() throws Exception {
    database.on("finish-extract").fails("08006");
    deliver();
    assertThat(database.queries())
        .containsExactly("claim-document", "finish-extract", "release-document");
    assertThat(queue.deleted).containsExactly("receipt");
    assertNothingIsLeft();
  }

  private static boolean awaitUp(CountDownLatch latch) {
    try {
      return latch.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void claim(String stage) {
    Map<String, Object> row = new HashMap<>(Rows.claim("claimed", 0, TOKEN, stage, "claimed"));
    row.put("language", "auto");
    database.on("claim-document").gives(row);
  }

  private void chunks(int total, String summary) {
    database
        .on("list-chunk-numbers")
        .gives(IntStream.range(0, total).mapToObj(i -> row("index", i, "total", total)).toList());
    database
        .on("read-chunk")
        .gives(
            row(
                "text",
                "Some text.",
                "summary",
                summary,
                "firstPage",
                null,
                "lastPage",
                null,
                "section",
                ""));
  }

  private void deliver() {
    queue.put("documents", MESSAGE, "receipt", Map.of());
    poll("take-document");
  }

  private void assertNothingIsLeft() throws Exception {
    assertThat(template.requestBody("bean:heldLeases?method=tokens", "", String.class))
        .as("leases held after the end")
        .isEmpty();
    try (Stream<Path> folders = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      assertThat(
              folders
                  .filter(
                      folder -> folder.getFileName().toString().startsWith("document-pipeline-"))
                  .map(root -> root.resolve(TOKEN)))
          .noneMatch(Files::exists);
    }
  }
}
