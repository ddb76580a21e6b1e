package org.documentpipeline.queueing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * How long nothing is taken while a service is away: 1 s at first, twice as long each time, at most
 * 15 s.
 */
final class RestPeriods {
  private static final Duration LONGEST = Duration.ofSeconds(15);

  /** A service that was there for so long is away for the first time again. */
  private static final Duration FORGIVEN = Duration.ofMinutes(1);

  private final Clock clock;
  private Instant until = Instant.EPOCH;
  private Duration last = Duration.ZERO;

  RestPeriods(Clock clock) {
    this.clock = clock;
  }

  /** A service is away: gives the seconds of the rest that begins, or of the one there is. */
  synchronized int begin() {
    Instant now = clock.instant();
    if (now.isBefore(until)) {
      return (int) Duration.between(now, until).toSeconds() + 1;
    }
    boolean again = now.isBefore(until.plus(FORGIVEN));
    Duration rest = again ? last.multipliedBy(2) : Duration.ofSeconds(1);
    last = rest.compareTo(LONGEST) > 0 ? LONGEST : rest;
    until = now.plus(last);
    return (int) last.toSeconds();
  }

  synchronized boolean areOver() {
    return !clock.instant().isBefore(until);
  }
}
