package org.documentpipeline.summarizing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<|im_start|>",
        "<\uff5cbegin\u2581of\u2581sentence\uff5c>",
        "\uff1c|end|\uff1e",
        "</s>",
        "<S>",
        "<bos>",
        "<start_of_turn>",
        "<end_of_turn>",
        "<think>",
        "</think>",
        "<<SYS>>",
        "<</SYS>>",
        "[INST]",
        "[/inst]",
        "[SYSTEM_PROMPT]",
        "[TOOL_CALLS]",
        "[gMASK]"
      })
  void controlWordsOfAnyModelAreDefused(String word) {
    String cleaned = UntrustedText.clean("a " + word + " b");
    assertThat(cleaned).doesNotContainIgnoringCase(word).startsWith("a ").endsWith(" b");
    String letters = word.replaceAll("[^A-Za-z_\u2581]", "");
    assertThat(cleaned).as("its word can still be read").contains(letters);
  }

  @Test
  void ofARunOfMarksThreeStay() {
    assertThat(UntrustedText.clean("<".repeat(1_000_000))).isEqualTo("\u2039\u2039\u2039");
    assertThat(UntrustedText.clean("\u22d8\uff1c\ufe64 \u22d9>>"))
        .isEqualTo("\u2039\u2039\u2039 \u203a\u203a\u203a");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "as [12] says|as (12) says",
        "[3]|(3)",
        "- [3] x|- (3) x",
        "[1, 4-6; 9]|(1, 4-6; 9)",
        "a[ 7 ]b|a( 7 )b",
        "[^2]|(^2)",
        "\u30102\u3011 \uff3b3\uff3d|(2) (3)",
        "[[2]]|[(2)]",
        "[p. 3] [x] [] [1|[p. 3] [x] [] [1",
        "[1234567890]|[1234567890]"
      })
  void numbersInBracketsAreOurs(String text, String cleaned) {
    assertThat(UntrustedText.cleanUnlabelled(text)).isEqualTo(cleaned);
    assertThat(UntrustedText.clean(text)).as("in an answer they are sources").isEqualTo(text);
  }

  @Test
  void cleanedTextIsClean() {
    List<String> pieces =
        List.of(
            "<", ">", "<<", "\uff1c", "\ufe65", "\u22d8", "|", "\uff5c", "s", "/", "[", "]", "INST",
            "2", ",", " ", "\n", "\r", "\u200c", "\u200b", "\u0645", "\u0915", "A", "\ud83d",
            "\ude00", "\ufe0f", "\u0007", "sys");
    Random random = new Random(4);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int left = random.nextInt(12); left >= 0; left--) {
        text.append(pieces.get(random.nextInt(pieces.size())));
      }
      String once = UntrustedText.cleanUnlabelled(text.toString());
      assertThat(UntrustedText.cleanUnlabelled(once)).as(text.toString()).isEqualTo(once);
      assertThat(once.length()).isLessThanOrEqualTo(3 * text.length());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"<", "<|", "[1,", "[", "[ ", "[1", "[INST", "\u0645\u200c\u200b", "</", ">\u200d"})
  void timeIsLinear(String piece) {
    String text = piece.repeat(2_000_000 / piece.length());
    assertTimeoutPreemptively(
        Duration.ofSeconds(5), () -> UntrustedText.cleanUnlabelled(text), piece);
  }

  @Test
  void lineIsOneLineOfBoundedLength() {
    assertThat(UntrustedText.cleanLine(" a\n b\t\tc ", 10)).isEqualTo("a b c");
    assertThat(UntrustedText.cleanLine("ab\ud83d\ude00", 3)).isEqualTo("ab");
    assertThat(UntrustedText.cleanLine("x".repeat(900), 500)).hasSize(500);
  }
}
