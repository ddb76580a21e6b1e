package org.documentpipeline.summarizing;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;

/**
 * So many permits, given in turn to those who wait for them and not to the one who asked most often
 * (round-robin, J. Nagle, RFC 970, 1985): a letter waits for one call of a book, not for all that
 * the book has asked for. Constant time.
 */
final class FairPermits {
  private final Map<Object, Queue<CountDownLatch>> waiting = new LinkedHashMap<>();
  private int free;

  FairPermits(int permits) {
    free = permits;
  }

  /**
   * Takes a permit for somebody, waiting for it if need be.
   *
   * @param who equal objects share one turn
   */
  void acquire(Object who) throws InterruptedException {
    CountDownLatch turn = new CountDownLatch(1);
    synchronized (this) {
      if (free > 0) {
        free--;
        return;
      }
      waiting.computeIfAbsent(who, key -> new ArrayDeque<>()).add(turn);
    }
    try {
      turn.await();
    } catch (InterruptedException e) {
      giveUp(who, turn);
      throw e;
    }
  }

  private synchronized void giveUp(Object who, CountDownLatch turn) {
    Queue<CountDownLatch> others = waiting.get(who);
    if (others == null || !others.remove(turn)) {
      release(); // its turn came at the same moment
    } else if (others.isEmpty()) {
      waiting.remove(who);
    }
  }

  /** Gives a permit back: to whoever's turn it is. */
  synchronized void release() {
    Iterator<Map.Entry<Object, Queue<CountDownLatch>>> turns = waiting.entrySet().iterator();
    if (!turns.hasNext()) {
      free++;
      return;
    }
    Map.Entry<Object, Queue<CountDownLatch>> next = turns.next();
    Object who = next.getKey();
    Queue<CountDownLatch> calls = next.getValue();
    turns.remove();
    CountDownLatch turn = calls.remove();
    if (!calls.isEmpty()) {
      waiting.put(who, calls); // behind all others
    }
    turn.countDown();
  }
}
