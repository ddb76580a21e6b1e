package org.documentpipeline.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.documentpipeline.routes.FakeDatabase.row;
import static org.documentpipeline.routes.Rows.event;

import dev.langchain4j.exception.AuthenticationException;
import dev.langchain4j.exception.TimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.documentpipeline.summarizing.CallUsage;
import org.documentpipeline.summarizing.ChunkSummary;
import org.documentpipeline.summarizing.Options;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The window of a call is 200 tokens here, so that a dozen summaries need a tree of several levels.
 */
class CombineSummariesRouteTest extends RouteTest {
  private final Map<String, String> saved = new ConcurrentHashMap<>();

  CombineSummariesRouteTest() {
    super(
        "worker/combine-summaries",
        "worker/combine-group",
        "worker/complete-document",
        "worker/call-model");
  }

  @BeforeEach
  void theLeaseHolds() {
    saved.clear();
    database.on("read-group-summary").does(call -> List.of(row("summary", saved.get(key(call)))));
    database
        .on("save-group-summary")
        .does(
            call -> {
              saved.put(key(call), (String) call.get("summary"));
              return List.of(
                  event("combined " + call.get("level") + "/" + call.get("group.index")));
            });
    model.answers(asked -> asked.user().contains("whole document") ? "# The summary" : words(40));
  }

  @Test
  void oneChunksSummaryIsTheDocumentsAndCostsNothing() throws Exception {
    Exchange done = combine(1);
    assertThat(done.getException()).isNull();
    assertThat(done.getVariable("summary")).isEqualTo("Summary 0.");
    assertThat(done.getVariable("usage")).isNull();
    assertThat(model.asked()).isEmpty();
    assertThat(database.queries()).isEmpty();
    assertThat(announced()).isEmpty();
  }

  @Test
  void fewSummariesAreCombinedByOneCall() {
    Exchange done = combine(3);
    assertThat(done.getVariable("summary")).isEqualTo("# The summary");
    assertThat(done.getVariable("usage"))
        .isEqualTo(new CallUsage(1, FakeModel.INPUT_TOKENS, FakeModel.OUTPUT_TOKENS));
    assertThat(model.asked())
        .singleElement()
        .satisfies(
            asked ->
                assertThat(asked.user())
                    .contains(
                        "[1] (page 1)\nSummary 0.\n\n[2] (page 2)\nSummary 1.\n\n[3] (page 3)\nSummary 2.\n"));
    assertThat(database.queries()).isEmpty();
  }

  @Test
  void manyAreCombinedLevelByLevel() throws Exception {
    Exchange done = combine(words(40), 24);
    assertThat(done.getException()).isNull();
    assertThat(done.getVariable("summary")).isEqualTo("# The summary");

    Map<Object, List<FakeDatabase.Call>> levels =
        database.calls("save-group-summary").stream()
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
                          .containsEntry("siblings", groups.size())
                          .containsEntry("summary", words(40))
                          .containsEntry("usage.inputTokens", FakeModel.INPUT_TOKENS)
                          .containsEntry("usage.outputTokens", FakeModel.OUTPUT_TOKENS));
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
  void aDuplicateDeliveryGoesOnWithTheSavedGroups() throws Exception {
    combine(words(40), 24);
    int calls = model.asked().size();
    int announcements = announced().size();
    database
        .on("save-group-summary")
        .does(
            call -> {
              throw new AssertionError("nothing is saved twice");
            });
    Exchange again = combine(words(40), 24);
    assertThat(again.getException()).isNull();
    assertThat(again.getVariable("summary")).isEqualTo("# The summary");
    assertThat(model.asked()).as("only the last call is made again").hasSize(calls + 1);
    assertThat(announced()).hasSize(announcements);
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
    assertThat(database.calls("save-group-summary")).isEmpty();
    assertThat(announced()).isEmpty();
  }

  @Test
  void aLeaseLostInTheMiddleStopsQuietly() throws Exception {
    database.on("save-group-summary").gives();
    assertLeaseLost(combine(words(40), 24));
    assertThat(announced()).isEmpty();

    database.on("read-group-summary").gives();
    int calls = model.asked().size();
    assertLeaseLost(combine(words(40), 24));
    assertThat(model.asked()).hasSize(calls);
  }

  @Test
  void theEndIsSavedAndTold() throws Exception {
    database.on("complete-document").gives(event("finished"), event("completed"));
    Exchange done = complete(new CallUsage(1, 7, 3));
    assertThat(done.getException()).isNull();
    assertThat(database.call("complete-document").parameters())
        .containsEntry("documentId", ID)
        .containsEntry("token", TOKEN)
        .containsEntry("summary", "# The summary")
        .containsEntry("usage?.calls", 1)
        .containsEntry("usage?.inputTokens", 7)
        .containsEntry("usage?.outputTokens", 3);
    assertThat(announced()).containsExactly("finished", "completed");
  }

  @Test
  void anEndWithoutACallCostsNothing() {
    database.on("complete-document").gives(event("completed"));
    assertThat(complete(null).getException()).isNull();
    assertThat(database.call("complete-document").parameters())
        .containsEntry("usage?.calls", null)
        .containsEntry("usage?.inputTokens", null);
  }

  @Test
  void anEndWithoutTheLeaseIsNone() throws Exception {
    database.on("complete-document").gives();
    assertLeaseLost(complete(null));
    assertThat(announced()).isEmpty();
  }

  private Exchange complete(CallUsage usage) {
    return call(
        "complete-document",
        exchange -> {
          lease(exchange);
          exchange.setVariable("summary", "# The summary");
          exchange.setVariable("usage", usage);
        });
  }

  private Exchange combine(int count) {
    return combine(null, count);
  }

  private Exchange combine(String text, int count) {
    List<ChunkSummary> summaries = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      summaries.add(new ChunkSummary(i, i + 1, i + 1, text == null ? "Summary " + i + "." : text));
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

  private static String key(FakeDatabase.Call call) {
    return call.get("level") + "/" + call.get("group.index") + "/" + call.get("group.fingerprint");
  }

  private static String words(int count) {
    return "Word ".repeat(count).strip() + ".";
  }
}
