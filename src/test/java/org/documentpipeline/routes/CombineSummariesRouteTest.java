package org.documentpipeline.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.documentpipeline.routes.FakeDatabase.row;
import static org.documentpipeline.routes.Rows.event;

import dev.langchain4j.exception.AuthenticationException;
import dev.langchain4j.exception.TimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.documentpipeline.chunking.O200kTokenCounter;
import org.documentpipeline.summarizing.ChunkSummary;
import org.documentpipeline.summarizing.Options;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The window of a call is 200 tokens here, so that a dozen summaries need a tree of several levels.
 */
class CombineSummariesRouteTest extends RouteTest {
  private static final String ANSWER = "# The summary\n\nIt is a tale of a harbour. [2]";

  private KeptAnswers answers;

  CombineSummariesRouteTest() {
    super(
        "worker/combine-summaries",
        "worker/combine-group",
        "worker/write-summary",
        "worker/complete-document",
        "worker/call-model",
        "worker/ask-once",
        "worker/wait-for-database");
  }

  @BeforeEach
  void theLeaseHolds() {
    answers = KeptAnswers.in(database);
    database
        .on("tell-group-combined")
        .does(
            call ->
                List.of(event("combined " + call.get("level") + "/" + call.get("group.index"))));
    database.on("read-cited-chunks").gives();
    model.answers(asked -> asked.user().contains("whole document") ? ANSWER : words(40));
  }

  @Test
  void oneChunksSummaryIsTheDocumentsAndCostsNothing() throws Exception {
    database.on("read-chunk").gives(row("text", "A text."));
    Exchange done = combine(1);
    assertThat(done.getException()).isNull();
    assertThat((String) done.getVariable("summary"))
        .startsWith("# ")
        .endsWith("\n\nSummary 0. [p. 1](#chunk-0)\n");
    assertThat(model.asked()).isEmpty();
    assertThat(database.queries()).containsExactly("read-chunk", "read-cited-chunks");
    assertThat(database.call("read-chunk").parameters())
        .containsEntry("documentId", ID)
        .containsEntry("token", TOKEN)
        .containsEntry("index", 0);
    assertThat(announced()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"'%s'", "\"%s\"", "%s", "null. %s ${body} {{text}}"})
  void whatItLacksOfItsLengthComesFromTheChunksText(String form) throws Exception {
    String text =
        form.formatted(
            IntStream.range(0, 20)
                .mapToObj(i -> "Der Hafen war am Tag " + i + " wegen des Eises geschlossen.")
                .collect(Collectors.joining(" ")));
    database.on("read-chunk").gives(row("text", text));
    Exchange done = combine(1);
    assertThat(done.getException()).isNull();
    assertThat((String) done.getVariable("summary"))
        .contains("\n\nSummary 0. [p. 1](#chunk-0)\n\n- ")
        .containsPattern(
            "Der Hafen war am Tag \\d+ wegen des Eises geschlossen\\. \\[p\\. 1]\\(#chunk-0\\)\n");
    assertThat((String) done.getVariable("structure")).contains("\"language\":\"de\"");
    assertThat(model.asked()).isEmpty();
  }

  @Test
  void whatTheOnlyChunkSaysWordForWordIsOnItsPage() {
    String text = "The harbour was closed because of ice. The boats stayed ashore for a week.";
    database.on("read-chunk").gives(row("text", text));
    database
        .on("read-cited-chunks")
        .gives(
            row(
                "index",
                0,
                "text",
                text,
                "pageStarts",
                "[{\"at\": 0, \"page\": 4}, {\"at\": 39, \"page\": 5}]"));
    Exchange done = combine("- The boats stayed ashore for a week.", 1);
    assertThat((String) done.getVariable("summary"))
        .endsWith("\n\nThe boats stayed ashore for a week. [p. 5](#chunk-0)\n");
    assertThat(database.call("read-cited-chunks").parameters())
        .containsEntry("documentId", ID)
        .containsEntry("token", TOKEN)
        .containsEntry("composed.cited", "0");
  }

