package org.documentpipeline.queueing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Who may work in this process: so many documents at once, first come first served; one that may be
 * what stops workers has the whole room for itself, so that it takes no other down with it. Nobody
 * comes in while a service is away, and when the process ends.
 */
@Component("workRoom")
class WorkRoom {
  private static final Duration LONGEST_REST = Duration.ofSeconds(15);

  /** A service that was there for so long is away for the first time again. */
  private static final Duration FORGIVEN = Duration.ofMinutes(1);

  private final int size;
  private final Duration patience;
  private final Semaphore places;
  private final Clock clock;
  private volatile boolean closed;
  private Instant restsUntil = Instant.EPOCH;
  private Duration lastRest = Duration.ZERO;

  /** The places a document has in the room. */
  public static final class Place {
    private int held;

    /** False when the process is about to end: the document belongs back on the queue. */
    public boolean isGiven() {
      return held > 0;
    }
  }

  @Autowired
  WorkRoom(@Value("${pipeline.documents-at-once}") int size) {
    this(size, Duration.ofSeconds(5), Clock.systemUTC());
  }

  WorkRoom(int size, Duration patience, Clock clock) {
    this.size = size;
    this.patience = patience;
    this.places = new Semaphore(size, true);
    this.clock = clock;
  }

  /** Takes one place, waiting for it if need be. */
  public Place enter() throws InterruptedException {
    Place place = new Place();
    places.acquire();
    settle(place, 1);
    return place;
  }

  /**
   * Makes a place the whole room, when everybody else leaves within a few seconds; longer nobody is
   * kept waiting behind. Otherwise the place is given up.
   */
  public void clear(Place place) throws InterruptedException {
    leave(place);
    if (places.tryAcquire(size, patience.toMillis(), TimeUnit.MILLISECONDS)) {
      settle(place, size);
    }
  }

  /** Whether nobody works here. */
  boolean isEmpty() {
    return places.availablePermits() == size;
  }

  private void settle(Place place, int wanted) {
    if (closed) {
      places.release(wanted);
    } else {
      place.held = wanted;
    }
  }

  /** Gives the place back; once is enough, and null, when it never came to one, is fine. */
  public void leave(Place place) {
    if (place != null) {
      places.release(place.held);
      place.held = 0;
    }
  }

  /**
   * A service the work needs is away: nothing is taken for a while, 1 s at first, twice as long
   * each time, at most 15 s. Gives the seconds.
   */
  public synchronized int rest() {
    Instant now = clock.instant();
    if (now.isBefore(restsUntil)) {
      return (int) Duration.between(now, restsUntil).toSeconds() + 1;
    }
    boolean again = now.isBefore(restsUntil.plus(FORGIVEN));
    Duration rest = again ? lastRest.multipliedBy(2) : Duration.ofSeconds(1);
    lastRest = rest.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : rest;
    restsUntil = now.plus(lastRest);
    return (int) lastRest.toSeconds();
  }

  /** Whether a message may be taken off the queue now. */
  public synchronized boolean isOpen() {
    return !closed && !clock.instant().isBefore(restsUntil);
  }

  /** The process is about to end: no new work. */
  void close() {
    closed = true;
  }
}
