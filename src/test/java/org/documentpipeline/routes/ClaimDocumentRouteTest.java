package org.documentpipeline.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.documentpipeline.routes.FakeDatabase.row;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.apache.camel.Exchange;
import org.documentpipeline.summarizing.Options;
import org.documentpipeline.summarizing.RunningCalls;
import org.junit.jupiter.api.Test;

class ClaimDocumentRouteTest extends RouteTest {

  ClaimDocumentRouteTest() {
    super("worker/claim-document", "worker/watch-leases");
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
    CompletableFuture<String> lost = call();
    fire("stop-lost-work", Map.of());
    fire("stop-lost-work", Map.of());
    assertBrokenOff(lost);
    assertThat(database.calls("find-lost-leases").get(0).get("tokens")).isEqualTo(TOKEN);
    release();

    fire("stop-lost-work", Map.of());
    assertThat(database.calls("find-lost-leases")).as("nothing is held").hasSize(2);
  }

  /** A call to the model under the lease, which only an interruption ends. */
  private CompletableFuture<String> call() {
    CountDownLatch asked = new CountDownLatch(1);
    model.answers(
        question -> {
          asked.countDown();
          try {
            new CountDownLatch(1).await();
            return "";
          } catch (InterruptedException e) {
            throw new CancellationException("broken off");
          }
        });
    CompletableFuture<String> call =
        CompletableFuture.supplyAsync(
            () -> {
              outside.beans().getBean(RunningCalls.class).callFor(TOKEN);
              return outside
                  .model()
                  .chat(SystemMessage.from("system"), UserMessage.from("user"))
                  .aiMessage()
                  .text();
            });
    await().until(() -> asked.getCount() == 0);
    return call;
  }

  private static void assertBrokenOff(CompletableFuture<String> call) {
    assertThat(call).failsWithin(Duration.ofSeconds(5));
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
