package org.documentpipeline.queueing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.documentpipeline.queueing.WorkRoom.Place;
import org.junit.jupiter.api.Test;

class WorkRoomTest {
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
  private final WorkRoom room = new WorkRoom(2, Duration.ofMillis(300), new TestClock());

  @Test
  void whenAllAreSentAwayTheRoomIsEmptyWhetherTheyComeToLeaveItOrNot() throws Exception {
    Place first = room.enter();
    Place second = room.enter();
    CompletableFuture<Void> alone = async(() -> room.empty(second));
    await().until(() -> !second.isGiven());
    room.sendAllAway();
    assertThat(first.isGiven()).isFalse();
    assertThat(first.isSentAway()).isTrue();
    assertThat(room.enter().isGiven() && room.enter().isGiven()).as("both places").isTrue();
    alone.join();
    assertThat(second.isSentAway()).isTrue();
    room.leave(first);
    room.leave(second);
    assertThat(room.enter().isGiven()).as("a third").isFalse();
  }

  @Test
  void oneThatWantsTheRoomForItselfWaitsForTheOthersAndKeepsNewOnesOut() throws Exception {
    Place first = room.enter();
    Place suspect = room.enter();
    CompletableFuture<Void> alone = async(() -> room.clear(suspect));
    await().until(() -> !suspect.isGiven());
    CompletableFuture<Void> next = async(() -> room.leave(room.enter()));
    assertThat(alone).isNotDone();
    room.leave(first);
    alone.join();
    assertThat(suspect.isGiven()).isTrue();
    assertThat(next).isNotDone();
    room.leave(suspect);
    room.leave(suspect);
    next.join();
    assertThat(room.enter().isGiven() && room.enter().isGiven()).as("both places").isTrue();
  }

  @Test
  void twoThatBothWantItForThemselvesComeOneAfterTheOther() throws Exception {
    Place one = room.enter();
    Place two = room.enter();
    CompletableFuture<Void> clearOne = async(() -> room.clear(one));
    CompletableFuture<Void> clearTwo = async(() -> room.clear(two));
    await().until(() -> clearOne.isDone() || clearTwo.isDone());
    room.leave(clearOne.isDone() ? one : two);
    CompletableFuture.allOf(clearOne, clearTwo).join();
  }

  @Test
  void nobodyIsKeptWaitingForLongBehindOneThatWantsTheRoomForItself() throws Exception {
    Place book = room.enter();
    Place suspect = room.enter();
    room.clear(suspect);
    assertThat(suspect.isGiven()).isFalse();
    Place letter = room.enter();
    assertThat(letter.isGiven()).isTrue();
    assertThat(room.isEmpty()).isFalse();
    room.leave(letter);
    room.leave(book);
    room.leave(suspect);
    assertThat(room.isEmpty()).isTrue();
  }

  @Test
  void oneThatWaitedTooLongEmptiesTheRoomHoweverLongTheOthersStay() throws Exception {
    Place book = room.enter();
    Place suspect = room.enter();
    for (int i = 0; i < 3; i++) {
      room.empty(suspect);
      assertThat(suspect.isGiven()).isFalse();
      assertThat(suspect.isSentAway()).isFalse();
      assertThat(room.hasPlace()).as("a place for others while it waits").isFalse();
    }
    assertThat(room.enter().isGiven()).isFalse();
    room.leave(book);
    room.empty(suspect);
    assertThat(suspect.isGiven()).isTrue();
    room.leave(suspect);
    assertThat(room.hasPlace()).isTrue();
  }

  @Test
  void oneThatWaitsNoLongerLetsTheOthersIn() throws Exception {
    Place book = room.enter();
    Place suspect = room.enter();
    room.empty(suspect);
    room.leave(suspect);
    assertThat(room.enter().isGiven()).isTrue();
    room.leave(book);
  }

  @Test
  void whoGetsOnKeepsOnePlaceOfTheWholeRoom() throws Exception {
    Place suspect = room.enter();
    room.clear(suspect);
    assertThat(room.hasPlace()).isFalse();
    room.share(suspect);
    room.share(suspect);
    room.share(null);
    Place letter = room.enter();
    assertThat(letter.isGiven()).isTrue();
    assertThat(room.hasPlace()).isFalse();
    room.share(letter);
    room.leave(suspect);
    room.leave(letter);
    assertThat(room.isEmpty()).isTrue();
  }

  @Test
  void whoFindsNoPlaceIsNotKeptWaitingForLong() throws Exception {
    Place suspect = room.enter();
    room.clear(suspect);
    assertThat(room.enter().isGiven()).isFalse();
    room.leave(suspect);
  }

  @Test
  void whoWaitsForAnEmptyRoomIsSentAwayAtTheEnd() throws Exception {
    room.enter();
    Place suspect = room.enter();
    room.close();
    room.empty(suspect);
    assertThat(suspect.isGiven()).isFalse();
    assertThat(suspect.isSentAway()).isTrue();
  }

  @Test
  void nobodyComesInAtTheEndNotEvenWhoWaited() throws Exception {
    Place one = room.enter();
    Place two = room.enter();
    CompletableFuture<Place> late = CompletableFuture.supplyAsync(this::entered);
    room.close();
    room.leave(one);
    assertThat(late.join().isGiven()).isFalse();
    assertThat(room.isOpen()).isFalse();
    room.leave(two);
    assertThat(room.enter().isGiven()).isFalse();
    room.leave(null);
  }

  @Test
  void restsGrowWhileAServiceStaysAway() {
    assertThat(room.isOpen()).isTrue();
    assertThat(room.rest()).isEqualTo(1);
    assertThat(room.isOpen()).isFalse();
    assertThat(room.rest()).as("the same outage, seen by another document").isEqualTo(2);
    for (int seconds : new int[] {2, 4, 8, 15, 15}) {
      pass(Duration.ofSeconds(15));
      assertThat(room.isOpen()).isTrue();
      assertThat(room.rest()).isEqualTo(seconds);
    }
    pass(Duration.ofMinutes(2));
    assertThat(room.rest()).as("long forgiven").isEqualTo(1);
  }

  private Place entered() {
    try {
      return room.enter();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private interface Step {
    void run() throws Exception;
  }

  private static CompletableFuture<Void> async(Step step) {
    return CompletableFuture.runAsync(
        () -> {
          try {
            step.run();
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private void pass(Duration time) {
    now.updateAndGet(instant -> instant.plus(time));
  }

  private final class TestClock extends Clock {
    @Override
    public ZoneOffset getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(java.time.ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now.get();
    }
  }
}
