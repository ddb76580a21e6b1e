package org.documentpipeline.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.list;
import static org.awaitility.Awaitility.await;
import static org.documentpipeline.routes.FakeDatabase.row;
import static org.documentpipeline.routes.Rows.event;

import dev.langchain4j.exception.AuthenticationException;
import dev.langchain4j.exception.RateLimitException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.documentpipeline.summarizing.ChunkSummary;
import org.documentpipeline.summarizing.Options;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SummarizeChunksRouteTest extends RouteTest {
  private static final Pattern TEXT = Pattern.compile("Text of chunk (\\d+)\\.");

  private final Map<Integer, String> saved = new ConcurrentHashMap<>();
  private final Map<Integer, String> keys = new ConcurrentHashMap<>();
  private KeptAnswers answers;

  SummarizeChunksRouteTest() {
    super(
        "worker/summarize-chunks",
        "worker/summarize-chunk",
        "worker/call-model",
        "worker/ask-once",
        "worker/wait-for-database");
  }

  @BeforeEach
  void theLeaseHolds() {
    saved.clear();
    keys.clear();
    chunksAreThere();
  }

  private void chunksAreThere() {
    answers = KeptAnswers.in(database);
    database.on("read-chunk").does(call -> List.of(chunk((int) call.get("index"))));
    database
        .on("save-chunk-summary")
        .does(
            call -> {
              keys.put((int) call.get("index"), (String) call.get("key"));
              return List.of(event("summarised " + call.get("index")));
            });
    database.on("finish-summarize").gives(event("summarised"), event("combining"));
    model.answers(asked -> "Summary " + number(asked) + ".");
  }

  @Test
  void everyChunkIsSummarisedAndTheSummariesStandInOrder() throws Exception {
    Exchange done = summarize(20);
    assertThat(done.getException()).isNull();
    assertThat(done.getVariable("summaries"))
        .asInstanceOf(list(ChunkSummary.class))
        .containsExactlyElementsOf(
            IntStream.range(0, 20)
                .mapToObj(i -> new ChunkSummary(i, i + 1, i + 2, "Summary " + i + "."))
                .toList());
    assertThat(database.calls("save-chunk-summary"))
        .hasSize(20)
        .allSatisfy(
            call ->
                assertThat(call.parameters())
                    .containsEntry("documentId", ID)
                    .containsEntry("token", TOKEN)
                    .containsEntry("summary", "Summary " + call.get("index") + "."));
    assertThat(announced().subList(0, 20))
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, 20).mapToObj(i -> "summarised " + i).toList());
    assertThat(announced().subList(20, 22)).containsExactly("summarised", "combining");
  }

  @Test
  void asManyCallsAsAllowedRunAtOnceAndNoMore() {
    AtomicInteger running = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    CyclicBarrier together = new CyclicBarrier(CALLS);
    model.answers(
        asked -> {
          most.accumulateAndGet(running.incrementAndGet(), Math::max);
          try {
            together.await(20, TimeUnit.SECONDS);
          } catch (Exception e) {
            throw new IllegalStateException("The other calls did not come", e);
          }
          running.decrementAndGet();
          return "Summary.";
        });
    assertThat(summarize(3 * CALLS).getException()).isNull();
    assertThat(most).hasValue(CALLS);
  }

  @Test
  void whatWasSavedBeforeIsNeitherAskedForNorSavedAgain() throws Exception {
    beforeARestart(5);
    saved.put(1, "Saved one.");
    saved.put(3, "Saved three.");
    Exchange done = summarize(5);
    assertThat(done.getVariable("summaries"))
        .asInstanceOf(list(ChunkSummary.class))
        .extracting(ChunkSummary::text)
        .containsExactly("Summary 0.", "Saved one.", "Summary 2.", "Saved three.", "Summary 4.");
    assertThat(model.asked())
        .extracting(SummarizeChunksRouteTest::number)
        .containsExactlyInAnyOrder("0", "2", "4");
    assertThat(database.calls("save-chunk-summary"))
        .extracting(call -> call.get("index"))
        .containsExactlyInAnyOrder(0, 2, 4);
    assertThat(announced()).hasSize(5);
  }

  @Test
  void aDuplicateDeliveryOfFinishedWorkCallsNobody() throws Exception {
    beforeARestart(5);
    IntStream.range(0, 5).forEach(i -> saved.put(i, "Saved."));
    database.on("finish-summarize").gives(event(null));
    assertThat(summarize(5).getException()).isNull();
    assertThat(model.asked()).isEmpty();
    assertThat(announced()).isEmpty();
  }

  /** Finds out under which keys the summaries are saved, then begins anew. */
  private void beforeARestart(int chunks) throws Exception {
    summarize(chunks);
    settle();
    outside.reset();
    chunksAreThere();
  }

  @Test
  void anAnswerThatWasKeptButNotYetSavedIsNotPaidForAgain() {
    summarize(5);
    int calls = model.asked().size();
    assertThat(summarize(5).getException()).isNull();
    assertThat(model.asked()).hasSize(calls);
    assertThat(answers.count()).isEqualTo(5);
    assertThat(database.calls("save-chunk-summary")).hasSize(10);
  }

  @Test
  void aSummaryThatAnswersAnotherQuestionIsAskedForAnew() throws Exception {
    beforeARestart(3);
    saved.put(1, "By another prompt.");
    keys.put(1, "0".repeat(64));
    Exchange done = summarize(3);
    assertThat(done.getVariable("summaries"))
        .asInstanceOf(list(ChunkSummary.class))
        .extracting(ChunkSummary::text)
        .containsExactly("Summary 0.", "Summary 1.", "Summary 2.");
  }

  @Test
  void afterAFailureWhatIsUnderWayIsStillSaved() throws Exception {
    CyclicBarrier together = new CyclicBarrier(CALLS);
    CountDownLatch refused = new CountDownLatch(1);
    AtomicInteger turns = new AtomicInteger();
    model.answers(
        asked -> {
          try {
            int turn = turns.incrementAndGet();
            if (turn <= CALLS) {
              together.await(20, TimeUnit.SECONDS);
            }
            if (turn == 1) {
              refused.countDown();
              throw new AuthenticationException("401");
            }
            refused.await(20, TimeUnit.SECONDS);
          } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException(e);
          }
          return "Summary " + number(asked) + ".";
        });
    assertThat(failure(summarize(50))).contains("\"code\":\"llm-auth\"");
    assertThat(database.calls("save-chunk-summary"))
        .as("all that were called for beside the one that failed")
        .hasSize(model.asked().size() - 1)
        .hasSizeGreaterThanOrEqualTo(CALLS - 1)
        .hasSizeLessThan(49);
  }

  @Test
  void aCallThatFailsForAMomentChangesNothingOfTheRest() throws Exception {
    Set<String> failed = ConcurrentHashMap.newKeySet();
    model.answers(
        asked -> {
          if (Integer.parseInt(number(asked)) % 3 == 0 && failed.add(number(asked))) {
            throw new RateLimitException("429");
          }
          return "Summary " + number(asked) + ".";
        });
    database.on("record-retry").does(call -> List.of(event("retrying " + call.get("index"))));
    Exchange done = summarize(10);
    assertThat(done.getException()).isNull();
    assertThat(done.getVariable("summaries"))
        .asInstanceOf(list(ChunkSummary.class))
        .extracting(ChunkSummary::text)
        .containsExactlyElementsOf(
            IntStream.range(0, 10).mapToObj(i -> "Summary " + i + ".").toList());
    assertThat(announced())
        .contains("retrying 0", "retrying 3", "retrying 6", "retrying 9")
        .hasSize(4 + 10 + 2);
    assertThat(database.calls("save-chunk-summary")).hasSize(10);
  }

  @Test
  void aDocumentWhosePartsAllWaitHoldsUpNoOther() throws Exception {
    CountDownLatch theLetterIsDone = new CountDownLatch(1);
    AtomicInteger waiting = new AtomicInteger();
    outside.pauses.hold =
        token -> {
          waiting.incrementAndGet();
          waitFor(theLetterIsDone);
        };
    Set<String> limited = ConcurrentHashMap.newKeySet();
    model.answers(
        asked -> {
          if (!number(asked).equals("0") && limited.add(number(asked))) {
            throw new RateLimitException("429");
          }
          return "Summary " + number(asked) + ".";
        });
    database.on("record-retry").gives(event(null));
    database
        .on("list-chunk-numbers")
        .gives(IntStream.range(1, 50).mapToObj(i -> row("index", i, "total", 49)).toList());
    CompletableFuture<Exchange> book = CompletableFuture.supplyAsync(this::summarize);
    await().until(() -> waiting.get() == CALLS);
    assertThat(summarize(1).getException()).as("of the letter").isNull();
    assertThat(book).isNotDone();
    theLetterIsDone.countDown();
    assertThat(book.get(20, TimeUnit.SECONDS).getException()).as("of the book").isNull();
    assertThat(model.asked()).hasSize(1 + 49 + 49);
  }

  @Test
  void oneChunkThatCanNotBeDoneEndsTheStage() throws Exception {
    model.answers(
        asked -> {
          if (number(asked).equals("2")) {
            throw new AuthenticationException("401");
          }
          return "Summary.";
        });
    Exchange done = summarize(50);
    assertThat(failure(done)).contains("\"code\":\"llm-auth\"");
    assertThat(model.asked()).as("calls after the first failure").hasSizeLessThan(50);
    assertThat(database.calls("finish-summarize")).isEmpty();
    assertThat(announced()).doesNotContain("summarised");
  }

  @Test
  void aLeaseLostInTheMiddleStopsQuietly() throws Exception {
    database
        .on("save-chunk-summary")
        .does(
            call ->
                call.get("index").equals(2)
                    ? List.of()
                    : List.of(event("summarised " + call.get("index"))));
    Exchange done = summarize(50);
    assertLeaseLost(done);
    assertThat(model.asked()).hasSizeLessThan(50);
    assertThat(database.calls("finish-summarize")).isEmpty();
    assertThat(announced()).doesNotContain("summarised", "summarised 2");
  }

  @Test
  void withoutTheLeaseNoChunkIsRead() throws Exception {
    Exchange done = summarize(0);
    assertLeaseLost(done);
    assertThat(database.queries()).containsExactly("list-chunk-numbers");
    assertThat(announced()).isEmpty();
  }

  @Test
  void aLeaseLostBeforeAChunkIsReadAsksNobody() throws Exception {
    database.on("read-chunk").gives();
    assertLeaseLost(summarize(3));
    assertThat(model.asked()).isEmpty();
    assertThat(announced()).isEmpty();
  }

  @Test
  void aLeaseLostAtTheEndStopsQuietlyToo() throws Exception {
    database.on("finish-summarize").gives();
    assertLeaseLost(summarize(2));
    assertThat(announced()).containsExactlyInAnyOrder("summarised 0", "summarised 1");
  }

  @Test
  void theOnlyChunkIsAskedForAsTheWholeDocument() {
    summarize(1);
    assertThat(model.asked())
        .singleElement()
        .satisfies(
            asked -> {
              assertThat(asked.user())
                  .contains(
                      "Answer: the summary of the whole document", "about 60 words", "German");
              assertThat(asked.user())
                  .contains("<<<DOCUMENT\n[1] (pages 1-2)\nText of chunk 0.\nDOCUMENT>>>");
            });
  }

  @Test
  void oneChunkOfManyIsAskedForAsAPart() {
    summarize(2);
    assertThat(model.asked())
        .allSatisfy(
            asked ->
                assertThat(asked.user())
                    .contains("Answer: notes on this part of the document", "German"));
    assertThat(model.asked())
        .anySatisfy(
            asked ->
                assertThat(asked.user())
                    .contains("<<<DOCUMENT\n[2] (pages 2-3)\nText of chunk 1.\nDOCUMENT>>>"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "true",
        "17",
        "\"In quotes.\"",
        "'It's.'",
        "${header.x} {{pipeline.home}}",
        "a, b) c",
        "CamelSqlQuery",
        "file:///etc/passwd"
      })
  void whatATextSaysIsNeverUnderstoodAsSomethingElse(String text) {
    database
        .on("read-chunk")
        .gives(
            row(
                "text",
                text,
                "summary",
                null,
                "answerKey",
                null,
                "firstPage",
                null,
                "lastPage",
                null,
                "section",
                ""));
    model.answers(asked -> text);
    Exchange done = summarize(1);
    assertThat(done.getException()).isNull();
    assertThat(model.asked().get(0).user()).contains("<<<DOCUMENT\n[1]\n" + text + "\nDOCUMENT>>>");
    assertThat(database.call("save-chunk-summary").get("summary")).isEqualTo(text);
    assertThat(done.getVariable("summaries"))
        .asInstanceOf(list(ChunkSummary.class))
        .containsExactly(new ChunkSummary(0, null, null, text));
  }

  @Test
  void whatIsKeptOfAnAnswerLeadsNowhereAndIsWhatGoesOn() {
    model.answers(asked -> "See ![x](https://a.b/c) and [p. 9](#chunk-7), <b>\u202eso</b>.");
    Exchange done = summarize(2);
    String kept = "See x and p. 9, \u2039b>so\u2039/b>.";
    assertThat(database.calls("save-chunk-summary"))
        .extracting(call -> call.get("summary"))
        .containsExactly(kept, kept);
    assertThat(done.getVariable("summaries"))
        .asInstanceOf(list(ChunkSummary.class))
        .extracting(ChunkSummary::text)
        .containsExactly(kept, kept);
  }

  @Test
  void aChunkInTheMiddleOfASectionIsShownUnderItsTitle() {
    database
        .on("read-chunk")
        .does(
            call -> {
              Map<String, Object> row = chunk((int) call.get("index"));
              row.put("section", "Prices");
              return List.of(row);
            });
    summarize(2);
    assertThat(model.asked())
        .hasSize(2)
        .allSatisfy(asked -> assertThat(asked.user()).contains(")\n# Prices\n\nText of chunk "));
  }

  private Exchange summarize(int chunks) {
    database
        .on("list-chunk-numbers")
        .gives(IntStream.range(0, chunks).mapToObj(i -> row("index", i, "total", chunks)).toList());
    return summarize();
  }

  private Exchange summarize() {
    return call(
        "summarize-chunks",
        exchange -> {
          exchange.setVariable("documentId", ID);
          exchange.setVariable("token", TOKEN);
          exchange.setVariable("options", new Options("short", "de", null));
        });
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private Map<String, Object> chunk(int index) {
    return row(
        "text",
        "Text of chunk " + index + ".",
        "summary",
        saved.get(index),
        "answerKey",
        saved.containsKey(index) ? keys.get(index) : null,
        "firstPage",
        index + 1,
        "lastPage",
        index + 2,
        "section",
        "");
  }

  private static String number(FakeModel.Asked asked) {
    Matcher text = TEXT.matcher(asked.user());
    return text.find() ? text.group(1) : "";
  }
}
