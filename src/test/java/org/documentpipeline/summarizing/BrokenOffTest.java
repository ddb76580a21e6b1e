package org.documentpipeline.summarizing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BrokenOffTest {

  @ParameterizedTest
  @CsvSource({
    "'It is whole. It is not','It is whole. […]'",
    "'It is whole [1]. So is this. [2, 3]','It is whole [1]. So is this. [2, 3] […]'",
    "'He said: \"Yes!\"','He said: \"Yes!\" […]'",
    "'# Title\n\nWhole.\n\n- a point\n- half a po','# Title\n\nWhole.\n\n- a point […]'",
    "'- A point. Half a','- A point. […]'",
    "'これは文です。これは','これは文です。 […]'",
    "'यह वाक्य है। यह','यह वाक्य है। […]'"
  })
  void wholeSentencesStay(String answer, String kept) {
    assertThat(BrokenOff.whole(lines(answer))).isEqualTo(lines(kept));
    assertThat(BrokenOff.is(lines(kept))).isTrue();
    assertThat(BrokenOff.is(lines(answer))).isFalse();
  }

  private static String lines(String text) {
    return text.replace("\\n", "\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "Not one that is", "# A title", "# A title\n\nNot one that is"})
  void withoutAWholeSentenceNothingStays(String answer) {
    assertThat(BrokenOff.whole(answer)).isEmpty();
  }

  @Test
  @Timeout(10)
  void aLongAnswerTakesLinearTime() {
    String endless = "The same again and again, ".repeat(20_000);
    assertThat(BrokenOff.whole("It begins. " + endless)).startsWith("It begins. ");
    assertThat(BrokenOff.whole("It begins. " + "Not. " + ")".repeat(50_000) + "a"))
        .startsWith("It begins.");
  }

  @Test
  void theWarningIsJson() throws Exception {
    assertThat(new ObjectMapper().readTree(BrokenOff.WARNING).get("code").asText())
        .isEqualTo("answer-cut");
  }
}
