package org.documentpipeline.queueing;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;

/**
 * Threads that extract text, one a document. One that takes too long is interrupted, and counts as
 * stuck until it ends; there are some more than documents at once, so that others go on. When none
 * is left, a document is refused with a RejectedExecutionException, and belongs back on the queue.
 */
@Component("extraction")
class ExtractionThreads extends ThreadPoolExecutor implements DisposableBean {
  private static final int THREADS_PER_DOCUMENT = 4;

  private final int documents;
  private final Map<String, Thread> atWork = new HashMap<>();
  private final Set<Thread> stuck = new HashSet<>();

  ExtractionThreads(@Value("${pipeline.documents-at-once}") int documents) {
    super(
        documents,
        THREADS_PER_DOCUMENT * documents,
        1,
        TimeUnit.MINUTES,
        new SynchronousQueue<>(),
        factory());
    this.documents = documents;
  }

  /** A stuck one must not keep the process from ending. */
  private static CustomizableThreadFactory factory() {
    CustomizableThreadFactory threads = new CustomizableThreadFactory("extraction-");
    threads.setDaemon(true);
    return threads;
  }

  /** The calling thread extracts the document with this lease. */
  public void begin(String token) {
    synchronized (atWork) {
      atWork.put(token, Thread.currentThread());
    }
  }

  /** Interrupts whoever extracts the document with this lease, if he has not come to an end. */
  public void giveUp(String token) {
    synchronized (atWork) {
      Thread thread = atWork.remove(token);
      if (thread != null) {
        stuck.add(thread);
        thread.interrupt();
      }
    }
  }

  /** The leases of the documents that are being extracted, separated by commas. */
  public String tokens() {
    synchronized (atWork) {
      return String.join(",", atWork.keySet());
    }
  }

  /** How many were given up and have not stopped. */
  int stuck() {
    synchronized (atWork) {
      return stuck.size();
    }
  }

  /** Whether so many are stuck that documents are refused although there is room for them. */
  boolean areUsedUp() {
    return stuck() > getMaximumPoolSize() - documents;
  }

  @Override
  protected void afterExecute(Runnable task, Throwable failure) {
    synchronized (atWork) {
      atWork.values().remove(Thread.currentThread());
      stuck.remove(Thread.currentThread());
    }
  }

  @Override
  public void destroy() {
    shutdownNow();
  }
}
