package org.documentpipeline.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.documentpipeline.routes.FakeDatabase.row;

import java.util.Map;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangeDocumentsRouteTest extends ApiTest {

  ChangeDocumentsRouteTest() {
    super("api/change-documents", "api/answer-change", "api/answer-json", "api/answer-problems");
  }

  @Test
  void aCancelledDocumentIsAnsweredAndTold() throws Exception {
    database
        .on("cancel-document")
        .gives(row("outcome", "cancelled", "event", "cancelled!", "document", "{\"id\":1}"));
    assertJson(request("cancel-document", Map.of("id", ID)), 202, "{\"id\":1}");
    assertThat(database.call("cancel-document").get("id")).isEqualTo(ID);
    assertThat(announced()).containsExactly("cancelled!");
  }

  @Test
  void whatHasEndedIsNotCancelledTwice() throws Exception {
    database.on("cancel-document").gives(row("outcome", "ended", "event", null, "document", "{}"));
    assertProblem(request("cancel-document", Map.of("id", ID)), 409, "not-cancellable");
    assertThat(announced()).isEmpty();
  }

  @Test
  void aRetriedDocumentIsAnsweredToldAndSentOn() throws Exception {
    database
        .on("retry-document")
        .gives(row("outcome", "retried", "event", "retried!", "document", "{\"id\":1}"));
    assertJson(request("retry-document", Map.of("id", ID)), 202, "{\"id\":1}");
    assertThat(announced()).containsExactly("retried!");
    MockEndpoint enqueue = getMockEndpoint("mock:enqueue-documents");
    assertThat(enqueue.getReceivedExchanges())
        .singleElement()
        .satisfies(sent -> assertThat(sent.getVariable("documentId")).isEqualTo(ID));
  }

  @Test
  void whatCanNotBeRetriedIsRefused() throws Exception {
    database.on("retry-document").gives(row("outcome", "refused", "event", null, "document", "{}"));
    assertProblem(request("retry-document", Map.of("id", ID)), 409, "not-retryable");
    assertThat(announced()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"cancel-document", "retry-document"})
  void anUnknownDocumentIsNotFound(String route) throws Exception {
    database.on(route).gives();
    assertProblem(request(route, Map.of("id", "no-uuid")), 404, "not-found");
    assertThat(announced()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"cancel-document", "retry-document"})
  void aDatabaseThatIsAwayIsSaidToBe(String route) throws Exception {
    database.on(route).fails("57P01");
    assertProblem(request(route, Map.of("id", ID)), 503, "unavailable");
    assertThat(announced()).isEmpty();
    assertThat(getMockEndpoint("mock:enqueue-documents").getReceivedCounter()).isZero();
  }
}
