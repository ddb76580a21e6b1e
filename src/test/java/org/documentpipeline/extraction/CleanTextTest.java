package org.documentpipeline.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class CleanTextTest {

  @Test
  void controlCharactersThatAreWhiteSpaceBecomeASpace() {
    assertThat(CleanText.of("one\u0085two\u000Bthree\ffour\rfive\u001Fsix"))
        .isEqualTo("one two three four five six");
    assertThat(CleanText.of("one\u0000 t\u0007w\u0090o")).isEqualTo("one two");
  }

  @Test
  void marksAreComposedAsEver() {
    assertThat(CleanText.of("e\u0323\u0302 " + "a\u0300")).isEqualTo("\u1EC7 \u00E0");
    String thirty = "a" + "\u0316".repeat(30);
    assertThat(CleanText.of(thirty)).isEqualTo(thirty);
    assertThat(CleanText.of(thirty + "\u0316")).isEqualTo(thirty + "\u034F\u0316");
  }

  /** Sorted one by one, so many marks on one letter would take minutes. */
  @Test
  @Timeout(20)
  void aHeapOfMarksTakesNoLonger() {
    String heap = CleanText.of("a" + "\u0301\u0316".repeat(400_000));
    assertThat(heap).hasSizeBetween(800_000, 900_000);
  }
}
