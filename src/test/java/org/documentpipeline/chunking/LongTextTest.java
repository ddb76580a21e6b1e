package org.documentpipeline.chunking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class LongTextTest {
  private static final TokenCounter CHARACTERS = CharSequence::length;

  @Test
  void charactersStayWhole() {
    String text = "e\u0323\u0302".repeat(50) + "\uD83D\uDE00".repeat(50);
    List<String> parts = LongText.split(text, 10, CHARACTERS);
    assertThat(String.join("", parts)).isEqualTo(text);
    assertThat(parts)
        .allSatisfy(
            part ->
                assertThat(part)
                    .doesNotStartWith("\u0323")
                    .doesNotStartWith("\u0302")
                    .doesNotMatch("^\\p{Cs}.*"));
  }

  /** Each part would be looked for from one end of what may fit to the other: for minutes. */
  @Test
  @Timeout(20)
  void aTextOfNothingButMarksIsCutAsFast() {
    String text = "\u0301".repeat(20_000_000);
    List<String> parts = LongText.split(text, 2_000, CHARACTERS);
    assertThat(parts.stream().mapToInt(String::length).sum()).isEqualTo(text.length());
    assertThat(parts).hasSizeLessThan(30_000).allSatisfy(part -> assertThat(part).isNotEmpty());
    assertThat(parts.stream().mapToInt(String::length).max().orElseThrow())
        .isLessThanOrEqualTo(2_000);
  }
}
