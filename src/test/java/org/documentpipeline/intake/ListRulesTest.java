package org.documentpipeline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListRulesTest {
  private final ListRules rules = new ListRules();

  @Test
  void whatIsNotGivenHasADefault() {
    assertThat(rules.status(null)).isEmpty();
    assertThat(rules.text(null)).isEmpty();
    assertThat(rules.cursor(null)).isEmpty();
    assertThat(rules.sort(null)).isEqualTo("newest");
    assertThat(rules.number("limit", null, 50, 1, 200)).isEqualTo(50);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "201", "-1", "1.5", "x", "99999999999", "1e2", " 1"})
  void numbersKeepTheirBounds(String raw) {
    assertThatThrownBy(() -> rules.number("limit", raw, 50, 1, 200))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("limit");
  }

  @Test
  void onlyCursorsOfOursAreTaken() {
    String cursor = "1763920000123456_9f1c2d3e-0000-4000-8000-123456789abc";
    assertThat(rules.cursor(cursor)).isEqualTo(cursor);
    assertThatThrownBy(() -> rules.cursor("1_x'; drop table document"))
        .isInstanceOf(RefusedException.class);
    assertThatThrownBy(() -> rules.status("done")).isInstanceOf(RefusedException.class);
  }

  @Test
  void whatCanNotBeAnIndexIsNone() {
    assertThat(rules.index("7")).isEqualTo(7);
    assertThat(rules.index("seven")).isEqualTo(-1);
    assertThat(rules.index("9999999999")).isEqualTo(-1);
    assertThat(rules.index(null)).isEqualTo(-1);
  }
}
