package org.documentpipeline.queueing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class TakeWhenReadyTest {
  private final WorkRoom room = new WorkRoom(1);
  private boolean modelAnswers = true;
  private final TakeWhenReady take = take();

  private TakeWhenReady take() {
    StaticListableBeanFactory beans = new StaticListableBeanFactory();
    beans.addBean("model", (Readiness) () -> modelAnswers);
    return new TakeWhenReady(room, beans.getBeanProvider(Readiness.class));
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
  void noneIsTakenAtTheEnd() {
    room.close();
    assertThat(take.begin(null, null)).isFalse();
  }
}
