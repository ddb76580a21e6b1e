package org.documentpipeline.queries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may work on a document, and what becomes of it when nobody does. */
class LeaseQueriesTest {
  private final Database database = Database.shared();

  @Test
  void oneDocumentHasOneWorkerHoweverOftenItIsDelivered() {
    String id = database.queued();
    assertThat(outcome(claim(id))).isEqualTo("claimed");
    List<Map<String, Object>> second = claim(id);
    assertThat(outcome(second)).isEqualTo("busy");
    assertThat((int) second.get(0).get("wait")).isBetween(50, 60);
    assertThat(database.of(id, "claims", Integer.class)).isOne();
    assertThat(database.events(id)).containsExactly("stage-finished", "stage-started");
  }

  @Test
  void aDeadWorkersLeaseRunsOutAndTheNextOneFencesItsWrites() {
    String id = database.queued();
    String old = token(claim(id));
    expire(id);
    List<Map<String, Object>> next = claim(id);
    assertThat(outcome(next)).isEqualTo("claimed");
    assertThat(token(next)).isNotEqualTo(old);
    assertThat(database.events(id)).endsWith("resumed");
    assertThat(database.run("renew-leases", "tokens", old)).containsExactly(Map.of("count", 0));
    assertThat(fail(id, old)).isEmpty();
    assertThat(database.run("release-document", "documentId", id, "token", old, "wait", 1))
        .isEmpty();
    assertThat(database.run("find-lost-leases", "tokens", old + "," + token(next)))
        .containsExactly(Map.of("token", old));
    assertThat(fail(id, token(next))).hasSize(1);
  }

  @Test
  void aLeaseThatRanOutWithoutATakerIsRenewed() {
    String id = database.queued();
    String token = token(claim(id));
    expire(id);
    assertThat(database.run("renew-leases", "tokens", token)).containsExactly(Map.of("count", 1));
    assertThat(outcome(claim(id))).isEqualTo("busy");
  }

  @Test
  void whatMayStopWorkersIsWorkedOnAloneAndGivenUpInTheEnd() {
    String id = database.queued();
    for (int claims = 0; claims < 2; claims++) {
      assertThat(outcome(claim(id))).isEqualTo("claimed");
      expire(id);
    }
    for (int claims = 2; claims < 5; claims++) {
      assertThat(outcome(claim(id))).isEqualTo("suspect");
      assertThat(database.of(id, "claims", Integer.class)).isEqualTo(claims);
      assertThat(outcome(claimAlone(id))).isEqualTo("claimed");
      expire(id);
    }
    assertThat(outcome(claim(id))).isEqualTo("poisoned");
  }

  @Test
  void oneThatFoundNoEmptyWorkerForMinutesIsOverdueAndNotSentAgainMeanwhile() {
    String id = database.queued();
    for (int claims = 0; claims < 2; claims++) {
      claim(id);
      expire(id);
    }
    sentMinutesAgo(id, 60, 1);
    assertThat(outcome(claim(id))).isEqualTo("suspect");
    database
        .sql()
        .update(
            "update document set lease_until = now() - interval '1 hour', sent_at = lease_until"
                + " where id = ?::uuid",
            id);
    assertThat(outcome(claim(id))).isEqualTo("overdue");
    assertThat(rescued()).doesNotContain(id);
    assertThat(outcome(claim(id))).as("still").isEqualTo("overdue");
    assertThat(outcome(claimAlone(id))).isEqualTo("claimed");
  }

  @Test
  void anOutageDoesNotCountAgainstTheDocument() {
    String id = database.queued();
    for (int i = 0; i < 10; i++) {
      List<Map<String, Object>> claimed = claim(id);
      assertThat(outcome(claimed)).isEqualTo("claimed");
      assertThat(
              database.run(
                  "release-document", "documentId", id, "token", token(claimed), "wait", 0))
          .containsExactly(Map.of("id", id));
      assertThat(due()).contains(id);
    }
    assertThat(database.of(id, "status", String.class)).isEqualTo("processing");
  }

  @Test
  void anOutageThatLastsTooLongIsOver() {
    String id = database.queued();
    for (int minutes : new int[] {0, 59}) {
      awayForMinutes(id, minutes);
      String token = token(claim(id));
      assertThat(database.run("release-document", "documentId", id, "token", token, "wait", 0))
          .as("after %d minutes", minutes)
          .hasSize(1);
    }
    awayForMinutes(id, 61);
    String token = token(claim(id));
    assertThat(database.run("release-document", "documentId", id, "token", token, "wait", 0))
        .isEmpty();
    assertThat(database.of(id, "lease_token", UUID.class)).hasToString(token);
  }

