package org.documentpipeline.summarizing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.health.SimpleStatusAggregator;
import org.springframework.boot.actuate.health.Status;

class ModelCircuitTest {
  // The pauses of a second instead of five: nothing else is different.
  private final ModelCircuit circuit =
      new ModelCircuit(3, Duration.ofMinutes(1), Duration.ofSeconds(1));

  @Test
  void someFailuresInARowAreAnOutageAndAnAnswerBetweenThemIsNot() {
    circuit.failed(false, "timeout");
    circuit.failed(false, "timeout");
    circuit.answered();
    circuit.failed(false, "timeout");
    circuit.failed(false, "timeout");
    assertThat(circuit.outage()).isNull();
    assertThat(circuit.mayTake()).isTrue();
    circuit.failed(false, "connection");
    assertThat(circuit.outage().reason()).isEqualTo("connection");
    assertThat(circuit.secondsToProbe()).isBetween(1L, 2L);
    assertThat(circuit.mayTake()).as("no new document").isFalse();
  }

  @Test
  void duringAnOutageOneTriesAndAllGoOnWhenItIsAnswered() {
    open();
    CompletableFuture<Boolean> one = CompletableFuture.supplyAsync(circuit::await);
    CompletableFuture<Boolean> two = CompletableFuture.supplyAsync(circuit::await);
    await().atMost(Duration.ofSeconds(10)).until(() -> one.isDone() || two.isDone());
    CompletableFuture<Boolean> probe = one.isDone() ? one : two;
    CompletableFuture<Boolean> other = one.isDone() ? two : one;
    assertThat(probe.join()).isTrue();
    assertThat(other).isNotDone();
    assertThat(circuit.mayTake()).isFalse();
    circuit.answered();
    assertThat(other.join()).isFalse();
    assertThat(circuit.outage()).isNull();
  }

  @Test
  void aTryThatFailsMakesThePauseLongerAndFreesThePlaceForTheNext() {
    open();
    assertThat(circuit.await()).isTrue();
    circuit.failed(true, "server-error");
    assertThat(circuit.secondsToProbe()).isBetween(2L, 3L);
    assertThat(circuit.outage().reason()).isEqualTo("server-error");
  }

  @Test
  void aTryThatIsBrokenOffLeavesItToTheNextOne() {
    open();
    assertThat(circuit.await()).isTrue();
    circuit.abandoned(true);
    assertThat(circuit.await()).isTrue();
  }

  @Test
  void aWorkerWithNothingToDoMayTakeADocumentToTryWith() {
    open();
    assertThat(circuit.mayTake()).isFalse();
    await().atMost(Duration.ofSeconds(10)).until(circuit::mayTake);
    assertThat(circuit.await()).isTrue();
    assertThat(circuit.mayTake()).as("one is enough").isFalse();
  }

  @Test
  void patienceEnds() {
    ModelCircuit impatient = new ModelCircuit(1, 0);
    impatient.failed(false, "timeout");
    await()
        .untilAsserted(
            () ->
                assertThatThrownBy(impatient::await)
                    .isInstanceOfSatisfying(
                        ModelUnavailableException.class,
                        e -> assertThat(e.code()).isEqualTo("llm-unavailable")));
  }

  @Test
  void anOutageThatLastedLongerThanThePatienceIsTriedAllTheSame() {
    ModelCircuit circuit = new ModelCircuit(1, Duration.ofMillis(50), Duration.ofMillis(200));
    circuit.failed(false, "timeout");
    await().until(circuit::mayTake);
    assertThat(circuit.await()).as("the next call tries").isTrue();
    circuit.answered();
    assertThat(circuit.await()).isFalse();
  }

  @Test
  void whenNobodyHasAskedSinceItWasTimeToNothingIsSaid() {
    open();
    circuit.arrive();
    await()
        .during(Duration.ofMillis(1500))
        .atMost(Duration.ofSeconds(5))
        .until(() -> circuit.outage() != null && !circuit.mayTake());
    circuit.depart();
    assertThat(circuit.outage()).as("the one who would have tried is gone").isNull();
    assertThat(circuit.mayTake()).isTrue();
    assertThat(circuit.await()).isTrue();
    assertThat(circuit.outage()).as("it is tried").isNotNull();
  }

  @Test
  void aLateFailureOfACallBegunBeforePutsOffTheNextTry() {
    open();
    await().until(circuit::mayTake);
    circuit.failed(false, "timeout");
    assertThat(circuit.mayTake()).isFalse();
  }

  @Test
  void whoeverWaitsCanBeBrokenOff() {
    open();
    AtomicReference<Thread> thread = new AtomicReference<>();
    CompletableFuture<Boolean> waiting =
        CompletableFuture.supplyAsync(
            () -> {
              thread.set(Thread.currentThread());
              return circuit.await();
            });
    await()
        .until(() -> thread.get() != null && thread.get().getState() == Thread.State.TIMED_WAITING);
    thread.get().interrupt();
    assertThatThrownBy(waiting::join)
        .isInstanceOf(CompletionException.class)
        .hasCauseInstanceOf(CancellationException.class);
  }

  @Test
  void healthTellsOfItWithoutMakingTheProcessIll() {
    ModelHealth health = new ModelHealth(circuit);
    assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    open();
    assertThat(health.health().getStatus().getCode()).isEqualTo("WAITING");
    assertThat(health.health().getDetails()).containsKeys("since", "nextTry", "reason");
    assertThat(
            new SimpleStatusAggregator().getAggregateStatus(Status.UP, health.health().getStatus()))
        .isEqualTo(Status.UP);
  }

  private void open() {
    for (int i = 0; i < 3; i++) {
      circuit.failed(false, "timeout");
    }
  }
}
