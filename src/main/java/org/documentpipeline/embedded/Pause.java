package org.documentpipeline.embedded;

import java.time.Duration;

/** The wait between two looks at something that tells nobody when it is ready. */
final class Pause {

  private Pause() {}

  static void briefly() {
    sleep(Duration.ofMillis(20));
  }

  static void seconds(int seconds) {
    sleep(Duration.ofSeconds(seconds));
  }

  private static void sleep(Duration duration) {
    try {
      Thread.sleep(duration.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting", e);
    }
  }
}
