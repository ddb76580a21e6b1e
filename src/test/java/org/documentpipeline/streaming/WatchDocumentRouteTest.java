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

/** What a watcher is promised, as long as everything is up. */
class WatchDocumentRouteTest {

  private static final Duration SECONDS = Duration.ofSeconds(15);

  private static StreamingStack stack;
  private static Documents documents;

  @BeforeAll
  static void start() throws Exception {
    stack = StreamingStack.shared().start("pipeline.websocket-ping=500ms");
    documents = stack.documents();
  }

  @AfterAll
  static void stop() {
    stack.stop();
  }

  @Test
  void sendsTheSnapshotFirstAndThenEveryLaterEventOnceInOrder() throws Exception {
    String id = documents.create();
    documents.tell(id, "stage-started");
    Client client = watch(id);
    IntStream.range(0, 20).forEach(i -> documents.tell(id, "progress"));
    documents.tell(id, "completed");

    assertThat(codeOf(client)).isEqualTo(1000);
    assertThat(client.messages().get(0).get("type").asText()).isEqualTo("snapshot");
    assertThat(client.messages().get(0).get("seq").asInt()).isEqualTo(2);
    assertThat(client.messages().get(0).get("document").get("id").asText()).isEqualTo(id);
    assertThat(client.messages().get(0).get("document").has("chunks")).isFalse();
    assertThat(client.seqs()).isEqualTo(numbers(3, 23));
  }

  @Test
  void passesAnEventOnAsItWasPublished() {
    String id = documents.create();
    Client client = watch(id);
    String event = documents.tell(id, "chunk-summarized");
    await().atMost(SECONDS).until(() -> client.seqs().size() == 1);
    assertThat(client.texts()).contains(event);
  }

  @Test
  void sendsStoredEventsFirstWhenAskedWithAfter() throws Exception {
    String id = documents.create();
    documents.writeMany(id, 350, 10);
    Client client = Client.open(stack.uri(id + "?after=7"));
    await().atMost(SECONDS).until(() -> client.seqs().size() == 344);
    documents.tell(id, "failed");

    assertThat(codeOf(client)).isEqualTo(1000);
    assertThat(client.seqs()).isEqualTo(numbers(8, 352));
    assertThat(client.types()).doesNotContain("snapshot");
  }

  @Test
  void closesAtOnceWhenTheSnapshotShowsTheEnd() throws Exception {
    String id = documents.create();
    documents.write(id, "cancelled", "{}");
    Client client = Client.open(stack.uri(id));
    assertThat(codeOf(client)).isEqualTo(1000);
    assertThat(client.types()).containsExactly("snapshot");
  }

  @Test
  void closesAtOnceWhenNothingIsLeftToSend() throws Exception {
    String id = documents.create();
    documents.write(id, "completed", "{}");
    for (int after : new int[] {2, 3, 1000}) {
      Client client = Client.open(stack.uri(id + "?after=" + after));
      assertThat(codeOf(client)).isEqualTo(1000);
      assertThat(client.messages()).isEmpty();
    }
    Client client = Client.open(stack.uri(id + "?after=0"));
    assertThat(codeOf(client)).isEqualTo(1000);
    assertThat(client.seqs()).containsExactly(1, 2);
  }

  @Test
  void goesOnOverAFailureThatWasRetried() throws Exception {
    String id = documents.create();
    documents.write(id, "failed", "{}");
    documents.write(id, "retried", "{}");
    Client client = Client.open(stack.uri(id + "?after=0"));
    await().atMost(SECONDS).until(() -> client.seqs().size() == 3);
    documents.tell(id, "completed");
    assertThat(codeOf(client)).isEqualTo(1000);
    assertThat(client.seqs()).isEqualTo(numbers(1, 4));
  }

  @Test
  void readsWhatTheNewsLeftOut() throws Exception {
    String id = documents.create();
    Client client = watch(id);
    documents.write(id, "progress", "{}");
    documents.write(id, "progress", "{}");
    await().atMost(SECONDS).until(() -> client.seqs().size() == 2);
    String third = documents.write(id, "progress", "{}");
    String fourth = documents.write(id, "progress", "{}");
    documents.publish(fourth);
    documents.publish(fourth);
    documents.publish(third);
    documents.write(id, "completed", "{}");
    assertThat(codeOf(client)).isEqualTo(1000);
    assertThat(client.seqs()).isEqualTo(numbers(2, 6));
  }

