package org.documentpipeline.queries;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What goes by itself, and what stays. */
class HousekeepingQueriesTest {
  private static final String DAYS = "properties:pipeline.retention-days";
  private final Database database = Database.shared();

  @Test
  void whatEndedLongAgoGoesWithAllThatBelongsToIt() {
    String old = ended("completed", 31);
    String failed = ended("failed", 40);
    String young = ended("completed", 29);
    String waiting = database.queued();
    assertThat(database.run("remove-expired", DAYS, "0")).as("off").isEmpty();
    assertThat(events(database.run("remove-expired", DAYS, "30")))
        .hasSize(2)
        .anyMatch(event -> event.contains(old))
        .anyMatch(event -> event.contains(failed));
    assertThat(exists(young)).isTrue();
    assertThat(exists(waiting)).isTrue();
    assertThat(exists(old)).isFalse();
    assertThat(database.events(old)).isEmpty();
    assertThat(database.run("pick-orphans"))
        .extracting(row -> row.get("key"))
        .contains("documents/" + old + "/original", "documents/" + failed + "/original");
  }

  @Test
  void anUploadIsTakenBackOnlyWhenNobodyStoresItAnyMore() {
    String alive = storing();
    String dead = storing();
    database
        .sql()
        .update(
            "update document set store_until = now() - interval '1 s' where id in (?::uuid, ?::uuid)",
            alive,
            dead);
    database.run("renew-uploads", "ids", alive);
    assertThat(events(database.run("sweep-uploads")))
        .singleElement()
        .satisfies(event -> assertThat(event).contains(dead, "deleted"));
    assertThat(exists(alive)).isTrue();
    assertThat(database.run("finish-store", "documentId", alive)).hasSize(2);
    assertThat(database.run("finish-store", "documentId", dead)).isEmpty();
  }

  @Test
  void whatIsCancelledWhileItIsStoredStaysSoAndCanBeRetried() {
    String id = storing();
    assertThat(database.run("cancel-document", "id", id).get(0))
        .containsEntry("outcome", "cancelled");
    assertThat(database.run("finish-store", "documentId", id))
        .singleElement()
        .satisfies(row -> assertThat(row.get("event")).isNull());
    assertThat(database.of(id, "status", String.class)).isEqualTo("cancelled");
    assertThat(database.of(id, "enqueue_at is null", Boolean.class)).as("not sent").isTrue();
    assertThat(database.events(id)).containsExactly("cancelled");
    assertThat(database.run("cancel-document", "id", id).get(0)).containsEntry("outcome", "ended");
    database.run("retry-document", "id", id);
    assertThat(database.of(id, "status || ' ' || stage", String.class)).isEqualTo("queued queue");
    assertThat(database.run("pick-unsent", "documentId", id)).hasSize(1);
  }

  @Test
  void whatIsRetriedWhileItIsStoredGoesOnWhenItsBytesAreThere() {
    String id = storing();
    database.run("cancel-document", "id", id);
    database.run("retry-document", "id", id);
    assertThat(database.run("pick-unsent", "documentId", id)).as("without its bytes").isEmpty();
    assertThat(database.run("finish-store", "documentId", id)).hasSize(2);
    assertThat(database.events(id))
        .containsExactly("cancelled", "retried", "stage-finished", "stage-started");
    assertThat(database.run("pick-unsent", "documentId", id)).hasSize(1);
  }

  @Test
  void anUploadThatFailsAfterItWasCancelledLeavesNothing() {
    String id = storing();
    database.run("cancel-document", "id", id);
    assertThat(database.run("discard-upload", "documentId", id)).hasSize(1);
    assertThat(exists(id)).isFalse();
    assertThat(database.run("finish-store", "documentId", id)).isEmpty();
  }

  @Test
  void whatIsDeletedLeavesNoAnswer() {
    String id = database.queued();
    database
        .sql()
        .update("insert into answer (key, document_id, text) values (?, ?::uuid, 'paid')", id, id);
    database.run("delete-document", "id", id);
    assertThat(database.sql().queryForList("select 1 from answer where key = ?", id)).isEmpty();
  }

  @Test
  void whatIsBeingRetriedIsNotRemovedForItsAge() throws Exception {
    String id = ended("cancelled", 31);
    try (Connection person = database.connect()) {
      person.setAutoCommit(false);
      try (PreparedStatement retry =
          person.prepareStatement(
              "update document set status = 'queued', finished_at = null where id = ?::uuid")) {
        retry.setString(1, id);
        retry.executeUpdate();
      }
      assertThat(database.run("remove-expired", DAYS, "30")).isEmpty();
      person.commit();
    }
    assertThat(database.run("remove-expired", DAYS, "30")).isEmpty();
    assertThat(exists(id)).isTrue();
  }

  @Test
  void keysCountForADay() {
    for (String age : List.of("23 hours", "25 hours")) {
      database
          .sql()
          .update(
              "insert into idempotency_key (key, fingerprint, document_id, created_at)"
                  + " values (?, 'f', ?::uuid, now() - ?::interval)",
              age,
              database.queued(),
              age);
    }
    database.run("forget-keys");
    assertThat(database.sql().queryForList("select key from idempotency_key", String.class))
        .containsExactly("23 hours");
  }

  @Test
  void anOutageIsToldOfOnlyWhileSomebodySeesIt() {
    assertThat(status()).contains("\"outage\" : null");
    report("2026-01-01T10:00:00Z", "timeout");
    report("2026-01-01T10:05:00Z", "connection");
    assertThat(status()).contains("2026-01-01T10:00:00.000Z", "connection");
    database.sql().update("update model_outage set seen_at = now() - interval '1 minute'");
    assertThat(status()).contains("\"outage\" : null");
    report("2026-01-01T12:00:00Z", "timeout");
    assertThat(status()).contains("2026-01-01T12:00:00.000Z");
  }

  private void report(String since, String reason) {
    database.run("report-outage", "outage.since", since, "outage.reason", reason);
  }

  private String status() {
    return (String) database.run("read-status").get(0).get("json");
  }

  private String ended(String status, int daysAgo) {
    String id = database.queued();
    database
        .sql()
        .update(
            "update document set status = ?, finished_at = now() - make_interval(days => ?) where id = ?::uuid",
            status,
            daysAgo,
            id);
    return id;
  }

  private String storing() {
    String id = database.queued();
    database
        .sql()
        .update("update document set stage = 'store', stored_at = null where id = ?::uuid", id);
    return id;
  }

  private boolean exists(String id) {
    return !database.sql().queryForList("select 1 from document where id = ?::uuid", id).isEmpty();
  }

  private static List<String> events(List<java.util.Map<String, Object>> rows) {
    return rows.stream().map(row -> (String) row.get("event")).toList();
  }
}
