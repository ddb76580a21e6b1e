package org.documentpipeline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyKeysTest {
  private final IdempotencyKeys keys = new IdempotencyKeys();

  @Test
  void noneIsEmptyAndAKeyIsItself() {
    assertThat(keys.check(null)).isEmpty();
    assertThat(keys.check("order 66")).isEqualTo("order 66");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a\u0000b", "clé"})
  void oddKeysAreRefused(String key) {
    assertThatThrownBy(() -> keys.check(key)).isInstanceOf(RefusedException.class);
    assertThatThrownBy(() -> keys.check("k".repeat(256))).isInstanceOf(RefusedException.class);
  }
}