  @Test
  void withoutTheLeaseTheOnlyChunkIsNotRead() throws Exception {
    database.on("read-chunk").gives();
    assertLeaseLost(combine(1));
  }

  @Test
  void fewSummariesAreCombinedByOneCall() {
    Exchange done = combine(3);
    assertThat((String) done.getVariable("summary"))
        .startsWith("# The summary\n\nIt is a tale of a harbour. [p. 2](#chunk-1)\n\n")
        .contains("\n- Summary 0. [p. 1](#chunk-0)\n", "\n- Summary 2. [p. 3](#chunk-2)\n");
    assertThat((String) done.getVariable("structure"))
        .startsWith(
            "{\"title\":\"The summary\",\"paragraphs\":[{\"text\":\"It is a tale of a harbour.\"")
        .contains("\"references\":[{\"chunk\":1,\"firstPage\":2,\"lastPage\":2}]");
    assertThat(database.call("save-answer").parameters())
        .containsEntry("documentId", ID)
        .containsEntry("calling.answer", ANSWER)
        .containsEntry("calling.usage.calls", 1)
        .containsEntry("calling.usage.inputTokens", FakeModel.INPUT_TOKENS)
        .containsEntry("calling.usage.outputTokens", FakeModel.OUTPUT_TOKENS);
    assertThat(model.asked())
        .singleElement()
        .satisfies(
            asked ->
                assertThat(asked.user())
                    .contains(
                        "[1] (page 1)\nSummary 0.\n\n[2] (page 2)\nSummary 1 of a harbour.\n\n[3] (page 3)\nSummary 2.\n"));
    assertThat(database.queries())
        .containsExactly("claim-answer", "save-answer", "read-cited-chunks");
  }

  @Test
  void manyAreCombinedLevelByLevel() throws Exception {
    Exchange done = combine(words(40), 24);
    assertThat(done.getException()).isNull();
    // No group has the number 2: the likest chunk takes its place.
    assertThat((String) done.getVariable("summary"))
        .startsWith("# The summary\n\nIt is a tale of a harbour. [p. ");

    Map<Object, List<FakeDatabase.Call>> levels =
        database.calls("tell-group-combined").stream()
            .collect(Collectors.groupingBy(call -> call.get("level")));
    assertThat(levels.keySet()).contains(1, 2);
    levels.forEach(
        (level, groups) -> {
          assertThat(groups)
              .allSatisfy(
                  group ->
                      assertThat(group.parameters())
                          .containsEntry("documentId", ID)
                          .containsEntry("token", TOKEN)
                          .containsEntry("siblings", groups.size()));
          assertThat(groups)
              .extracting(group -> group.get("group.index"))
              .containsExactlyInAnyOrderElementsOf(
                  IntStream.range(0, groups.size()).boxed().toList());
        });
    assertThat(levels.get(2)).hasSizeLessThan(levels.get(1).size());
    int groups = levels.values().stream().mapToInt(List::size).sum();
    assertThat(model.asked()).hasSize(groups + 1);
    assertThat(model.asked().get(groups).user()).contains("[1] (pages 1-").contains("-24)");
    assertThat(announced()).hasSize(groups).doesNotHaveDuplicates();
  }

  @Test
  void anEndlessAnswerDoesNotOverflowTheLastCall() {
    model.answers(asked -> words(5_000));
    Exchange done = combine(words(40), 24);
    assertThat(done.getException()).isNull();
    O200kTokenCounter tokens = new O200kTokenCounter();
    assertThat(model.asked())
        .hasSizeGreaterThan(8)
        .allSatisfy(
            asked ->
                assertThat(
                        tokens.count(
                            asked
                                .user()
                                .replaceFirst("(?s).*(?=<<<)", "")
                                .replaceFirst("(?s)(?<=>>>).*", "")))
                    .isLessThanOrEqualTo(200));
    assertThat((String) done.getVariable("summary")).hasSizeBetween(200, 1_000);
  }

