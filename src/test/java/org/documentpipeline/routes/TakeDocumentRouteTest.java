package org.documentpipeline.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;
import static org.documentpipeline.routes.Rows.event;

import java.util.Map;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TakeDocumentRouteTest extends RouteTest {
  private static final String MESSAGE = "{\"documentId\":\"" + ID + "\",\"attempt\":2}";

  private MockEndpoint process;

  TakeDocumentRouteTest() {
    super(
        "worker/take-document",
        "worker/claim-document",
        "worker/tend-messages",
        "worker/fail-or-return",
        "worker/fail-document");
  }

  @BeforeEach
  void findProcess() {
    process = getMockEndpoint("mock:process-document");
  }

  @Test
  void aClaimedDocumentIsWorkedOnAndOnlyThenItsMessageIsDeleted() throws Exception {
    database
        .on("claim-document")
        .gives(claim("claimed", 0, TOKEN, "one"), claim("claimed", 0, TOKEN, "two"));
    process.whenAnyExchangeReceived(exchange -> assertThat(queue.deleted).isEmpty());
    deliver(MESSAGE);
    assertThat(process.getReceivedExchanges())
        .singleElement()
        .satisfies(
            exchange -> {
              assertThat(exchange.getVariable("documentId")).isEqualTo(ID);
              assertThat(exchange.getVariable("token")).isEqualTo(TOKEN);
              assertThat(exchange.getVariable("document"))
                  .asInstanceOf(MAP)
                  .containsEntry("type", "text/plain");
            });
    assertThat(queue.deleted).containsExactly("receipt");
    assertThat(announced()).containsExactly("one", "two");
  }

  @Test
  void aClaimNamesDocumentAttemptLeaseAndModel() {
    database.on("claim-document").gives(claim("over", null, null, null));
    deliver(MESSAGE);
    assertThat(database.call("claim-document").parameters())
        .containsEntry("documentId", ID)
        .containsEntry("attempt", 2)
        .containsEntry("properties:pipeline.visibility-timeout", "60")
        .containsEntry("properties:pipeline.max-receives", "5")
        .containsEntry("bean:modelInfo?method=provider", Outside.PROVIDER)
        .containsEntry("bean:modelInfo?method=name", Outside.MODEL);
  }

  @Test
  void aDeliveryThatMeetsALiveLeaseComesBackWhenTheLeaseCouldBeOver() throws Exception {
    database.on("claim-document").gives(claim("busy", 17, null, null));
    deliver(MESSAGE);
    assertThat(process.getReceivedCounter()).isZero();
    assertThat(queue.postponed).containsExactly(Map.entry("receipt", 17));
    assertThat(queue.deleted).isEmpty();
    assertThat(announced()).isEmpty();
    assertThat(database.queries()).containsExactly("claim-document");
  }

  @Test
  void aDeliveryAfterTheEndIsDeleted() throws Exception {
    database.on("claim-document").gives(claim("over", 1, null, null));
    deliver(MESSAGE);
    assertThat(process.getReceivedCounter()).isZero();
    assertThat(queue.deleted).containsExactly("receipt");
    assertThat(announced()).isEmpty();
  }

  @Test
  void aPoisonedDocumentFailsWithoutBeingTouched() throws Exception {
    database.on("claim-document").gives(claim("poisoned", 0, TOKEN, "resumed"));
    database.on("fail-document").gives(event("failed"));
    deliver(MESSAGE);
    assertThat(process.getReceivedCounter()).isZero();
    assertThat((String) database.call("fail-document").get("failure"))
        .contains("\"code\":\"poisoned\"", "\"retryable\":true", "without getting any further");
    assertThat(database.call("fail-document").get("token")).isEqualTo(TOKEN);
    assertThat(queue.deleted).containsExactly("receipt");
    assertThat(announced()).containsExactly("resumed", "failed");
  }

  @Test
  void aDocumentThatMayStopWorkersIsWorkedOnAlone() throws Exception {
    isWorkedOnAloneAfter(claim("suspect", 0, null, null));
    deliver(MESSAGE);
    assertThat(process.getReceivedCounter()).as("the room is free again").isEqualTo(2);
  }

  @Test
  void oneThatWaitedTooLongForThatIsWorkedOnAsSoonAsTheRoomIsEmpty() throws Exception {
    isWorkedOnAloneAfter(claim("overdue", 15, null, null));
    assertThat(queue.postponed).isEmpty();
  }

  private void isWorkedOnAloneAfter(Map<String, Object> first) throws Exception {
    database.on("claim-document").gives(first).gives(claim("claimed", 0, TOKEN, "resumed"));
    deliver(MESSAGE);
    assertThat(database.calls("claim-document"))
        .extracting(call -> String.valueOf(call.get("alone")))
        .containsExactly("false", "true");
    assertThat(process.getReceivedCounter()).isOne();
    assertThat(queue.deleted).containsExactly("receipt");
  }

  @Test
  void oneThatEndsWhileItWaitsForThatIsLeft() throws Exception {
    database
        .on("claim-document")
        .gives(claim("overdue", 15, null, null))
        .gives(claim("overdue", 15, null, null))
        .gives(claim("over", 1, null, null));
    deliver(MESSAGE);
    assertThat(database.calls("claim-document")).hasSize(3);
    assertThat(process.getReceivedCounter()).isZero();
    assertThat(queue.deleted).containsExactly("receipt");
  }

  @Test
  void aDocumentThatFindsNoPlaceGoesBackAtOnce() throws Exception {
    Object one = template.requestBody("bean:workRoom?method=enter", (Object) null);
    Object two = template.requestBody("bean:workRoom?method=enter", (Object) null);
    deliver(MESSAGE);
    template.requestBody("bean:workRoom?method=leave", one);
    template.requestBody("bean:workRoom?method=leave", two);
    assertThat(database.queries()).isEmpty();
    assertThat(queue.postponed).containsExactly(Map.entry("receipt", 0));
    assertThat(queue.deleted).isEmpty();
  }

  @Test
  void aMessageThatIsReceivedTooOftenIsReplacedBeforeTheQueueTakesItForDead() throws Exception {
    queue.put("documents", MESSAGE, "receipt", Map.of(), 10);
    poll("take-document");
    assertThat(database.queries()).isEmpty();
    assertThat(queue.sent)
        .singleElement()
        .satisfies(
            sent -> {
              assertThat(sent.messageBody().replace(" ", "")).isEqualTo(MESSAGE);
              assertThat(sent.queueUrl()).endsWith("/documents");
            });
    assertThat(queue.deleted).containsExactly("receipt");
  }

  @Test
  void aMessageThatCanNotBeReplacedStays() throws Exception {
    queue.put("documents", MESSAGE, "receipt", Map.of(), 10);
    database.on("release-document").gives();
    database.on("fail-document").gives();
    queue.goAway();
    poll("take-document");
    assertThat(queue.deleted).isEmpty();
    assertThat(process.getReceivedCounter()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "garbage", "[]", "\"text\""})
  void aMessageThatIsNoWorkIsTakenOffTheQueue(String body) throws Exception {
    database.on("fail-document").gives();
    deliver(body);
    assertThat(process.getReceivedCounter()).isZero();
    assertThat(queue.deleted).containsExactly("receipt");
    assertThat(announced()).isEmpty();
  }

  @Test
  void nothingButTheReceiptComesInWithAMessage() {
    database.on("claim-document").gives(claim("claimed", 0, TOKEN, null));
    queue.put("documents", MESSAGE, "receipt", Map.of("trace", "1", "Operation", "deleteQueue"));
    poll("take-document");
    assertThat(process.getReceivedExchanges().get(0).getMessage().getHeaders().keySet())
        .containsExactlyInAnyOrder("CamelAwsSqsReceiptHandle", "CamelSqlRowCount");
  }

  private void deliver(String body) {
    queue.put("documents", body, "receipt", Map.of());
    poll("take-document");
  }

  private static Map<String, Object> claim(
      String outcome, Integer wait, String token, String event) {
    return Rows.claim(outcome, wait, token, "extract", event);
  }
}
