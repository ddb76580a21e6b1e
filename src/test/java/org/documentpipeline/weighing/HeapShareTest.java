package org.documentpipeline.weighing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeapShareTest {
  private static final long HEAP = Runtime.getRuntime().maxMemory();

  @Test
  void allSharesTogetherAreHalfOfTheHeapAtMost() {
    assertThat(new HeapShare(1, 4).bytes()).isEqualTo(1 << 20);
    assertThat(new HeapShare(HEAP >> 20, 4).bytes()).isEqualTo(HEAP / 8);
    assertThat(new HeapShare(0, 0).bytes()).isPositive();
  }
}
