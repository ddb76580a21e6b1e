package org.documentpipeline.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.documentpipeline.routes.FakeDatabase.row;

import java.util.Map;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;

class TakeDocumentRouteTest extends RouteTest {
  private static final String MESSAGE = "{\"documentId\":\"" + ID + "\",\"attempt\":2}";

  TakeDocumentRouteTest() {
    super("worker/take-document", "worker/claim-document", "worker/fail-or-return");
  }

  private static Map<String, Object> claim(String outcome, Integer wait, String token, String event) {
    return row("outcome", outcome, "wait", wait, "id", ID, "token", token, "key", "documents/" + ID + "/original", "type",
        "text/plain", "stage", "extract", "length", "short", "language", "auto", "focus", "", "event", event);
  }

  private void deliver() {
    deliver("take-document", "documents", MESSAGE, "receipt", Map.of());
  }

  @Test
  void aClaimedDocumentIsWorkedOnAndThenItsMessageIsDeleted() throws Exception {
    database.on("claim-document").gives(claim("claimed", 0, TOKEN, "one"), claim("claimed", 0, TOKEN, "two"));
    MockEndpoint process = getMockEndpoint("mock:process-document");
    process.whenAnyExchangeReceived(exchange -> assertThat(queue.deleted).isEmpty());
    deliver();
    process.expectedMessageCount(1);
    process.assertIsSatisfied();
    assertThat(queue.deleted).containsExactly("receipt");
    assertThat(announced()).containsExactly("one", "two");
    assertThat(database.call("claim-document").parameters())
        .containsEntry("documentId", ID).containsEntry("attempt", 2)
        .containsEntry("properties:pipeline.visibility-timeout", "60")
        .containsEntry("properties:pipeline.max-receives", "5")
        .containsEntry("bean:modelInfo?method=provider", Outside.PROVIDER);
  }
}
