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

  @Test
  void numbersAndAddressesStayWhole() {
    String text = "about 1,000 of 12:30:45 at www.example.org, ".repeat(40);
    for (int size = 50; size < 100; size++) {
      List<String> parts = LongText.split(text, size, CHARACTERS);
      assertThat(String.join("", parts)).isEqualTo(text);
      assertThat(parts).allSatisfy(part -> assertThat(part).matches("(?s).*[ ,]$"));
      assertThat(parts).noneSatisfy(part -> assertThat(part).matches("(?s).*[0-9],$"));
    }
    assertThat(LongText.split("one,two,three,four,five,six", 10, CHARACTERS).get(0))
        .isEqualTo("one,two,");
    assertThat(LongText.split("人人生而自由，在尊严和权利上一律平等", 10, CHARACTERS).get(0)).isEqualTo("人人生而自由，");
  }
}
