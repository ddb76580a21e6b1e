package org.documentpipeline.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.documentpipeline.routes.Rows.event;

import java.util.Map;
import org.junit.jupiter.api.Test;

class BuryDeadLettersRouteTest extends RouteTest {
  private static final String MESSAGE = "{\"documentId\":\"" + ID + "\",\"attempt\":3}";

  BuryDeadLettersRouteTest() {
    super("worker/bury-dead-letters", "worker/drop-or-return");
  }

  @Test
  void theDocumentOfADeadLetterFailsAndTheLetterGoes() throws Exception {
    database.on("bury-document").gives(event("failed"));
    deliver(MESSAGE);
    assertThat(database.call("bury-document").parameters())
        .containsEntry("documentId", ID)
        .containsEntry("attempt", 3);
    assertThat((String) database.call("bury-document").get("failure"))
        .contains("\"code\":\"poisoned\"", "\"retryable\":true");
    assertThat(announced()).containsExactly("failed");
    assertThat(queue.deleted).containsExactly("receipt");
  }

  @Test
  void aLetterOfADocumentThatHasEndedTellsNothingAndGoes() throws Exception {
    database.on("bury-document").gives();
    deliver(MESSAGE);
    assertThat(announced()).isEmpty();
    assertThat(queue.deleted).containsExactly("receipt");
  }

  @Test
  void aLetterStaysAsLongAsItsDocumentCanNotBeMarked() throws Exception {
    database.on("bury-document").fails("08006");
    deliver(MESSAGE);
    assertThat(announced()).isEmpty();
    assertThat(queue.deleted).isEmpty();
  }

  @Test
  void aLetterThatNobodyCanReadIsDroppedAndNotReadForEver() throws Exception {
    deliver("garbage");
    assertThat(database.queries()).isEmpty();
    assertThat(announced()).isEmpty();
    assertThat(queue.deleted).containsExactly("receipt");
  }

  private void deliver(String body) {
    queue.put("documents-dead", body, "receipt", Map.of());
    poll("bury-dead-letters");
  }
}
