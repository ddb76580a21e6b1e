package org.documentpipeline.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.documentpipeline.routes.FakeDatabase.row;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.documentpipeline.summarizing.Options;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClaimDocumentRouteTest extends RouteTest {

  private final List<String> interrupted = new ArrayList<>();

  ClaimDocumentRouteTest() {
    super("worker/claim-document", "worker/watch-leases", "worker/release-documents");
  }

  @Test
  void whatAPersonWantsOfTheSummaryComesWithTheClaim() throws Exception {
    database.on("claim-document").gives(Rows.claim("claimed", 0, TOKEN, "extract", "started"));
    Exchange claimed = claim();
    assertThat(claimed.getVariable("options")).isEqualTo(new Options("short", "de", null));
    assertThat(claimed.getVariable("token")).isEqualTo(TOKEN);
    assertThat(announced()).containsExactly("started");
    release();
  }

  @Test
  void theHeartbeatRenewsWhatIsHeldAndRestsOtherwise() throws Exception {
    fire("renew-leases", Map.of());
    assertThat(database.queries()).isEmpty();

    database.on("claim-document").gives(Rows.claim("claimed", 0, TOKEN, "extract", null));
    database.on("renew-leases").changes();
    claim();
    fire("renew-leases", Map.of());
    assertThat(database.call("renew-leases").parameters())
        .containsEntry("tokens", TOKEN)
        .containsEntry("properties:pipeline.visibility-timeout", "60");
    release();

    fire("renew-leases", Map.of());
    assertThat(database.calls("renew-leases")).hasSize(1);
  }

  @Test
  void aDocumentThatCanNotBeHadIsNotHeld() throws Exception {
    database.on("claim-document").gives(Rows.claim("busy", 9, null, null, null));
    Exchange busy = claim();
    fire("renew-leases", Map.of());
    assertThat(busy.getException()).isNull();
    assertThat(database.queries()).containsExactly("claim-document");
    assertThat(announced()).isEmpty();
  }

  @Test
  void aHeartbeatThatFailsIsFollowedByTheNext() throws Exception {
    database.on("claim-document").gives(Rows.claim("claimed", 0, TOKEN, "extract", null));
    database.on("renew-leases").fails("08006").changes();
    claim();
    fire("renew-leases", Map.of());
    fire("renew-leases", Map.of());
    assertThat(database.calls("renew-leases")).hasSize(2);
    release();
  }

  @Test
  void callsForALeaseThatIsLostAreBrokenOff() throws Exception {
    database.on("claim-document").gives(Rows.claim("claimed", 0, TOKEN, "extract", null));
    database.on("find-lost-leases").gives(row("token", TOKEN)).gives();
    claim();
    fire("stop-lost-work", Map.of());
    fire("stop-lost-work", Map.of());
    assertThat(database.calls("find-lost-leases").get(0).get("tokens")).isEqualTo(TOKEN);
    assertThat(interrupted).containsExactly(TOKEN);
    release();

    fire("stop-lost-work", Map.of());
    assertThat(database.calls("find-lost-leases")).as("nothing is held").hasSize(2);
  }

  @Test
  void whatIsStillAtWorkAtTheEndIsGivenBack() {
    database.on("claim-document").gives(Rows.claim("claimed", 0, TOKEN, "extract", null));
    database.on("release-leases").changes();
    claim();
    call("release-documents", exchange -> {});
    assertThat(interrupted).containsExactly(TOKEN);
    assertThat(database.call("release-leases").get("tokens")).isEqualTo(TOKEN);
    assertThat(queue.postponed).containsExactly(Map.entry("receipt/+==", 0));
    release();
  }

  /** Notes whose calls are broken off. */
  public final class Interrupts {
    public void interrupt(String token) {
      interrupted.add(token);
    }
  }

  @Override
  void prepare(CamelContext context) {
    context.getRegistry().bind("runningCalls", new Interrupts());
  }

  @BeforeEach
  void forgetInterrupts() {
    interrupted.clear();
  }

  private Exchange claim() {
    return call(
        "claim-document",
        exchange -> {
          exchange.setVariable("documentId", ID);
          exchange.setVariable("attempt", 1);
          exchange.getMessage().setHeader("CamelAwsSqsReceiptHandle", "receipt/+==");
        });
  }

  private void release() {
    template.requestBody("bean:heldLeases?method=release", TOKEN);
  }
}
