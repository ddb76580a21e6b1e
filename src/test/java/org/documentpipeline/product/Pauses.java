package org.documentpipeline.product;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Time that has to pass because it is what is tested: how long a fault lasts, when the next one
 * comes.
 */
final class Pauses {

  private Pauses() {}

  static void millis(long millis) {
    long end = System.nanoTime() + Duration.ofMillis(millis).toNanos();
    for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
