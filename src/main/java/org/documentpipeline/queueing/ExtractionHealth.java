package org.documentpipeline.queueing;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Says how many threads are stuck in a document; down when there are too few left to work with: a
 * restart helps, and nothing else does.
 */
@Component("extractionHealthIndicator")
class ExtractionHealth implements HealthIndicator {
  private final ExtractionThreads threads;

  ExtractionHealth(ExtractionThreads threads) {
    this.threads = threads;
  }

  @Override
  public Health health() {
    return (threads.areUsedUp() ? Health.down() : Health.up())
        .withDetail("stuckThreads", threads.stuck())
        .build();
  }
}
