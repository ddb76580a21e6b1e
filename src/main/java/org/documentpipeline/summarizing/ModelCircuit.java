package org.documentpipeline.summarizing;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CancellationException;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Notices that the provider is away (circuit breaker, M. Nygard, "Release It!", 2007): after
 * several failures in a row calls wait, and one at a time tries whether it is back, after pauses
 * that grow from 5 to 30 seconds. The first that is answered lets all others go on. When it is time
 * to try and there is no call, nobody knows whether it is still away: the next document tries.
 */
@Component("modelCircuit")
public class ModelCircuit {
  private static final Logger LOG = LoggerFactory.getLogger(ModelCircuit.class);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  private final int limit;
  private final Duration patience;
  private final Duration firstPause;
  private int failures;
  private int atHand;
  private boolean probing;
  private Instant openSince;
  private Instant nextProbe;
  private Duration pause;
  private String reason;

  @Autowired
  ModelCircuit(
      @Value("${pipeline.llm-outage-after:5}") int limit,
      @Value("${pipeline.llm-outage-patience:86400}") int patienceSeconds) {
    this(limit, Duration.ofSeconds(patienceSeconds), FIRST_PAUSE);
  }

  ModelCircuit(int limit, Duration patience, Duration firstPause) {
    this.limit = limit;
    this.patience = patience;
    this.firstPause = firstPause;
  }

  /**
   * Since when the provider is away, and what was seen of it; times in ISO 8601.
   *
   * @param nextTry when it is asked again
   * @param reason why the last call failed
   */
  public record Outage(String since, String nextTry, String reason) {}

  /** The outage there is now; null when there is none, or when nothing is known any more. */
  public synchronized Outage outage() {
    return mayTake() ? null : new Outage(openSince.toString(), nextProbe.toString(), reason);
  }

  /**
   * Whether there is a point in beginning a document: always, unless the provider is away; then
   * only when it is time to try and no call is at hand that could.
   */
  public synchronized boolean mayTake() {
    return openSince == null || (atHand == 0 && !probing && !Instant.now().isBefore(nextProbe));
  }

  /** A call has come that will ask for leave to be made. */
  synchronized void arrive() {
    atHand++;
  }

  /** The call is over, however it ended. */
  synchronized void depart() {
    atHand--;
  }

  /**
   * Waits until a call may be made: at once, unless the provider is away. True when this call is
   * the one that tries whether it is back.
   *
   * @throws ModelUnavailableException when this has waited for longer than the patience; how long
   *     the outage had lasted before does not count
   * @throws CancellationException when interrupted
   */
  synchronized boolean await() {
    Instant begun = Instant.now();
    try {
      while (openSince != null) {
        Instant now = Instant.now();
        if (!probing && !now.isBefore(nextProbe)) {
          probing = true;
          return true;
        }
        if (isTooLong(begun)) {
          throw ModelUnavailableException.away(begun, null);
        }
        Instant next = probing ? now.plusSeconds(1) : nextProbe;
        Instant end = begun.plus(patience);
        wait(Math.max(1, Duration.between(now, next.isBefore(end) ? next : end).toMillis()));
      }
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("broken off while the model was away");
    }
  }

  /** The provider has answered, though perhaps with a refusal. */
  synchronized void answered() {
    failures = 0;
    probing = false;
    if (openSince != null) {
      LOG.info(
          "The model answers again after {} s.",
          Duration.between(openSince, Instant.now()).toSeconds());
      openSince = null;
      notifyAll();
    }
  }

  /** A call failed without an answer: a time-out, a server error, no connection. */
  synchronized void failed(boolean probe, String why) {
    reason = why;
    if (openSince == null) {
      if (++failures >= limit) {
        open(why);
      }
    } else if (probe) {
      probing = false;
      pause =
          pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0
              ? LONGEST_PAUSE
              : pause.multipliedBy(2);
      nextProbe = Instant.now().plus(jittered(pause));
      notifyAll();
    } else {
      // Begun before it was known to be away: there is no point in trying just now.
      leaveAlone(jittered(firstPause).toMillis());
    }
  }

  /** The provider is away from now on, unless it was already. */
  synchronized void open(String why) {
    if (openSince == null) {
      reason = why;
      openSince = Instant.now();
      pause = firstPause;
      nextProbe = openSince.plus(jittered(pause));
      LOG.warn("The model does not answer ({}). Work waits until it does.", why);
    }
  }

  /** The provider wants to be left alone for so long; at most as long as the patience lasts. */
  synchronized void leaveAlone(long millis) {
    if (openSince != null) {
      Instant asked = Instant.now().plusMillis(Math.min(millis, patience.toMillis()));
      nextProbe = asked.isAfter(nextProbe) ? asked : nextProbe;
    }
  }

  /** A call was broken off: it says nothing of the provider. */
  synchronized void abandoned(boolean probe) {
    if (probe) {
      probing = false;
      notifyAll();
    }
  }

  /** Seconds until the provider is tried again; 0 while it is there. */
  synchronized long secondsToProbe() {
    return openSince == null
        ? 0
        : Math.max(0, Duration.between(Instant.now(), nextProbe).toSeconds() + 1);
  }

  synchronized boolean isOpen() {
    return openSince != null;
  }

  /** Whether somebody has waited for as long as documents wait for a model that is away. */
  boolean isTooLong(Instant begun) {
    return !Instant.now().isBefore(begun.plus(patience));
  }

  private static Duration jittered(Duration full) {
    return full.multipliedBy(80 + RandomGenerator.getDefault().nextInt(21)).dividedBy(100);
  }
}
