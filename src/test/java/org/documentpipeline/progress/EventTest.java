package org.documentpipeline.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventTest {

  @Test
  void readsWhatDecidesAndKeepsTheText() {
    String text =
        """
        {"documentId":"d","data":{"seq":99,"type":"x","documentId":"y"},"seq" : 12,"attempt":1,"type":"completed"}""";
    Event event = Event.parse(text);
    assertThat(event).isEqualTo(new Event("d", 12, "completed", text));
    assertThat(event.endsAttempt()).isTrue();
    assertThat(event.isDeletion()).isFalse();
  }

  @Test
  void aDeletionHasNoNumber() {
    Event event = Event.parse("{\"type\":\"deleted\",\"documentId\":\"d\"}");
    assertThat(event.seq()).isZero();
    assertThat(event.isDeletion()).isTrue();
    assertThat(event.endsAttempt()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no",
        "[]",
        "3",
        "{",
        "{}",
        "{\"type\":\"x\"}",
        "{\"documentId\":\"d\"}",
        "{\"documentId\":\"d\",\"type\":\"x\",\"seq\":\"many\"}",
        "{\"documentId\":\"d\",\"type\":\"x\",\"seq\":99999999999}",
        "{\"documentId\":null,\"type\":\"x\"}"
      })
  void anythingElseIsRefused(String text) {
    assertThatThrownBy(() -> Event.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
