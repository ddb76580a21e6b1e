package org.documentpipeline.summarizing;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * The threads that are calling the model or wait to call it again, by the lease they work under: so
 * that the calls for a document can be broken off when nobody wants it any more.
 */
@Component("runningCalls")
public class RunningCalls {
  private static final long GLANCE_MILLIS = 250;

  private final ThreadLocal<String> lease = new ThreadLocal<>();
  private final Map<String, Set<Thread>> threads = new ConcurrentHashMap<>();
  private final Set<Thread> waiting = new HashSet<>();
  private boolean closed;

  /** The next call of this thread is made under this lease. */
  public void callFor(String token) {
    lease.set(token);
  }

  /**
   * Waits before a call is made again, and holds no place in the model meanwhile. Ends early when
   * another part of the round has failed.
   *
   * @param round may be null: there are no other parts
   * @throws CancellationException when broken off
   */
  public void pause(String token, long millis, Parts.Round round) {
    callFor(token);
    begin();
    waits(true);
    try {
      long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
      for (long left = millis; left > 0 && (round == null || round.isGoingOn()); ) {
        TimeUnit.MILLISECONDS.sleep(Math.min(left, GLANCE_MILLIS));
        left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      }
    } catch (InterruptedException e) {
      throw new CancellationException("broken off while it waited to ask again");
    } finally {
      waits(false);
      end();
    }
  }

  private synchronized void waits(boolean begins) {
    if (!begins) {
      waiting.remove(Thread.currentThread());
    } else if (closed) {
      Thread.currentThread().interrupt();
    } else {
      waiting.add(Thread.currentThread());
    }
  }

  /** Breaks off the calls made under a lease, also those that wait for their turn. */
  public synchronized void interrupt(String token) {
    threads.getOrDefault(token, Set.of()).forEach(Thread::interrupt);
  }

  /** From now on no call begins; those under way come to their end, those that wait do not. */
  public synchronized void close() {
    closed = true;
    waiting.forEach(Thread::interrupt);
  }

  /**
   * A call begins. Gives the lease it is made under, empty when there is none; throws
   * CancellationException when none may begin any more.
   */
  synchronized String begin() {
    if (closed) {
      throw new CancellationException("the process is about to end");
    }
    String token = lease.get();
    if (token == null) {
      return "";
    }
    threads.computeIfAbsent(token, key -> new HashSet<>()).add(Thread.currentThread());
    return token;
  }

  /** The call has ended; from now on nothing interrupts this thread, nor has it before. */
  synchronized void end() {
    String token = lease.get();
    lease.remove();
    if (token == null) {
      return;
    }
    threads.computeIfPresent(
        token,
        (key, running) -> {
          running.remove(Thread.currentThread());
          return running.isEmpty() ? null : running;
        });
    Thread.interrupted();
  }
}
