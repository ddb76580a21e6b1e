package org.documentpipeline.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.camel.builder.AdviceWith;
import org.junit.jupiter.api.Test;

class ReleaseDocumentsRouteTest extends RouteTest {

  ReleaseDocumentsRouteTest() {
    super("worker/claim-document", "worker/release-documents");
  }

  @Test
  void atTheEndCallsMayEndAndThenLeasesAndMessagesAreGivenBack() throws Exception {
    // The bean is shared with other tests, and after its end no call begins.
    AdviceWith.adviceWith(
        context,
        "release-documents",
        route -> route.weaveById("end-calls").replace().to("mock:end-calls"));
    database.on("claim-document").gives(Rows.claim("claimed", 0, TOKEN, "extract", null));
    database.on("release-leases").changes();
    call(
        "claim-document",
        exchange -> {
          exchange.setVariable("documentId", ID);
          exchange.setVariable("attempt", 1);
          exchange.getMessage().setHeader("CamelAwsSqsReceiptHandle", "receipt/+==");
        });
    call("release-documents", exchange -> {});
    getMockEndpoint("mock:end-calls").expectedMessageCount(1);
    getMockEndpoint("mock:end-calls").assertIsSatisfied();
    assertThat(database.call("release-leases").get("tokens")).isEqualTo(TOKEN);
    assertThat(queue.postponed).containsExactly(Map.entry("receipt/+==", 0));
    template.requestBody("bean:heldLeases?method=release", TOKEN);
  }
}
