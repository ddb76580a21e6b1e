package org.documentpipeline.progress;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Keeps progress events down to two a second for each document. */
@Component("pace")
class Pace {
  private static final long INTERVAL_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
  private static final int MOST_KEYS = 10_000;

  private final ConcurrentMap<String, Long> last = new ConcurrentHashMap<>();

  /**
   * Whether half a second has passed since this was last true for the key, or since the key was
   * first seen.
   */
  public boolean due(String key) {
    long now = System.nanoTime();
    if (last.size() > MOST_KEYS) {
      last.clear();
    }
    Long before = last.putIfAbsent(key, now);
    if (before == null || now - before < INTERVAL_NANOS) {
      return false;
    }
    return last.replace(key, before, now);
  }
}
