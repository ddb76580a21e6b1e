package org.documentpipeline.summarizing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UntrustedTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Plain text, \"quoted\"; 3 < 4 > 2.\n\tAnd <b>this</b> << that.",
        "Stra\u00dfe, \u0441\u043b\u043e\u0432\u043e, \u4eba\u4eba\u751f\u800c\u81ea\u7531\u3002, \uc0ac\ub78c",
        "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645", // Persian with a joiner between its
        // letters
        "\u0915\u094d\u200d\u0937", // Devanagari, too
        "e\u0301 \ud83d\ude00 \u0e2a\u0e27\u0e31\u0e2a\u0e14\u0e35 \u0600"
      })
  void whatAReaderSeesStays(String text) {
    assertThat(UntrustedText.clean(text)).isEqualTo(text);
  }

  @Test
  void whatAReaderDoesNotSeeGoes() {
    assertThat(
            UntrustedText.clean(
                "a\u200bb\u200cc\u200dd\u2060e\ufefff\u00adg\u034fh\u061ci\u202ej\u2069k\u180el"))
        .isEqualTo("abcdefghijkl");
    assertThat(
            UntrustedText.clean(
                "a"
                    + new String(Character.toChars(0xE0041))
                    + new String(Character.toChars(0xE0101))
                    + "\ufe0fb\u3164c\u115fd"))
        .isEqualTo("abcd");
    assertThat(UntrustedText.clean("a\u0000\u0008\u001b[31mb\u0085c\r\nd\re\u2028f\u2029g\fh"))
        .isEqualTo("a[31mb\nc\nd\ne\nf\ng\nh");
    assertThat(UntrustedText.clean("a\ud800b")).isEqualTo("a\ufffdb");
    assertThat(UntrustedText.clean(null)).isEmpty();
  }

  @Test
  void joinersBetweenLatinLettersAndInRunsGo() {
    assertThat(UntrustedText.clean("ab\u200c\u200d\u200ccd")).isEqualTo("abcd");
    assertThat(UntrustedText.clean("\u0645\u200c\u200c\u200c\u0645"))
        .isEqualTo("\u0645\u200c\u0645");
  }

  @Test
  void marksAndControlWordsAreDefused() {
    assertThat(UntrustedText.clean("<<<A>>> <<<<B <\u200b<< <|eot|> \ufe64\ufe64\ufe64"))
        .doesNotContain("<<<", ">>>", "<|", "|>", "\ufe64\ufe64\ufe64")
        .contains("\u2039\u2039\u2039A\u203a\u203a\u203a");
  }

  @Test
  void lineIsOneLineOfBoundedLength() {
    assertThat(UntrustedText.cleanLine(" a\n b\t\tc ", 10)).isEqualTo("a b c");
    assertThat(UntrustedText.cleanLine("ab\ud83d\ude00", 3)).isEqualTo("ab");
    assertThat(UntrustedText.cleanLine("x".repeat(900), 500)).hasSize(500);
  }
}
