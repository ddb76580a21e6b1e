package org.documentpipeline.streaming;

import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says once that PostgreSQL does not answer and once that it does again, however many watchers feel
 * it.
 */
final class Outage {

  private static final Logger LOG = LoggerFactory.getLogger(Outage.class);

  private final AtomicBoolean out = new AtomicBoolean();

  void failed(Throwable cause) {
    if (!out.getAndSet(true)) {
      LOG.warn("Watchers wait, for what happened cannot be read: {}", cause.toString());
    }
  }

  void answered() {
    if (out.get() && out.getAndSet(false)) {
      LOG.info("What happened can be read again: watchers catch up");
    }
  }
}
