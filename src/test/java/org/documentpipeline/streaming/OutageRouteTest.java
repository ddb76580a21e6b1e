package org.documentpipeline.streaming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What watchers notice when PostgreSQL or Redis is away for a while: a delay. */
class OutageRouteTest {

  private static final Duration SECONDS = Duration.ofSeconds(40);

  private static StreamingStack stack;

  @BeforeAll
  static void startServices() throws Exception {
    stack = new StreamingStack();
  }

  @AfterEach
  void stopApplication() {
    stack.stop();
  }

  @AfterAll
  static void stopServices() throws Exception {
    stack.close();
  }

  @Test
  void withoutRedisEventsComeFromPostgresAndNewsComeBackWithIt() throws Exception {
    stack.start();
    Documents documents = stack.documents();
    String id = documents.create();
    Client client = watch(id);
    Client all = Client.open(stack.uri("all"));

    stack.stopRedis();
    documents.write(id, "progress", "{}");
    documents.write(id, "progress", "{}");
    await().atMost(SECONDS).until(() -> client.seqs().equals(List.of(2, 3)));

    stack.startRedis();
    assertThat(all.closed().get(10, TimeUnit.SECONDS)).as("it has missed news").isEqualTo(1012);
    Client back = Client.open(stack.uri("all"));
    await()
        .atMost(SECONDS)
        .ignoreExceptions()
        .until(
            () -> {
              documents.publish(documents.write(id, "progress", "{}"));
              return back.seqs().size() > 0;
            });
    documents.tell(id, "completed");
    assertThat(client.closed().get(30, TimeUnit.SECONDS)).isEqualTo(1000);
    assertThat(client.seqs()).hasSize(documents.lastSeq(id) - 1).isSorted();
  }

  @Test
  void startsWithoutRedisAndHearsNewsOnceItIsThere() throws Exception {
    stack.stopRedis();
    stack.start();
    Documents documents = stack.documents();
    String id = documents.create();
    Client client = watch(id);
    documents.write(id, "progress", "{}");
    await().atMost(SECONDS).until(() -> client.seqs().equals(List.of(2)));

    Client early = Client.open(stack.uri("all"));
    stack.startRedis();
    assertThat(early.closed().get(10, TimeUnit.SECONDS)).as("it has missed news").isEqualTo(1012);
    Client all = Client.open(stack.uri("all"));
    await()
        .atMost(SECONDS)
        .ignoreExceptions()
        .until(
            () -> {
              documents.publish(documents.write(id, "progress", "{}"));
              return all.seqs().size() > 0;
            });
  }

  @Test
  void withoutPostgresSocketsStayOpenAndCatchUpAfterwards() throws Exception {
    stack.start("pipeline.websocket-ping=200ms");
    Documents documents = stack.documents();
    String id = documents.create();
    Client before = watch(id);
    stack.stopPostgres();
    Client during = Client.open(stack.uri(id));
    Client after = Client.open(stack.uri(id + "?after=0"));
    int pings = before.messages().size();
    await()
        .atMost(SECONDS)
        .until(() -> before.messages().size() > pings + 3 && during.types().contains("ping"));
    assertThat(during.types()).containsOnly("ping");

    stack.startPostgres();
    await()
        .atMost(SECONDS)
        .until(() -> during.types().contains("snapshot") && after.seqs().equals(List.of(1)));
    await()
        .atMost(SECONDS)
        .ignoreExceptions()
        .until(() -> documents.write(id, "progress", "{}") != null);
    documents.tell(id, "completed");
    for (Client client : List.of(before, during, after)) {
      assertThat(client.closed().get(30, TimeUnit.SECONDS)).isEqualTo(1000);
    }
    assertThat(before.seqs()).isEqualTo(during.seqs()).endsWith(documents.lastSeq(id));
    assertThat(after.seqs()).hasSize(documents.lastSeq(id)).isSorted();
  }

  private Client watch(String id) {
    Client client = Client.open(stack.uri(id));
    await().atMost(SECONDS).until(() -> client.types().contains("snapshot"));
    return client;
  }
}