  @Test
  void aDuplicateDeliveryPaysForNothingAgain() throws Exception {
    combine(words(40), 24);
    int calls = model.asked().size();
    int announcements = announced().size();
    assertThat(answers.count()).isEqualTo(calls);
    database.on("tell-group-combined").gives(event(null));
    Exchange again = combine(words(40), 24);
    assertThat(again.getException()).isNull();
    assertThat((String) again.getVariable("summary")).startsWith("# The summary\n");
    assertThat(model.asked()).hasSize(calls);
    assertThat(announced()).hasSizeLessThanOrEqualTo(announcements + 1);
  }

  @Test
  void aGroupOfOtherTextsIsAskedForAnew() {
    combine(words(40), 24);
    int calls = model.asked().size();
    combine(words(41), 24);
    assertThat(model.asked().size()).isGreaterThan(calls + 1);
  }

  @Test
  void aRetryWhileCombiningNamesTheLevelAndNoChunk() throws Exception {
    AtomicBoolean failed = new AtomicBoolean();
    model.answers(
        asked -> {
          if (failed.compareAndSet(false, true)) {
            throw new TimeoutException("too slow");
          }
          return words(40);
        });
    database.on("record-retry").gives(event("retrying"));
    assertThat(combine(words(40), 24).getException()).isNull();
    assertThat(database.call("record-retry").parameters())
        .containsEntry("index", null)
        .containsEntry("level", 1);
    assertThat(announced()).contains("retrying");
  }

  @Test
  void oneGroupThatCanNotBeCombinedEndsTheStage() throws Exception {
    model.answers(
        asked -> {
          throw new AuthenticationException("401");
        });
    Exchange done = combine(words(40), 24);
    assertThat(failure(done)).contains("\"code\":\"llm-auth\"");
    assertThat(database.calls("tell-group-combined")).isEmpty();
    assertThat(announced()).isEmpty();
  }

  @Test
  void aLeaseLostInTheMiddleStopsQuietly() throws Exception {
    database.on("tell-group-combined").gives();
    assertLeaseLost(combine(words(40), 24));
    assertThat(announced()).isEmpty();

    answers.forget();
    database.on("claim-answer").gives();
    int calls = model.asked().size();
    assertLeaseLost(combine(words(40), 24));
    assertThat(model.asked()).hasSize(calls);
  }

  @Test
  void theEndIsSavedAndTold() throws Exception {
    database.on("complete-document").gives(event("finished"), event("completed"));
    Exchange done = complete();
    assertThat(done.getException()).isNull();
    assertThat(database.call("complete-document").parameters())
        .containsEntry("documentId", ID)
        .containsEntry("token", TOKEN)
        .containsEntry("summary", "# The summary")
        .containsEntry("structure", "{}");
    assertThat(announced()).containsExactly("finished", "completed");
  }

  @Test
  void anEndWithoutTheLeaseIsNone() throws Exception {
    database.on("complete-document").gives();
    assertLeaseLost(complete());
    assertThat(announced()).isEmpty();
  }

  private Exchange complete() {
    return call(
        "complete-document",
        exchange -> {
          lease(exchange);
          exchange.setVariable("summary", "# The summary");
          exchange.setVariable("structure", "{}");
        });
  }

  private Exchange combine(int count) {
    return combine(null, count);
  }

  private Exchange combine(String text, int count) {
    List<ChunkSummary> summaries = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      summaries.add(
          new ChunkSummary(
              i,
              i + 1,
              i + 1,
              text == null ? "Summary " + i + (i == 1 ? " of a harbour." : ".") : text));
    }
    return call(
        "combine-summaries",
        exchange -> {
          lease(exchange);
          exchange.setVariable("options", new Options("short", "de", null));
          exchange.setVariable("summaries", summaries);
        });
  }

  private static void lease(Exchange exchange) {
    exchange.setVariable("documentId", ID);
    exchange.setVariable("token", TOKEN);
  }

  private static String words(int count) {
    return "Harbour ".repeat(count).strip() + ".";
  }
}
