package org.documentpipeline.queries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.documentpipeline.summarizing.CallUsage;
import org.junit.jupiter.api.Test;

/** What is paid for is kept, and what nobody wants any more is not. */
class AnswerQueriesTest {
  private static final CallUsage USAGE = new CallUsage(1, 70, 30);
  private final Database database = Database.shared();

  @Test
  void aQuestionIsAskedOnceAndItsAnswerIsThereForAll() {
    Worker one = new Worker();
    Worker two = new Worker();
    String key = key();
    assertThat(one.claim(key)).isEqualTo("ask");
    assertThat(two.claim(key)).as("while the other is asking").isEqualTo("wait");
    one.save(key, "The answer.");
    assertThat(two.claim(key)).isEqualTo("saved");
    assertThat(one.claim(key)).isEqualTo("saved");
    assertThat(database.of(one.id, "calls", Integer.class)).isOne();
    assertThat(database.of(one.id, "input_tokens", Integer.class)).isEqualTo(70);
    assertThat(database.of(two.id, "calls", Integer.class)).isZero();
  }

  @Test
  void whoDiedWhileAskingIsNotWaitedFor() {
    Worker dead = new Worker();
    Worker next = new Worker();
    String key = key();
    dead.claim(key);
    database
        .sql()
        .update(
            "update document set lease_until = now() - interval '1 s' where id = ?::uuid", dead.id);
    assertThat(next.claim(key)).isEqualTo("ask");
    assertThat(next.claim(key)).as("its own question").isEqualTo("ask");
  }

  @Test
  void withoutTheLeaseNothingIsAsked() {
    Worker worker = new Worker();
    database.sql().update("update document set lease_token = null where id = ?::uuid", worker.id);
    assertThat(worker.claim(key())).isEqualTo("lost");
  }

  @Test
  void anAnswerThatComesAfterACancellationIsKeptButAfterADeletionNothingIs() {
    Worker cancelled = new Worker();
    String key = key();
    cancelled.claim(key);
    database.run("cancel-document", "id", cancelled.id);
    cancelled.save(key, "Paid for.");
    assertThat(new Worker().claim(key)).isEqualTo("saved");

    Worker deleted = new Worker();
    String other = key();
    deleted.claim(other);
    database.run("delete-document", "id", deleted.id);
    deleted.save(other, "Late.");
    assertThat(
            database
                .sql()
                .queryForObject("select count(*) from answer where key = ?", Integer.class, other))
        .isZero();
  }

  @Test
  void aChunkCountsOnceThoughItsQuestionChanges() {
    Worker worker = new Worker();
    database
        .sql()
        .update(
            "update document set stage = 'summarize', chunks_total = 2 where id = ?::uuid",
            worker.id);
    database
        .sql()
        .update(
            "insert into chunk (document_id, index, start_offset, end_offset, tokens, text)"
                + " select ?::uuid, i, 0, 1, 1, 'x' from generate_series(0, 1) i",
            worker.id);
    for (String summary : List.of("By one prompt.", "By another.")) {
      String key = key();
      worker.save(key, summary);
      assertThat(worker.saveChunk(0, key, summary)).hasSize(1);
      assertThat(database.of(worker.id, "chunks_done", Integer.class)).isOne();
    }
    assertThat(
            database
                .sql()
                .queryForMap(
                    "select summary, input_tokens, output_tokens from chunk"
                        + " where document_id = ?::uuid and index = 0",
                    worker.id))
        .isEqualTo(Map.of("summary", "By another.", "input_tokens", 70, "output_tokens", 30));
    assertThat(database.events(worker.id)).contains("chunk-summarized");
    assertThat(new Worker().saveChunk(0, "k", "s")).isEmpty();
  }

  @Test
  void groupsThatEndAtTheSameMomentAreCountedOneAfterTheOther() throws Exception {
    Worker worker = new Worker();
    List<CompletableFuture<Object>> told = new ArrayList<>();
    try (Connection other = database.connect()) {
      other.setAutoCommit(false);
      other
          .createStatement()
          .execute("select from document where id = '" + worker.id + "' for update");
      for (int index = 0; index < 2; index++) {
        int group = index;
        told.add(CompletableFuture.supplyAsync(() -> worker.tellGroup(group)));
      }
      await().until(() -> database.waitingForLocks() == 2);
      other.commit();
    }
    assertThat(told)
        .extracting(event -> ((String) event.get()).replaceAll(".*\"nodesDone\": (\\d+).*", "$1"))
        .containsExactlyInAnyOrder("1", "2");
  }

  @Test
  void aGroupIsToldOfOnceInAnAttempt() {
    Worker worker = new Worker();
    assertThat((String) worker.tellGroup(0)).contains("\"nodesDone\": 1", "\"nodesTotal\": 2");
    assertThat(worker.tellGroup(0)).isNull();
    assertThat((String) worker.tellGroup(1)).contains("\"nodesDone\": 2");
    database.run("cancel-document", "id", worker.id);
    database.run("retry-document", "id", worker.id);
    worker.token =
        (String)
            database
                .run("claim-document", "documentId", worker.id, "attempt", 2, "alone", "false")
                .get(0)
                .get("token");
    assertThat((String) worker.tellGroup(1)).contains("\"nodesDone\": 1");
  }

  private static String key() {
    return UUID.randomUUID().toString();
  }

  /** A document with the worker that holds its lease. */
  private final class Worker {
    private final String id = database.queued();
    private String token =
        (String)
            database
                .run("claim-document", "documentId", id, "attempt", 1, "alone", "false")
                .get(0)
                .get("token");

    String claim(String key) {
      var rows = database.run("claim-answer", "documentId", id, "token", token, "key", key);
      return rows.isEmpty() ? "lost" : (String) rows.get(0).get("outcome");
    }

    void save(String key, String text) {
      database.run(
          "save-answer",
          "documentId",
          id,
          "key",
          key,
          "calling.answer",
          text,
          "calling.usage.calls",
          USAGE.calls(),
          "calling.usage.inputTokens",
          USAGE.inputTokens(),
          "calling.usage.outputTokens",
          USAGE.outputTokens());
    }

    List<Map<String, Object>> saveChunk(int index, String key, String summary) {
      return database.run(
          "save-chunk-summary",
          "documentId",
          id,
          "token",
          token,
          "index",
          index,
          "key",
          key,
          "summary",
          summary);
    }

    Object tellGroup(int index) {
      return database
          .run(
              "tell-group-combined",
              "documentId",
              id,
              "token",
              token,
              "level",
              1,
              "group.index",
              index,
              "siblings",
              2)
          .get(0)
          .get("event");
    }
  }
}
