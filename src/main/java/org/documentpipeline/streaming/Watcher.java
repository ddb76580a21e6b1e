package org.documentpipeline.streaming;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.documentpipeline.progress.Event;

/**
 * One open socket and what it still has to be told. All state is guarded by the watcher itself;
 * nothing in here waits, so the lock is held for as long as it takes to hand a page of text to the
 * socket.
 */
abstract class Watcher {

  private static final String PING = "{\"type\":\"ping\"}";

  private final String key;
  private final Socket socket;
  private long sentAt;
  private long fullSince;
  private boolean full;
  private CompletionStage<Void> ending;

  Watcher(String key, Socket socket) {
    this.key = key;
    this.socket = socket;
    this.sentAt = System.nanoTime();
  }

  /** The connection's key: what routes pass around instead of the watcher. */
  final String key() {
    return key;
  }

  /**
   * Takes news as they come, in any order, possibly twice.
   *
   * @return whether this watcher has fallen behind and PostgreSQL has to be read for it
   */
  abstract boolean hear(Event event);

  /**
   * Closes the socket; only the first code given counts. The stage ends when the closing frame has
   * left.
   */
  final synchronized CompletionStage<Void> end(CloseCode code) {
    if (ending == null) {
      ending = socket.closed() ? CompletableFuture.completedFuture(null) : socket.close(code);
    }
    return ending;
  }

  /** Notes that the reader has taken what was waiting for it. */
  synchronized void drained() {
    full = false;
  }

  /**
   * Sends a ping when nothing was sent for a while, and closes the socket of a reader that takes
   * nothing for too long.
   *
   * @param now {@link System#nanoTime()}
   * @param pingNanos silence after which a ping is due
   * @param slowNanos how long the socket may stay full
   */
  final synchronized void tend(long now, long pingNanos, long slowNanos) {
    if (ended()) {
      return;
    }
    if (!socket.full()) {
      full = false;
      if (now - sentAt >= pingNanos) {
        send(PING);
      }
    } else if (!full) {
      full = true;
      fullSince = now;
    } else if (now - fullSince >= slowNanos) {
      end(CloseCode.TOO_SLOW);
    }
  }

  /** Whether the socket takes nothing any more, by our doing or by the other side's. */
  final synchronized boolean ended() {
    return ending != null || socket.closed();
  }

  /** To be called with the watcher's lock held. */
  final boolean isFull() {
    return socket.full();
  }

  /** To be called with the watcher's lock held. */
  final void send(String text) {
    socket.send(text);
    sentAt = System.nanoTime();
  }
}