  private void awayForMinutes(String id, int minutes) {
    database
        .sql()
        .update(
            "update document set away_since = now() - make_interval(mins => ?) where id = ?::uuid",
            minutes,
            id);
  }

  @Test
  void aDeadLetterOfADocumentThatNobodyHoldsEndsIt() {
    String id = database.queued();
    database.run("release-leases", "tokens", token(claim(id)));
    assertThat(bury(id)).hasSize(1);
    assertThat(database.of(id, "status", String.class)).isEqualTo("failed");
  }

  @Test
  void anEndingWorkerFreesItsDocumentsAtOnce() {
    String one = database.queued();
    String two = database.queued();
    database.run("release-leases", "tokens", token(claim(one)) + "," + token(claim(two)));
    assertThat(outcome(claim(one))).isEqualTo("claimed");
    assertThat(outcome(claim(two))).isEqualTo("claimed");
    assertThat(database.of(one, "claims", Integer.class)).isEqualTo(2);
  }

  @Test
  void restartsDoNotCountAgainstADocumentThatWaitsForTheModel() {
    for (String stage : List.of("summarize", "combine")) {
      String id = database.queued();
      for (int restarts = 0; restarts < 10; restarts++) {
        List<Map<String, Object>> claimed = claim(id);
        assertThat(outcome(claimed)).isEqualTo("claimed");
        database.sql().update("update document set stage = ? where id = ?::uuid", stage, id);
        database.run("release-leases", "tokens", token(claimed));
      }
      assertThat(database.of(id, "claims", Integer.class)).isZero();
    }
  }

  @Test
  void aDocumentThatComesBackWhileItsMessageIsBeingSentIsSentAgain() {
    String id = database.queued();
    database.sql().update("update document set enqueue_at = now() where id = ?::uuid", id);
    Map<String, Object> picked = pick(id).get(0);
    String token = token(claim(id));
    database.run("release-document", "documentId", id, "token", token, "wait", 0);
    mark(picked);
    assertThat(database.of(id, "enqueue_at is not null", Boolean.class)).isTrue();
    mark(pick(id).get(0));
    assertThat(database.of(id, "enqueue_at is null", Boolean.class)).isTrue();
    assertThat(pick(id)).isEmpty();
  }

  @Test
  void aDeadLetterEndsADocumentOnlyWhenNobodyWorksOnIt() {
    String working = database.queued();
    claim(working);
    assertThat(bury(working)).isEmpty();
    assertThat(database.of(working, "enqueue_at = lease_until", Boolean.class)).isTrue();
    expire(working);
    assertThat(bury(working)).hasSize(1);
    assertThat(database.of(working, "status", String.class)).isEqualTo("failed");
    assertThat(bury(working)).isEmpty();
    assertThat(database.events(working)).endsWith("failed").doesNotHaveDuplicates();
  }

  @Test
  void aDocumentWithoutASignOfLifeIsSentAgainAfterEverLongerWaits() {
    String id = database.queued();
    assertThat(rescued()).doesNotContain(id);
    sentMinutesAgo(id, 11, 1);
    assertThat(rescued()).contains(id);
    mark(pick(id).get(0));
    assertThat(rescued()).doesNotContain(id);
    sentMinutesAgo(id, 11, 2);
    assertThat(rescued()).as("twice as long the second time").doesNotContain(id);
    sentMinutesAgo(id, 21, 2);
    assertThat(rescued()).contains(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"finish-split", "save-chunk-summary", "tell-group-combined"})
  void afterAnyProgressALostMessageIsMissedAsSoonAsTheFirstTime(String progress) {
    String id = database.queued();
    String token = token(claim(id));
    for (int outage = 0; outage < 10; outage++) {
      database.run("release-document", "documentId", id, "token", token, "wait", 0);
      mark(pick(id).get(0));
      token = token(claim(id));
    }
    assertThat(database.of(id, "sends", Integer.class)).isEqualTo(11);
    getsOn(id, token, progress);
    assertThat(database.of(id, "away_since is null", Boolean.class)).isTrue();
    database.run("return-documents", "tokens", token);
    database
        .sql()
        .update(
            "update document set sent_at = now() - interval '11 minutes',"
                + " lease_until = now() - interval '11 minutes' where id = ?::uuid",
            id);
    assertThat(rescued()).contains(id);
  }

