package org.documentpipeline.queueing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class TakeWhenReadyTest {
  private final WorkRoom room = new WorkRoom(1);
  private boolean modelAnswers = true;
  private final TakeWhenReady take = new TakeWhenReady(room, others());
  private final LookWhenOpen look = new LookWhenOpen(room, others());

  private ObjectProvider<Readiness> others() {
    StaticListableBeanFactory beans = new StaticListableBeanFactory();
    beans.addBean("model", (Readiness) () -> modelAnswers);
    return beans.getBeanProvider(Readiness.class);
  }

  @Test
  void messagesAreTakenWhileNothingSpeaksAgainstIt() {
    assertThat(take.begin(null, null)).isTrue();
  }

  @Test
  void noneIsTakenWhileTheModelIsAway() {
    modelAnswers = false;
    assertThat(take.begin(null, null)).isFalse();
  }

  @Test
  void noneIsTakenWhileAServiceIsAway() {
    room.rest();
    assertThat(take.begin(null, null)).isFalse();
  }

  @Test
  void noneIsTakenWithoutAPlaceForItButDeadLettersAreLookedAt() throws Exception {
    var place = room.enter();
    assertThat(take.begin(null, null)).isFalse();
    assertThat(look.begin(null, null)).isTrue();
    room.leave(place);
    assertThat(take.begin(null, null)).isTrue();
  }

  @Test
  void noneIsTakenAtTheEnd() {
    room.close();
    assertThat(look.begin(null, null)).isFalse();
    assertThat(take.begin(null, null)).isFalse();
  }
}
