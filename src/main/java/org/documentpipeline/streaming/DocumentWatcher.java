package org.documentpipeline.streaming;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.documentpipeline.progress.Event;

/**
 * Watches one document: a snapshot first unless a number was named, then every later event once and
 * in order.
 *
 * <p>Only two things ever send an event: news that are exactly the next one, and a page read from
 * PostgreSQL, of which what was already sent is skipped. All other news only raise {@code known}; a
 * watcher that knows of more than it has sent is behind, and asks for one read at a time. A full
 * socket asks for none until it has drained, so nothing waits in memory but the socket's own queue.
 * The close with 1000 is decided by a read alone, for only PostgreSQL knows whether a document that
 * ended was retried meanwhile.
 */
final class DocumentWatcher extends Watcher {

  /** {@link #last} as long as the snapshot is still to be sent. */
  static final int NOTHING = -1;

  /** A read asked for that long ago was lost on its way, by a reload of its route for example. */
  private static final long LOST_AFTER = TimeUnit.MINUTES.toNanos(2);

  private final String documentId;
  private int last;
  private int known;
  private boolean found;
  private boolean reading;
  private boolean readAgain;
  private int readFrom;
  private long askedAt;

  /**
   * A watcher whose first read is asked for from the beginning.
   *
   * @param after the number of the last event the client has, or {@link #NOTHING} for a snapshot
   */
  DocumentWatcher(String key, String documentId, int after, Socket socket) {
    super(key, socket);
    this.documentId = documentId;
    this.last = after;
    startReading();
  }

  String documentId() {
    return documentId;
  }

  /**
   * The number up to which PostgreSQL need not be asked; {@link #NOTHING} before the first read.
   */
  synchronized int position() {
    return found ? last : NOTHING;
  }

  @Override
  synchronized boolean hear(Event event) {
    if (ended()) {
      return false;
    }
    known = Math.max(known, event.seq());
    if (found && event.seq() == last + 1 && !isFull()) {
      send(event.text());
      last = event.seq();
    }
    return (known > last || event.endsAttempt()) && ask();
  }

  /**
   * Takes the answer to the question for the last event of all watched documents.
   *
   * @return whether a read has to be made for this watcher
   */
  synchronized boolean compare(int lastSeq, boolean terminal) {
    known = Math.max(known, lastSeq);
    reading &= System.nanoTime() - askedAt < LOST_AFTER;
    return !ended() && (!found || lastSeq > last || terminal) && ask();
  }

  /** As {@link #drained()}; gives whether a read has to be made now that there is room. */
  synchronized boolean askWhenDrained() {
    drained();
    return !ended() && (known > last || !found || readAgain) && ask();
  }

  private boolean ask() {
    boolean free = !reading && !isFull();
    if (free) {
      startReading();
    } else {
      readAgain = true;
    }
    return free;
  }

  private void startReading() {
    reading = true;
    askedAt = System.nanoTime();
  }

  /**
   * Begins the read that was asked for.
   *
   * @return the number after which to read, {@link #NOTHING} for the snapshot; null when there is
   *     no need or no room
   */
  synchronized Integer beginRead() {
    if (ended() || isFull()) {
      reading = false;
      readAgain = !ended();
      return null;
    }
    readAgain = false;
    readFrom = last;
    return last;
  }

  /**
   * Sends the snapshot, unless one was sent.
   *
   * @return whether to read on
   */
  synchronized boolean snapshot(int lastSeq, boolean terminal, String text) {
    if (last == NOTHING && !ended()) {
      send(text);
      last = lastSeq;
    }
    return readDone(lastSeq, terminal);
  }

  /**
   * Sends what is new of a page of stored events, as far as there is room.
   *
   * @param lastSeq the document's last event at the time of the read
   * @param terminal whether the document had ended at that time
   * @return whether to read on
   */
  synchronized boolean page(int lastSeq, boolean terminal, List<StoredEvent> events) {
    for (StoredEvent event : events) {
      if (event.seq() == last + 1 && !ended() && !isFull()) {
        send(event.text());
        last = event.seq();
      }
    }
    return readDone(lastSeq, terminal);
  }

  private boolean readDone(int lastSeq, boolean terminal) {
    found = true;
    known = Math.max(known, lastSeq);
    if (terminal && known == lastSeq && last >= lastSeq) {
      end(CloseCode.DONE);
    }
    // Without progress the next look at all documents decides: news may tell of events that
    // PostgreSQL does not have.
    boolean readOn = readAgain || (known > last && last > readFrom);
    reading = false;
    readAgain = readOn;
    return readOn && !ended() && ask();
  }

  /** The read found no document: it never was, or it is gone. */
  synchronized void missing() {
    reading = false;
    end(found ? CloseCode.DELETED : CloseCode.UNKNOWN_DOCUMENT);
  }

  /** The read could not be made; the next look at all documents asks again. */
  synchronized void readFailed() {
    reading = false;
    readAgain = true;
  }

  /** A row of the event table: its number and its JSON. */
  record StoredEvent(int seq, String text) {}
}
