package org.documentpipeline.streaming;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Watchers that come and go as they like, while news get lost, doubled and out of order. */
class ReconnectingWatchersRouteTest {

  private static final int EVENTS = 400;
  private static final int WATCHERS = 20;

  private static StreamingStack stack;
  private static Documents documents;

  @BeforeAll
  static void start() throws Exception {
    stack = StreamingStack.shared().start();
    documents = stack.documents();
  }

  @AfterAll
  static void stop() {
    stack.stop();
  }

  @Test
  void eachSeesEveryEventOnceInOrder() throws Exception {
    List<String> ids = List.of(documents.create(), documents.create());
    ExecutorService threads = Executors.newFixedThreadPool(WATCHERS + 2);
    try {
      List<Future<List<Integer>>> seen = new ArrayList<>();
      for (int i = 0; i < WATCHERS; i++) {
        seen.add(threads.submit(new Wanderer(ids.get(i % 2), new Random(i))));
      }
      List<Future<?>> writers =
          ids.stream().<Future<?>>map(id -> threads.submit(() -> write(id))).toList();
      for (Future<?> writer : writers) {
        writer.get(60, TimeUnit.SECONDS);
      }
      for (Future<List<Integer>> one : seen) {
        assertThat(one.get(60, TimeUnit.SECONDS))
            .isEqualTo(IntStream.rangeClosed(1, EVENTS + 2).boxed().toList());
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static void write(String id) {
    Random random = new Random(id.hashCode());
    List<String> late = new ArrayList<>();
    for (int i = 0; i < EVENTS; i++) {
      String event = documents.write(id, "progress", "{}");
      switch (random.nextInt(6)) {
        case 0 -> late.add(event);
        case 1 -> late.clear();
        case 2 -> late.forEach(documents::publish);
        default -> documents.publish(event);
      }
    }
    documents.write(id, "completed", "{}");
  }

  /**
   * Watches, cuts the connection after a random time, comes back with the last number it has; to
   * the end.
   */
  private record Wanderer(String id, Random random) implements Callable<List<Integer>> {

    @Override
    public List<Integer> call() throws Exception {
      List<Integer> seen = new ArrayList<>();
      while (true) {
        Client client = Client.open(stack.uri(id + "?after=" + seen.size()));
        boolean ended = false;
        try {
          assertThat(client.closed().get(random.nextInt(400), TimeUnit.MILLISECONDS))
              .isEqualTo(1000);
          ended = true;
        } catch (TimeoutException stillOpen) {
          client.leave();
        }
        seen.addAll(client.seqs());
        if (ended) {
          return seen;
        }
      }
    }
  }
}
