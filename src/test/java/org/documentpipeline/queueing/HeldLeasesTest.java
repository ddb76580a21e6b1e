package org.documentpipeline.queueing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeldLeasesTest {

  @Test
  void whatIsHeldIsRenewedUntilItIsReleased() {
    HeldLeases leases = new HeldLeases();
    assertThat(leases.tokens()).isEmpty();
    leases.hold("a");
    leases.hold("b");
    leases.hold(null);
    assertThat(leases.tokens().split(",")).containsExactlyInAnyOrder("a", "b");
    leases.release("a");
    leases.release(null);
    assertThat(leases.tokens()).isEqualTo("b");
  }
}
