package org.documentpipeline.streaming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WatchDocumentRouteTest {

  private static StreamingStack stack;
  private static Documents documents;

  @BeforeAll
  static void start() throws Exception {
    stack = new StreamingStack().start();
    documents = stack.documents();
  }

  @AfterAll
  static void stop() throws Exception {
    stack.close();
  }

  @Test
  void sendsTheSnapshotFirstAndThenEveryLaterEventOnceInOrder() throws Exception {
    String id = documents.create();
    documents.tell(id, "stage-started");
    Client client = Client.open(stack.uri(id));
    await().until(() -> client.messages().size() == 1);
    IntStream.range(0, 20).forEach(i -> documents.tell(id, "progress"));
    documents.tell(id, "completed");

    assertThat(client.closed().get(10, TimeUnit.SECONDS)).isEqualTo(1000);
    assertThat(client.messages().get(0).get("type").asText()).isEqualTo("snapshot");
    assertThat(client.messages().get(0).get("seq").asInt()).isEqualTo(2);
    assertThat(client.messages().get(0).get("document").get("id").asText()).isEqualTo(id);
    assertThat(client.messages().get(0).get("document").has("chunks")).isFalse();
    assertThat(client.seqs()).isEqualTo(numbers(3, 23));
  }

  @Test
  void sendsStoredEventsFirstWhenAskedWithAfter() throws Exception {
    String id = documents.create();
    IntStream.range(0, 350).forEach(i -> documents.write(id, "progress", "{}"));
    Client client = Client.open(stack.uri(id + "?after=7"));
    await().until(() -> client.seqs().size() == 344);
    documents.tell(id, "failed");

    assertThat(client.closed().get(10, TimeUnit.SECONDS)).isEqualTo(1000);
    assertThat(client.seqs()).isEqualTo(numbers(8, 352));
    assertThat(client.types()).doesNotContain("snapshot");
  }

  private static List<Integer> numbers(int from, int to) {
    return IntStream.rangeClosed(from, to).boxed().toList();
  }
}
