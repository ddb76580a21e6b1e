package org.documentpipeline.summarizing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FairPermitsTest {
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<String> given = new CopyOnWriteArrayList<>();

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  @Test
  void whoeverAskedOftenWaitsForThoseWhoAskedOnce() throws Exception {
    FairPermits permits = new FairPermits(1);
    permits.acquire("book");
    for (String who : List.of("book", "book", "book", "letter", "report", "report")) {
      ask(permits, who);
    }
    for (int i = 1; i <= 6; i++) {
      int so = i;
      permits.release();
      await().until(() -> given.size() == so);
    }
    assertThat(given).containsExactly("book", "letter", "report", "book", "report", "book");
  }

  @Test
  void whoGivesUpHoldsUpNobody() throws Exception {
    FairPermits permits = new FairPermits(1);
    permits.acquire("book");
    Thread impatient = ask(permits, "impatient");
    ask(permits, "letter");
    impatient.interrupt();
    impatient.join(5_000);
    permits.release();
    await().until(() -> given.equals(List.of("letter")));
    permits.release();
    permits.acquire("book");
  }

  @Test
  void noPermitIsLostOrMadeUpWhoeverGivesUpWhen() throws Exception {
    FairPermits permits = new FairPermits(3);
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    Random random = new Random(7);
    CountDownLatch done = new CountDownLatch(400);
    for (int i = 0; i < 400; i++) {
      int who = random.nextInt(5);
      Thread thread =
          new Thread(
              () -> {
                try {
                  permits.acquire(who);
                  most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                  Thread.onSpinWait();
                  inside.decrementAndGet();
                  permits.release();
                } catch (InterruptedException e) {
                  // It gave up.
                } finally {
                  done.countDown();
                }
              });
      thread.start();
      if (random.nextInt(3) == 0) {
        thread.interrupt();
      }
    }
    assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
    assertThat(most.get()).isBetween(1, 3);
    for (int i = 0; i < 3; i++) {
      permits.acquire("all are free");
    }
    Thread fourth = ask(permits, "a fourth");
    await().until(() -> fourth.getState() == Thread.State.WAITING);
  }

  private Thread ask(FairPermits permits, String who) {
    Thread thread =
        new Thread(
            () -> {
              try {
                permits.acquire(who);
                given.add(who);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    thread.setDaemon(true);
    thread.start();
    await().until(() -> thread.getState() == Thread.State.WAITING);
    return thread;
  }
}
