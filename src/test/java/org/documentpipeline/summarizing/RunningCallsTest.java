package org.documentpipeline.summarizing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class RunningCallsTest {
  private static final long AN_HOUR = Duration.ofHours(1).toMillis();

  private final RunningCalls calls = new RunningCalls();
  private final Parts parts = new Parts(2);

  @Test
  void aWaitThatNobodyWantsAnyMoreIsBrokenOff() throws Exception {
    CompletableFuture<Void> lost = pause("lost", null);
    CompletableFuture<Void> held = pause("held", null);
    while (!lost.isDone()) {
      calls.interrupt("lost");
      Thread.onSpinWait();
    }
    assertThatThrownBy(lost::get).hasRootCauseInstanceOf(CancellationException.class);
    assertThat(held).isNotDone();
  }

  @Test
  void atTheEndOfTheProcessNobodyWaits() {
    CompletableFuture<Void> waiting = pause("token", null);
    calls.close();
    assertThatThrownBy(waiting::get).hasRootCauseInstanceOf(CancellationException.class);
    assertThatThrownBy(() -> calls.pause("late", AN_HOUR, null))
        .isInstanceOf(CancellationException.class);
  }

  @Test
  void whenAnotherPartHasFailedTheWaitIsOver() throws Exception {
    Parts.Round round = parts.begin();
    CompletableFuture<Void> waiting = pause("token", round);
    parts.fail(new IllegalStateException("401"), round);
    waiting.get();
  }

  @Test
  void anInterruptionDoesNotOutliveTheWait() throws Exception {
    CompletableFuture<Boolean> flag =
        CompletableFuture.supplyAsync(
            () -> {
              Thread.currentThread().interrupt();
              assertThatThrownBy(() -> calls.pause("token", AN_HOUR, null))
                  .isInstanceOf(CancellationException.class);
              return Thread.currentThread().isInterrupted();
            });
    assertThat(flag.get()).isFalse();
  }

  private CompletableFuture<Void> pause(String token, Parts.Round round) {
    CountDownLatch begun = new CountDownLatch(1);
    CompletableFuture<Void> pause =
        CompletableFuture.runAsync(
            () -> {
              begun.countDown();
              calls.pause(token, AN_HOUR, round);
            },
            task -> new Thread(task).start());
    try {
      begun.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return pause;
  }
}
