package org.documentpipeline.product;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Sends documents of mixed sizes, no two with a paragraph in common, one after the other, each
 * again and again under its key until it is accepted.
 */
final class ChaosLoad {
  private static final List<String> WORDS =
      List.of(Samples.report().replaceAll("[^A-Za-z ]", " ").strip().split(" +"));
  private static final int WORDS_A_PARAGRAPH = 70;

  private final Api api;
  private final Random random;
  private final Queue<String> accepted = new ConcurrentLinkedQueue<>();
  private final Thread thread;
  private volatile boolean stopped;

  ChaosLoad(Api api, long seed, int documents, int pauseMillis) {
    this(api, seed, documents, pauseMillis, 0);
  }

  /** All of the same size, in paragraphs; 0 for mixed ones. */
  ChaosLoad(Api api, long seed, int documents, int pauseMillis, int paragraphs) {
    this.api = api;
    this.random = new Random(seed);
    this.thread =
        new Thread(
            () -> {
              for (int i = 0; i < documents && !stopped; i++) {
                send(i, text(paragraphs == 0 ? size(i) : paragraphs));
                Pauses.millis(random.nextInt(2 * pauseMillis + 1));
              }
            },
            "load");
    thread.setDaemon(true);
  }

  ChaosLoad start() {
    thread.start();
    return this;
  }

  /** Waits until all are accepted, and gives their ids. */
  List<String> awaitAll() {
    try {
      thread.join(3_600_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    stopped = true;
    return List.copyOf(accepted);
  }

  List<String> accepted() {
    return List.copyOf(accepted);
  }

  /** One in twenty is a book, one in four a report, all others are letters. */
  private int size(int i) {
    return i % 20 == 3 ? 80 : i % 4 == 1 ? 5 + random.nextInt(15) : 1;
  }

  private String text(int paragraphs) {
    return IntStream.range(0, paragraphs)
        .mapToObj(i -> paragraph())
        .collect(Collectors.joining("\n\n"));
  }

  private String paragraph() {
    return IntStream.range(0, WORDS_A_PARAGRAPH)
            .mapToObj(i -> WORDS.get(random.nextInt(WORDS.size())))
            .collect(Collectors.joining(" "))
        + ".";
  }

  private void send(int number, String text) {
    String body = Api.write(Map.of("name", "load-" + number + ".txt", "text", text));
    String key = "load-" + number + "-" + System.nanoTime();
    while (!stopped) {
      try {
        Api.Answer answer = api.postJson(body, "Idempotency-Key", key);
        if (answer.status() == 202 || answer.status() == 200) {
          accepted.add(answer.json().get("id").asText());
          return;
        }
      } catch (UncheckedIOException e) {
        // The API is down, or went down before it could answer.
      }
      Pauses.millis(200);
    }
  }
}