  private void getsOn(String id, String token, String progress) {
    database
        .sql()
        .update(
            "update document set stage = ?, chunks_total = 1, chunks_done = 0 where id = ?::uuid",
            progress.equals("finish-split") ? "split" : "summarize",
            id);
    database
        .sql()
        .update(
            "insert into chunk (document_id, index, start_offset, end_offset, tokens, text)"
                + " values (?::uuid, 0, 0, 1, 1, 'a')",
            id);
    Map<String, Object> wanted =
        Map.of(
            "finish-split", List.of(),
            "save-chunk-summary", List.of("index", 0, "summary", "b", "key", "0".repeat(64)),
            "tell-group-combined", List.of("level", 1, "group.index", 0, "siblings", 1));
    List<Object> parameters = new ArrayList<>(List.of("documentId", id, "token", token));
    parameters.addAll((List<?>) wanted.get(progress));
    assertThat(database.run(progress, parameters.toArray())).isNotEmpty();
  }

  @Test
  void anEditDoesNotCountAgainstADocumentWhateverItsStage() {
    for (String stage : List.of("extract", "split", "summarize", "combine")) {
      String id = database.queued();
      for (int edits = 0; edits < 10; edits++) {
        List<Map<String, Object>> claimed = claim(id);
        assertThat(outcome(claimed)).isEqualTo("claimed");
        database.sql().update("update document set stage = ? where id = ?::uuid", stage, id);
        database.run("return-documents", "tokens", token(claimed));
      }
      assertThat(database.of(id, "claims", Integer.class)).isZero();
      assertThat(database.of(id, "away_since is null and enqueue_at is null", Boolean.class))
          .as("its message is there")
          .isTrue();
    }
  }

  @Test
  void aWorkerThatIsAliveIsNotHelped() {
    String id = database.queued();
    claim(id);
    sentMinutesAgo(id, 600, 1);
    assertThat(rescued()).doesNotContain(id);
    database
        .sql()
        .update(
            "update document set lease_until = now() - interval '11 minutes' where id = ?::uuid",
            id);
    assertThat(rescued()).contains(id);
  }

  @Test
  void whatHasEndedIsOver() {
    String id = database.queued();
    fail(id, token(claim(id)));
    assertThat(outcome(claim(id))).isEqualTo("over");
    assertThat(outcome(claim("00000000-0000-4000-8000-000000000000"))).isEqualTo("over");
    sentMinutesAgo(id, 600, 1);
    assertThat(rescued()).doesNotContain(id);
  }

  private List<Map<String, Object>> claim(String id) {
    return database.run("claim-document", "documentId", id, "attempt", 1, "alone", "false");
  }

  private List<Map<String, Object>> claimAlone(String id) {
    return database.run("claim-document", "documentId", id, "attempt", 1, "alone", "true");
  }

  private static String outcome(List<Map<String, Object>> rows) {
    return (String) rows.get(0).get("outcome");
  }

  private static String token(List<Map<String, Object>> rows) {
    return (String) rows.get(0).get("token");
  }

  private void expire(String id) {
    database
        .sql()
        .update("update document set lease_until = now() - interval '1 s' where id = ?::uuid", id);
  }

  private List<Map<String, Object>> fail(String id, String token) {
    return database.run(
        "fail-document", "documentId", id, "token", token, "failure", "{\"code\":\"internal\"}");
  }

  private List<Map<String, Object>> bury(String id) {
    return database.run(
        "bury-document", "documentId", id, "attempt", 1, "failure", "{\"code\":\"poisoned\"}");
  }

  private List<Map<String, Object>> pick(String id) {
    return database.run("pick-unsent", "documentId", id);
  }

  private List<Object> due() {
    return database.run("pick-unsent", "documentId", null).stream()
        .map(row -> row.get("id"))
        .toList();
  }

  private void mark(Map<String, Object> picked) {
    database.run(
        "mark-sent",
        "id",
        picked.get("id"),
        "attempt",
        picked.get("attempt"),
        "due",
        picked.get("due"));
  }

  private List<Object> rescued() {
    return database.run("rescue-documents").stream().map(row -> row.get("id")).toList();
  }

  private void sentMinutesAgo(String id, int minutes, int sends) {
    database
        .sql()
        .update(
            "update document set enqueue_at = null, sends = ?, stored_at = now() - interval '1 day',"
                + " sent_at = now() - make_interval(mins => ?) where id = ?::uuid",
            sends,
            minutes,
            id);
  }
}
