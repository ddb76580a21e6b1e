package org.documentpipeline.queueing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class HeldLeasesTest {

  @Test
  void whatIsHeldIsRenewedUntilItIsReleased() {
    HeldLeases leases = new HeldLeases();
    assertThat(leases.tokens()).isEmpty();
    leases.hold("a", "receipt-a");
    leases.hold("b", null);
    leases.hold(null, "receipt");
    assertThat(leases.tokens().split(",")).containsExactlyInAnyOrder("a", "b");
    leases.release("a");
    leases.release(null);
    assertThat(leases.tokens()).isEqualTo("b");
    assertThat(leases.receipts()).isEmpty();
  }

  @Test
  void theEndOfAllWorkCanBeWaitedFor() throws Exception {
    HeldLeases leases = new HeldLeases();
    assertThat(leases.awaitNone(0)).isTrue();
    leases.hold("a", "receipt-a");
    assertThat(leases.receipts()).containsExactly("receipt-a");
    assertThat(leases.awaitNone(0)).isFalse();
    var waiting = CompletableFuture.supplyAsync(() -> leases.awaitNone(30));
    leases.release("a");
    assertThat(waiting.get(5, TimeUnit.SECONDS)).isTrue();
  }
}
