package org.documentpipeline.queueing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class HeldLeasesTest {

  @Test
  void whatIsHeldIsRenewedUntilItIsReleased() {
    HeldLeases leases = new HeldLeases();
    assertThat(leases.tokens()).isEmpty();
    leases.hold("a", "receipt-a", null);
    leases.hold("b", null, null);
    leases.hold(null, "receipt", null);
    assertThat(leases.tokens().split(",")).containsExactlyInAnyOrder("a", "b");
    leases.release("a");
    leases.release(null);
    assertThat(leases.tokens()).isEqualTo("b");
    assertThat(leases.receipts()).isEmpty();
  }

  @Test
  void theMessagesOfSomeOfThemAreKnown() {
    HeldLeases leases = new HeldLeases();
    leases.hold("a", "receipt-a", null);
    leases.hold("b", "receipt-b", null);
    leases.hold("c", null, null);
    assertThat(leases.receiptsOf("b,c,unknown")).containsExactly("receipt-b");
    assertThat(leases.receiptsOf("")).isEmpty();
  }

  @Test
  void oneThatWasSentAwayHoldsNothing() throws Exception {
    WorkRoom room = new WorkRoom(1, Duration.ofSeconds(1), Clock.systemUTC());
    WorkRoom.Place place = room.enter();
    room.sendAllAway();
    HeldLeases leases = new HeldLeases();
    leases.hold("a", "receipt-a", place);
    assertThat(leases.tokens()).isEmpty();
    leases.hold("b", "receipt-b", room.enter());
    assertThat(leases.tokens()).isEqualTo("b");
  }

  @Test
  void theEndOfAllWorkCanBeWaitedFor() throws Exception {
    HeldLeases leases = new HeldLeases();
    assertThat(leases.awaitNone(0)).isTrue();
    leases.hold("a", "receipt-a", null);
    assertThat(leases.receipts()).containsExactly("receipt-a");
    assertThat(leases.awaitNone(0)).isFalse();
    var waiting = CompletableFuture.supplyAsync(() -> leases.awaitNone(30));
    leases.release("a");
    assertThat(waiting.get(5, TimeUnit.SECONDS)).isTrue();
  }
}
