package org.documentpipeline.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.LoadState;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * How fast, how small and how good the page is, as a table: {@code ./mvnw -Pfigures verify}. Not
 * part of a plain {@code verify}, since the numbers are those of a machine that does nothing else.
 */
class PageFigures extends InBrowser {

  private static final int VISITS = Integer.getInteger("figures.visits", 50);
  private static final int EVENTS = 5_000;
  private static final int FIRST_LOAD = 150_000;
  private static final String NAME = "Nordvik harbour lamps.pdf";
  private static final Map<String, String> TABLE = new LinkedHashMap<>();

  /** Notes when the page first shows {@code expected} chunks done, at work and live. */
  private static final String WAIT_FOR_TRUTH =
      """
      const expected = %d;
      const right = () =>
        document.querySelectorAll('[data-testid=chunk-item][data-state=done]').length === expected &&
        document.querySelector('[data-testid=document-status]')?.textContent === 'Working' &&
        document.querySelector('[data-testid=connection-state]')?.dataset.state === 'live';
      const look = () => {
        if (!right()) return;
        observer.disconnect();
        requestAnimationFrame(() => setTimeout(() => { window.shownAfter = performance.now(); }));
      };
      const observer = new MutationObserver(look);
      observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
      """;

  /** Notes when each chunk is first shown as done, on the clock that events are dated by. */
  private static final String NOTE_CHUNKS =
      """
      () => {
        window.shown = {};
        const look = () => {
          const fresh = [...document.querySelectorAll('[data-testid=chunk-item][data-state=done]')]
            .map((item) => item.dataset.index)
            .filter((index) => !(index in window.shown));
          for (const index of fresh) window.shown[index] = 0;
          if (fresh.length > 0) {
            requestAnimationFrame(() => setTimeout(() => {
              for (const index of fresh) window.shown[index] = performance.timeOrigin + performance.now();
            }));
          }
        };
        new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true });
        look();
      }""";

  @AfterAll
  static void print() {
    int width = TABLE.keySet().stream().mapToInt(String::length).max().orElse(0);
    System.out.println();
    TABLE.forEach((name, value) -> System.out.printf("%-" + width + "s  %s%n", name, value));
    System.out.println();
  }

  @Test
  void fromAddressToTruth() {
    model.answerOnly(7);
    String id = api.accept(NAME, Samples.pdf());
    api.awaitChunks(id, 7);
    page.addInitScript(WAIT_FOR_TRUTH.formatted(7));
    List<Double> times = new ArrayList<>();
    for (int i = 0; i <= VISITS; i++) {
      open(id);
      page.waitForFunction("() => window.shownAfter");
      times.add(((Number) page.evaluate("window.shownAfter")).doubleValue());
    }
    double first = times.remove(0);
    TABLE.put("address to truth, nothing cached", millis(first));
    TABLE.put("address to truth, %d visits: median".formatted(VISITS), millis(at(times, 0.5)));
    TABLE.put("address to truth, %d visits: worst".formatted(VISITS), millis(at(times, 1)));
    assertThat(at(times, 1)).as("milliseconds").isLessThan(1_000);
  }

  @Test
  void fromEventToPixels() {
    model.answerOnly(0);
    String id = Api.accepted(api.paste("Lamps.txt", longText(20)));
    open(id);
    await(id, 150);
    page.evaluate(NOTE_CHUNKS);
    model.answerAfter(Duration.ofMillis(60));
    model.answerEverything();
    api.awaitStatus(id, "completed");
    assertSummary();
    @SuppressWarnings("unchecked")
    Map<String, Object> shown = (Map<String, Object>) page.evaluate("window.shown");
    List<Double> delays = new ArrayList<>();
    for (JsonNode event : api.events(id)) {
      Object at = shown.get(event.at("/data/index").asText());
      if (event.get("type").asText().equals("chunk-summarized") && at != null) {
        delays.add(
            ((Number) at).doubleValue() - Instant.parse(event.get("at").asText()).toEpochMilli());
      }
    }
    TABLE.put(
        "event to pixels, %d events: median".formatted(delays.size()), millis(at(delays, 0.5)));
    TABLE.put(
        "event to pixels, %d events: 95 %%".formatted(delays.size()), millis(at(delays, 0.95)));
  }

  private void await(String id, int chunks) {
    assertThat(api.awaitStatus(id, "processing")).isNotNull();
    page.waitForFunction(
        "n => document.querySelectorAll('[data-testid=chunk-item]').length >= n", chunks);
  }

  /** A text of so many times the report, no two paragraphs of it the same. */
  private static String longText(int times) {
    return IntStream.range(0, times)
        .mapToObj(
            i ->
                Samples.sections().stream()
                    .map(section -> "In year " + i + " it was so. " + section)
                    .collect(Collectors.joining("\n\n")))
        .collect(Collectors.joining("\n\n"));
  }

  @Test
  void memoryAfterManyEvents() {
    model.answerOnly(0);
    String id = api.accept(NAME, Samples.pdf());
    api.awaitStatus(id, "processing");
    StagedDocument staged = new StagedDocument(page, manyChunks(api.document(id)));
    staged.at("processing", "summarize", 18);
    open(id);
    page.waitForCondition(staged::isWatched);
    assertConnection("live");
    long before = heap();
    int seq = staged.document().get("lastSeq").asInt();
    long begin = System.nanoTime();
    for (int i = 0; i < EVENTS; i++) {
      staged.say(summarized(staged.document(), seq + 1 + i, i));
    }
    page.waitForFunction(
        "() => document.body.textContent.includes('5,000 of 5,000')",
        null,
        new Page.WaitForFunctionOptions().setTimeout(120_000));
    long took = (System.nanoTime() - begin) / 1_000_000;
    TABLE.put("memory of the tab, working document of 5,000 chunks", megabytes(before));
    TABLE.put("memory of the tab after 5,000 chunk events", megabytes(heap()));
    TABLE.put("5,000 events from the first to all of them shown", millis(took));
  }

