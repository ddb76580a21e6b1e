package org.documentpipeline.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.documentpipeline.routes.FakeDatabase.row;

import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;

class EnqueueDocumentsRouteTest extends RouteTest {
  private static final String OTHER = "99999999-4f50-4617-8293-a4b5c6d7e8f9";

  private static final String DUE = "2026-01-01 00:00:15+00";

  EnqueueDocumentsRouteTest() {
    super("api/enqueue-documents", "api/answer-problems");
  }

  @Test
  void whatIsDueIsSentAndMarked() throws Exception {
    database.on("pick-unsent").gives(due(ID, 1), due(OTHER, 3));
    database.on("mark-sent").changes();
    fire("repeat-enqueue", Map.of("firedTime", "now"));
    assertThat(queue.sent)
        .extracting(SendMessageRequest::messageBody)
        .containsExactly(message(ID, 1), message(OTHER, 3));
    assertThat(queue.sent)
        .allSatisfy(
            sent -> {
              assertThat(sent.queueUrl()).endsWith("/documents");
              assertThat(sent.messageAttributes()).isEmpty();
            });
    assertThat(database.calls("mark-sent"))
        .extracting(call -> call.get("id"))
        .containsExactly(ID, OTHER);
    assertThat(database.calls("mark-sent"))
        .extracting(call -> call.get("attempt"))
        .containsExactly(1, 3);
    assertThat(database.calls("mark-sent")).extracting(call -> call.get("due")).containsOnly(DUE);
    assertThat(database.call("pick-unsent").get("documentId")).as("any document").isNull();
  }

  @Test
  void aDocumentJustStoredIsAskedForByItsId() {
    database.on("pick-unsent").gives();
    enqueue();
    assertThat(database.call("pick-unsent").get("documentId")).isEqualTo(ID);
    assertThat(queue.sent).isEmpty();
  }

  @Test
  void whileTheQueueIsAwayNothingIsMarkedAndTheNextTimeItGoes() throws Exception {
    database.on("pick-unsent").gives(due(ID, 1), due(OTHER, 3));
    queue.goAway();
    assertThat(fire("repeat-enqueue", Map.of()).getException()).isNull();
    assertThat(enqueue().getException()).isNull();
    assertThat(database.calls("mark-sent")).isEmpty();

    queue.comeBack();
    database.on("mark-sent").changes();
    fire("repeat-enqueue", Map.of());
    assertThat(queue.sent).hasSize(2);
    assertThat(database.calls("mark-sent")).hasSize(2);
  }

  @Test
  void oneThatCanNotBeMarkedDoesNotKeepTheOthers() throws Exception {
    database.on("pick-unsent").gives(due(ID, 1), due(OTHER, 3));
    database.on("mark-sent").fails("40001").changes();
    fire("repeat-enqueue", Map.of());
    assertThat(queue.sent).hasSize(2);
    assertThat(database.calls("mark-sent")).hasSize(2);
  }

  @Test
  void aDatabaseThatIsAwayIsAskedAgain() throws Exception {
    database.on("pick-unsent").fails("08006").gives(due(ID, 1));
    database.on("mark-sent").changes();
    assertThat(fire("repeat-enqueue", Map.of()).getException()).isNull();
    fire("repeat-enqueue", Map.of());
    assertThat(queue.sent).hasSize(1);
  }

  private Exchange enqueue() {
    return call("enqueue-documents", exchange -> exchange.setVariable("documentId", ID));
  }

  private static Map<String, Object> due(String id, int attempt) {
    return row("id", id, "attempt", attempt, "due", DUE, "message", message(id, attempt));
  }

  private static String message(String id, int attempt) {
    return "{\"documentId\" : \"" + id + "\", \"attempt\" : " + attempt + "}";
  }
}
