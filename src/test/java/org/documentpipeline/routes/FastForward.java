package org.documentpipeline.routes;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.apache.camel.spi.ThreadPoolProfile;
import org.apache.camel.support.DefaultThreadPoolFactory;

/**
 * Makes the waits of routes a thousand times shorter, and notes how long they should have been.
 * Time limits pass as fast only where a test is about them: work itself takes as long as ever.
 */
final class FastForward extends DefaultThreadPoolFactory {
  private static final int FASTER = 1000;

  /** Milliseconds that routes meant to wait, in order. */
  final List<Long> waits = Collections.synchronizedList(new ArrayList<>());

  private volatile boolean limitsToo;

  /** From now on time limits are a thousand times shorter too. */
  void hurryLimits() {
    limitsToo = true;
  }

  void reset() {
    limitsToo = false;
    waits.clear();
  }

  @Override
  public ScheduledExecutorService newScheduledThreadPool(
      ThreadPoolProfile profile, ThreadFactory threads) {
    return new ScheduledThreadPoolExecutor(profile.getPoolSize(), threads) {
      @Override
      public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
        boolean limit = profile.getId().startsWith("Multicast");
        if (limit && !limitsToo) {
          return super.schedule(task, delay, unit);
        }
        if (delay > 0 && !limit) {
          waits.add(unit.toMillis(delay));
        }
        return super.schedule(task, unit.toNanos(delay) / FASTER, TimeUnit.NANOSECONDS);
      }
    };
  }
}
