package org.documentpipeline.queueing;

import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Who may work in this process: so many documents at once. One that may be what stops workers has
 * the whole room for itself until it gets on, so that it takes no other down with it. Nobody comes
 * in while a service is away, and when the process ends.
 */
@Component("workRoom")
class WorkRoom {
  private final int size;
  private final Duration patience;
  private final RestPeriods rests;
  private final Set<Place> places = new HashSet<>();
  private int used;
  private boolean closed;

  /** Who waits for the whole room; nobody else comes in meanwhile. */
  private Place wanting;

  /** The places a document has in the room. */
  public static final class Place {
    private volatile int held;
    private volatile boolean sentAway;

    /** False when there was none: the document belongs back on the queue. */
    public boolean isGiven() {
      return held > 0;
    }

    /** Whether there will be none any more: the process is about to end, or all were sent away. */
    public boolean isSentAway() {
      return sentAway;
    }
  }

  @Autowired
  WorkRoom(@Value("${pipeline.documents-at-once}") int size) {
    this(size, Duration.ofSeconds(5), Clock.systemUTC());
  }

  WorkRoom(int size, Duration patience, Clock clock) {
    this.size = size;
    this.patience = patience;
    this.rests = new RestPeriods(clock);
  }

  /** Takes one place. When none is free within a few seconds, the place is not given. */
  public synchronized Place enter() throws InterruptedException {
    Place place = new Place();
    if (await(() -> wanting == null && used < size)) {
      give(place, 1);
    }
    return place;
  }

  /**
   * Makes a place the whole room, when everybody else leaves within a few seconds; longer nobody is
   * kept waiting behind. Otherwise the place is given up.
   */
  public synchronized void clear(Place place) throws InterruptedException {
    empty(place);
    withdraw(place);
  }

  /**
   * The same for one that has found no empty room for too long: when the others do not leave within
   * a few seconds, nobody else comes in until it is asked again, and so on; or until it leaves.
   */
  public synchronized void empty(Place place) throws InterruptedException {
    leave(place);
    if (await(() -> isNextAlone(place))) {
      wanting = null;
      give(place, size);
    }
    place.sentAway |= closed && !place.isGiven();
  }

  private boolean isNextAlone(Place place) {
    if (place.sentAway) {
      return false;
    }
    wanting = wanting == null ? place : wanting;
    return wanting == place && used == 0;
  }

  /** It got on, so it is not what stops workers: of the whole room it keeps one place. */
  public synchronized void share(Place place) {
    if (place != null && place.held > 1) {
      used -= place.held - 1;
      place.held = 1;
      notifyAll();
    }
  }

  /** Gives the place back; once is enough, and null, when it never came to one, is fine. */
  public synchronized void leave(Place place) {
    if (place != null) {
      used -= place.held;
      place.held = 0;
      places.remove(place);
      withdraw(place);
    }
  }

  /** Takes all places back, for nobody will come to say that he leaves. */
  synchronized void sendAllAway() {
    if (wanting != null) {
      places.add(wanting);
    }
    for (Place place : List.copyOf(places)) {
      place.sentAway = true;
      leave(place);
    }
  }

  private void withdraw(Place place) {
    wanting = wanting == place ? null : wanting;
    notifyAll();
  }

  private void give(Place place, int wanted) {
    used += wanted;
    place.held = wanted;
    places.add(place);
  }

  /** Waits a few seconds for something to become true; false when it did not, or at the end. */
  private boolean await(BooleanSupplier free) throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    while (!closed && !free.getAsBoolean()) {
      long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      if (left <= 0) {
        return false;
      }
      wait(left);
    }
    return !closed;
  }

  /** A service the work needs is away: nothing is taken for a while. Gives the seconds. */
  public int rest() {
    return rests.begin();
  }

  /** Whether a message may be looked at now: no service is away, and the process goes on. */
  synchronized boolean isOpen() {
    return !closed && rests.areOver();
  }

  /** Whether a document that comes now would find a place. */
  synchronized boolean hasPlace() {
    return wanting == null && used < size;
  }

  /** Whether nobody works here. */
  synchronized boolean isEmpty() {
    return used == 0;
  }

  /** The process is about to end: no new work. */
  synchronized void close() {
    closed = true;
    notifyAll();
  }
}
