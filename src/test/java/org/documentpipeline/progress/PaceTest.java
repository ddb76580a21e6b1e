package org.documentpipeline.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {

  @Test
  void isDueHalfASecondAfterItWasLast() {
    Pace pace = new Pace();
    assertThat(pace.due("a")).isFalse();
    long start = System.nanoTime();
    await().pollInterval(Duration.ofMillis(10)).until(() -> pace.due("a"));
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(480));
    assertThat(pace.due("a")).isFalse();
    assertThat(pace.due("b")).isFalse();
  }
}
