package org.documentpipeline.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.documentpipeline.routes.FakeDatabase.row;
import static org.documentpipeline.routes.Rows.event;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.documentpipeline.summarizing.Options;
import org.junit.jupiter.api.Test;

/**
 * A document of 10,000 chunks through the real routes, with a model that takes the same time for
 * every call and a window of 200 tokens: how many calls there are, how many levels, and how long it
 * takes beside the ideal, in which the allowed number of calls is always at work and nothing else
 * takes any time. {@code ./mvnw -Pbench test -Dtest=CombineTreeBenchmark}.
 */
class CombineTreeBenchmark extends RouteTest {
  private static final int CHUNKS = 10_000;
  private static final int CALL_MILLIS = 15;

  /** Of a window, which holds three notes or more of this model. */
  private static final int FEWEST_IN_GROUP = 3;

  private static final double MOST = 1.5;

  private static final String NOTES =
      "The harbour was closed for a day because ice had come down the river, and the boats waited.";

  CombineTreeBenchmark() {
    super(
        "worker/summarize-chunks",
        "worker/summarize-chunk",
        "worker/combine-summaries",
        "worker/combine-group",
        "worker/write-summary",
        "worker/complete-document",
        "worker/call-model",
        "worker/ask-once",
        "worker/wait-for-database");
  }

  @Test
  void tenThousandChunksTakeLittleMoreThanTheirCalls() throws Exception {
    answerEveryStatement();
    model.answers(
        asked -> {
          takeItsTime();
          return asked.user().contains("whole document") ? "# The ice\n\n" + NOTES + " [1]" : NOTES;
        });
    long start = System.nanoTime();
    Exchange read = run("summarize-chunks", null);
    long between = System.nanoTime();
    Exchange done = run("combine-summaries", read.getVariable("summaries"));
    long end = System.nanoTime();
    assertThat(done.getException()).isNull();

    Map<Integer, Long> levels =
        database.calls("tell-group-combined").stream()
            .map(call -> (Integer) call.get("level"))
            .collect(
                Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
    long groups = levels.values().stream().mapToLong(Long::longValue).sum();
    long rounds = levels.values().stream().mapToLong(CombineTreeBenchmark::rounds).sum() + 1;
    double ofChunks = report("chunks", CHUNKS, between - start, rounds(CHUNKS));
    double ofTree = report("tree", groups + 1, end - between, rounds);
    System.out.printf("levels: %s, and the last call%n", levels);
    assertThat(model.asked()).as("calls").hasSize((int) (CHUNKS + groups + 1));
    assertThat(levels.size())
        .as("depth")
        .isLessThanOrEqualTo((int) Math.ceil(Math.log(CHUNKS) / Math.log(FEWEST_IN_GROUP)));
    assertThat(ofChunks).isLessThan(MOST);
    assertThat(ofTree).isLessThan(MOST);
  }

  private static long rounds(long calls) {
    return (calls + CALLS - 1) / CALLS;
  }

  private static double report(String what, long calls, long nanos, long rounds) {
    double seconds = nanos / 1e9;
    double ideal = rounds * CALL_MILLIS / 1e3;
    System.out.printf(
        "%s: %,d calls of %d ms, %d at once: %.1f s, ideal %.1f s, ratio %.2f%n",
        what, calls, CALL_MILLIS, CALLS, seconds, ideal, seconds / ideal);
    return seconds / ideal;
  }

  private static void takeItsTime() {
    long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(CALL_MILLIS);
    for (long left = 1; left > 0; left = until - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  private void answerEveryStatement() {
    KeptAnswers.in(database);
    database
        .on("list-chunk-numbers")
        .gives(IntStream.range(0, CHUNKS).mapToObj(i -> row("index", i, "total", CHUNKS)).toList());
    database
        .on("read-chunk")
        .does(
            call ->
                List.of(
                    row(
                        "text",
                        "Text of chunk " + call.get("index") + ".",
                        "summary",
                        null,
                        "answerKey",
                        null,
                        "firstPage",
                        null,
                        "lastPage",
                        null,
                        "section",
                        "")));
    database.on("read-cited-chunks").gives();
    for (String query : List.of("save-chunk-summary", "finish-summarize", "tell-group-combined")) {
      database.on(query).gives(event(query));
    }
  }

  private Exchange run(String route, Object summaries) {
    return call(
        route,
        exchange -> {
          exchange.setVariable("documentId", ID);
          exchange.setVariable("token", TOKEN);
          exchange.setVariable("options", new Options("short", "en", null));
          exchange.setVariable("summaries", summaries);
        });
  }
}
