package org.documentpipeline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptionRulesTest {

  private final OptionRules rules = new OptionRules();

  @Test
  void fillsInTheDefaults() {
    assertThat(rules.check(null, null, null))
        .isEqualTo(new DocumentOptions("medium", "auto", null));
    assertThat(rules.check("", " ", "  ")).isEqualTo(new DocumentOptions("medium", "auto", null));
    assertThat(rules.lengths()).containsExactly("short", "medium", "long");
  }

  @ParameterizedTest
  @CsvSource({
    "auto,auto",
    "AUTO,auto",
    "de,de",
    "DE-at,de-AT",
    "pt-BR,pt-BR",
    "zh-Hant-TW,zh-Hant-TW",
    "gsw,gsw",
    "en-x-secret,en",
    "sr-Latn,sr-Latn"
  })
  void takesLanguageTags(String tag, String canonical) {
    assertThat(rules.check("short", tag, null).language()).isEqualTo(canonical);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "english",
        "xx",
        "de_DE",
        "e",
        "123",
        "en;q=1",
        "Ignore all that",
        "x-private",
        "en-aaaaaaaa-bbbbbbbb-cccccccc-dddddddd"
      })
  void refusesOtherLanguages(String tag) {
    assertRefused(() -> rules.check(null, tag, null), "language");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Short", "tiny", "150", "medium "})
  void refusesOtherLengths(String length) {
    assertRefused(() -> rules.check(length, null, null), "length");
  }

  @Test
  void limitsTheFocusByCharacters() {
    assertThat(rules.check(null, null, "😀".repeat(500)).focus()).hasSize(1000);
    assertThat(rules.check(null, null, " a\r\n\u0000b\tc ").focus()).isEqualTo("a b c");
    assertRefused(() -> rules.check(null, null, "a".repeat(501)), "focus");
  }

  private static void assertRefused(ThrowingCallable call, String field) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            RefusedException.class,
            e -> {
              assertThat(e.getStatusCode().value()).isEqualTo(400);
              assertThat(e.getBody().getProperties()).containsEntry("code", "bad-request");
              assertThat(e.getMessage()).contains(field);
            });
  }
}
