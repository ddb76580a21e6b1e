package org.documentpipeline.summarizing;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * The threads that are calling the model, by the lease they work under: so that the calls for a
 * document can be broken off when nobody wants it any more.
 */
@Component("runningCalls")
public class RunningCalls {
  private final ThreadLocal<String> lease = new ThreadLocal<>();
  private final Map<String, Set<Thread>> threads = new ConcurrentHashMap<>();
  private boolean closed;

  /** The next call of this thread is made under this lease. */
  public void callFor(String token) {
    lease.set(token);
  }

  /** Breaks off the calls made under a lease, also those that wait for their turn. */
  public synchronized void interrupt(String token) {
    threads.getOrDefault(token, Set.of()).forEach(Thread::interrupt);
  }

  /** From now on no call begins; those under way come to their end. */
  public synchronized void close() {
    closed = true;
  }

  /** A call begins. Throws CancellationException when none may any more. */
  synchronized void begin() {
    if (closed) {
      throw new CancellationException("the process is about to end");
    }
    if (lease.get() != null) {
      threads.computeIfAbsent(lease.get(), token -> new HashSet<>()).add(Thread.currentThread());
    }
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
