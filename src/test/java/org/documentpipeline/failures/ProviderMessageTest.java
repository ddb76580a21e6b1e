package org.documentpipeline.failures;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderMessageTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"error\": {\"message\": \"Too\\n long.\", \"type\": \"invalid_request_error\"}}",
        "{\"type\": \"error\", \"error\": {\"type\": \"x\", \"message\": \"Too long.\"}}",
        "[{\"error\": {\"code\": 400, \"message\": \"Too long.\"}}]",
        "{\"object\": \"error\", \"message\": \"Too long.\"}",
        "{\"error\": \"Too long.\"}",
        "{\"detail\": \"Too long.\"}",
        "Too\u0007\t long."
      })
  void findsTheWordsInWhatProvidersAnswer(String answer) {
    assertThat(ProviderMessage.of(answer)).isEqualTo("Too long.");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " "})
  void saysThatThereIsNoReason(String answer) {
    assertThat(ProviderMessage.of(answer)).isEqualTo("no reason given");
  }

  @Test
  void otherJsonStaysAndWhatIsLongIsCut() {
    assertThat(ProviderMessage.of("{\"code\": 7}")).isEqualTo("{\"code\": 7}");
    assertThat(ProviderMessage.of("x".repeat(300))).isEqualTo("x".repeat(200) + "\u2026");
  }
}
