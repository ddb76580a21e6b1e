package org.documentpipeline.queueing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.health.Status;

class ExtractionThreadsTest {
  private final ExtractionThreads threads = new ExtractionThreads(1);
  private final ExtractionHealth health = new ExtractionHealth(threads);
  private final CountDownLatch end = new CountDownLatch(1);

  @AfterEach
  void stop() {
    end.countDown();
    threads.destroy();
  }

  @Test
  void oneThatTakesTooLongIsInterruptedAndItsThreadIsFreeAgain() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    Future<?> slow =
        threads.submit(
            () -> {
              threads.begin("slow");
              begun.countDown();
              end.await();
              return null;
            });
    begun.await();
    threads.giveUp("another");
    assertThat(slow).isNotDone();
    threads.giveUp("slow");
    assertThatThrownBy(slow::get).hasCauseInstanceOf(InterruptedException.class);
    await().until(() -> threads.stuck() == 0);
  }

  @Test
  void whoHasEndedIsNotInterruptedInHisNextWork() throws Exception {
    threads.submit(() -> threads.begin("first")).get();
    await().until(() -> threads.getActiveCount() == 0);
    threads.giveUp("first");
    assertThat(threads.stuck()).isZero();
    assertThat(threads.submit(Thread::interrupted).get()).isFalse();
  }

  @Test
  void thoseThatDoNotStopAreShownAndMakeItIllOnlyWhenNoneIsLeft() {
    for (int i = 1; i <= 4; i++) {
      assertThat(health.health().getStatus()).isEqualTo(Status.UP);
      getStuck("document-" + i);
      assertThat(health.health().getDetails()).containsEntry("stuckThreads", i);
    }
    assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
    assertThatThrownBy(() -> threads.submit(() -> {}))
        .isInstanceOf(RejectedExecutionException.class);
    end.countDown();
    await().until(() -> health.health().getStatus().equals(Status.UP));
    assertThat(health.health().getDetails()).containsEntry("stuckThreads", 0);
  }

  private void getStuck(String token) {
    CountDownLatch begun = new CountDownLatch(1);
    threads.execute(
        () -> {
          threads.begin(token);
          begun.countDown();
          while (end.getCount() > 0) {
            Thread.onSpinWait();
          }
        });
    await().until(() -> begun.getCount() == 0);
    threads.giveUp(token);
  }
}