  private static JsonNode manyChunks(JsonNode document) {
    ObjectNode many = document.deepCopy();
    ArrayNode chunks = many.putArray("chunks");
    for (int i = 0; i < EVENTS; i++) {
      chunks
          .addObject()
          .put("index", i)
          .put("firstPage", i + 1)
          .put("lastPage", i + 1)
          .putNull("section")
          .put("tokens", 1_900)
          .put("status", "pending")
          .putNull("summary");
    }
    ((ObjectNode) many.get("progress")).put("chunksDone", 0).put("chunksTotal", EVENTS);
    return many;
  }

  private static String summarized(JsonNode document, int seq, int index) {
    String summary =
        "Part %d tells of the lamps of Nordvik, of who walks beneath them, and of what they cost. "
            .formatted(index)
            .repeat(3);
    return Api.write(
        Map.of(
            "documentId",
            document.get("id").asText(),
            "seq",
            seq,
            "attempt",
            1,
            "at",
            "2026-01-01T00:00:00.000Z",
            "type",
            "chunk-summarized",
            "stage",
            "summarize",
            "data",
            Map.of(
                "index",
                index,
                "summary",
                summary,
                "chunksDone",
                index + 1,
                "chunksTotal",
                EVENTS,
                "percent",
                18 + 72 * index / EVENTS,
                "etaSeconds",
                (EVENTS - index) / 50)));
  }

  private long heap() {
    CDPSession session = context.newCDPSession(page);
    session.send("HeapProfiler.collectGarbage");
    session.send("Performance.enable");
    for (var metric : session.send("Performance.getMetrics").getAsJsonArray("metrics")) {
      JsonObject found = metric.getAsJsonObject();
      if (found.get("name").getAsString().equals("JSHeapUsedSize")) {
        return found.get("value").getAsLong();
      }
    }
    throw new IllegalStateException("The browser does not tell what it uses");
  }

  @Test
  void sizeOfTheFirstLoad() {
    String id = api.accept(NAME, Samples.pdf());
    api.awaitStatus(id, "completed");
    for (String path : List.of("", "documents/" + id)) {
      List<Response> answers = new CopyOnWriteArrayList<>();
      Page fresh = newPage();
      fresh.onResponse(answers::add);
      fresh.navigate(home() + path);
      fresh.waitForLoadState(LoadState.NETWORKIDLE);
      if (!path.isEmpty()) {
        fresh.getByTestId("summary").locator("h1, h2, h3, p").nth(1).waitFor();
      }
      long script = bytes(answers, "script");
      String screen = path.isEmpty() ? "first visit" : "finished document";
      TABLE.put("script of a " + screen + ", gzip", kilobytes(script));
      TABLE.put("style of a " + screen + ", gzip", kilobytes(bytes(answers, "stylesheet")));
      assertThat(script).as(screen).isLessThanOrEqualTo(FIRST_LOAD);
    }
  }

  private static long bytes(List<Response> answers, String type) {
    return answers.stream()
        .filter(answer -> answer.request().resourceType().equals(type))
        .mapToLong(answer -> zipped(answer.body()))
        .sum();
  }

  private static int zipped(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
      zip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.size();
  }

  @Test
  void lighthouse() throws IOException, InterruptedException {
    String finished = api.accept(NAME, Samples.pdf());
    api.awaitStatus(finished, "completed");
    model.answerOnly(5);
    String working = Api.accepted(api.paste("Lamps.txt", longText(1)));
    api.awaitChunks(working, 5);
    Map<String, Map<String, Integer>> scores = new LinkedHashMap<>();
    scores.put("first visit", judge("first visit", ""));
    scores.put("working document", judge("working document", "documents/" + working));
    scores.put("finished document", judge("finished document", "documents/" + finished));
    assertThat(scores)
        .allSatisfy(
            (screen, score) -> {
              assertThat(score.get("performance")).isGreaterThanOrEqualTo(95);
              assertThat(score).containsEntry("accessibility", 100);
              assertThat(score).containsEntry("best-practices", 100);
            });
  }

  private Map<String, Integer> judge(String screen, String path)
      throws IOException, InterruptedException {
    JsonNode report = Lighthouse.judge(home() + path);
    Map<String, Integer> scores = new LinkedHashMap<>();
    for (String category : List.of("performance", "accessibility", "best-practices")) {
      scores.put(
          category,
          (int) Math.round(report.at("/categories/" + category + "/score").asDouble() * 100));
    }
    TABLE.put("lighthouse, " + screen, scores.toString());
    TABLE.put(
        "lighthouse, " + screen + ", layout shift",
        report.at("/audits/cumulative-layout-shift/displayValue").asText());
    TABLE.put("lighthouse, " + screen + ", below 100", Lighthouse.lost(report));
    return scores;
  }

  private static double at(List<Double> times, double share) {
    List<Double> sorted = times.stream().sorted().toList();
    return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
  }

  private static String millis(double value) {
    return Math.round(value) + " ms";
  }

  private static String megabytes(long bytes) {
    return "%.1f MB".formatted(bytes / 1e6);
  }

  private static String kilobytes(long bytes) {
    return "%.1f kB".formatted(bytes / 1e3);
  }
}