  @Test
  void goesOnAfterNewsThatAreNone() {
    String id = documents.create();
    Client client = watch(id);
    documents.publish("no event");
    documents.publish("{}");
    documents.tell(id, "progress");
    await().atMost(SECONDS).until(() -> client.seqs().equals(List.of(2)));
  }

  @Test
  void keepsDocumentsApart() {
    String one = documents.create();
    String other = documents.create();
    Client first = watch(one);
    Client second = watch(other);
    Client third = watch(other);
    documents.tell(one, "progress");
    documents.tell(other, "progress");
    documents.tell(other, "progress");
    await()
        .atMost(SECONDS)
        .until(
            () ->
                first.seqs().size() == 1 && second.seqs().size() == 2 && third.seqs().size() == 2);
    assertThat(first.messages())
        .filteredOn(m -> m.has("documentId"))
        .allMatch(m -> m.get("documentId").asText().equals(one));
    assertThat(second.messages())
        .filteredOn(m -> m.has("documentId"))
        .allMatch(m -> m.get("documentId").asText().equals(other));
  }

  @Test
  void tellsWatchersOfAllEverythingLive() {
    String one = documents.create();
    String other = documents.create();
    Client client = Client.open(stack.uri("all"));
    await()
        .atMost(SECONDS)
        .until(() -> stack.sockets().size() > 0 && client.types().contains("ping"));
    documents.tell(one, "progress");
    documents.tell(other, "completed");
    documents.delete(one);
    documents.publish("{\"type\" : \"deleted\", \"documentId\" : \"" + one + "\"}");
    await().atMost(SECONDS).until(() -> client.types().contains("deleted"));
    assertThat(client.types())
        .filteredOn(type -> !type.equals("ping"))
        .containsExactly("progress", "completed", "deleted");
    assertThat(client.closed()).isNotDone();
    client.leave();
  }

  @Test
  void pingsWhenNothingElseIsSent() {
    Client client = watch(documents.create());
    await()
        .atMost(SECONDS)
        .until(() -> client.types().stream().filter("ping"::equals).count() >= 2);
    assertThat(client.texts()).contains("{\"type\":\"ping\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "-1", "", "1.5", "2147483648", "1&after=2"})
  void refusesABadNumber(String after) throws Exception {
    assertThat(codeOf(Client.open(stack.uri(documents.create() + "?after=" + after))))
        .isEqualTo(4400);
  }

  @Test
  void refusesAnUnknownDocument() throws Exception {
    assertThat(codeOf(Client.open(stack.uri(UUID.randomUUID().toString())))).isEqualTo(4404);
    assertThat(codeOf(Client.open(stack.uri(UUID.randomUUID() + "?after=3")))).isEqualTo(4404);
    assertThat(codeOf(Client.open(stack.uri("not-an-id")))).isEqualTo(4404);
  }

  @Test
  void saysThatTheDocumentWasDeleted() throws Exception {
    String id = documents.create();
    Client told = watch(id);
    documents.delete(id);
    documents.publish("{\"type\":\"deleted\",\"documentId\":\"" + id + "\"}");
    assertThat(codeOf(told)).isEqualTo(4410);

    String other = documents.create();
    Client untold = watch(other);
    documents.delete(other);
    assertThat(codeOf(untold)).isEqualTo(4410);
  }

  @Test
  void forgetsSocketsThatLeft() {
    String id = documents.create();
    Client first = watch(id);
    Client second = watch(id);
    int before = stack.sockets().size();
    first.leave();
    second.socket().sendClose(1000, "");
    await().atMost(SECONDS).until(() -> stack.sockets().size() <= before - 2);
  }

  private static Client watch(String id) {
    Client client = Client.open(stack.uri(id));
    await().atMost(SECONDS).until(() -> client.types().contains("snapshot"));
    return client;
  }

  private static int codeOf(Client client) throws Exception {
    return client.closed().get(15, TimeUnit.SECONDS);
  }

  private static List<Integer> numbers(int from, int to) {
    return IntStream.rangeClosed(from, to).boxed().toList();
  }
}
