package org.documentpipeline.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.camel.Exchange;
import org.documentpipeline.summarizing.Options;
import org.junit.jupiter.api.Test;

class ClaimDocumentRouteTest extends RouteTest {

  ClaimDocumentRouteTest() {
    super("worker/claim-document");
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

  private Exchange claim() {
    return call(
        "claim-document",
        exchange -> {
          exchange.setVariable("documentId", ID);
          exchange.setVariable("attempt", 1);
        });
  }

  private void release() {
    template.requestBody("bean:heldLeases?method=release", TOKEN);
  }
}
