package org.documentpipeline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNamesTest {

  private final FileNames names = new FileNames();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "report.pdf|report.pdf", "../../etc/passwd|passwd", "C:\\Users\\me\\a b.docx|a b.docx",
            "dir/|dir",
        "  spaced.txt  |spaced.txt", ".hidden|.hidden", "résumé.pdf|résumé.pdf", "报告.pdf|报告.pdf"
      })
  void keepsTheLastPartOfAPath(String raw, String shown) {
    assertThat(names.display(raw)).isEqualTo(shown);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {"", "   ", "..", ".", "/", "a/..", "\u0000\u0001", "\u202e\u200b", "\\\\"})
  void isNeverEmpty(String raw) {
    assertThat(names.display(raw)).isEqualTo("document");
  }

  @Test
  void dropsWhatHidesOrReorders() {
    assertThat(names.display("a\u0000b\r\nSet-Cookie: x\u2028\u202egpj.exe\ufeff"))
        .isEqualTo("abSet-Cookie: xgpj.exe");
    assertThat(names.display("می\u200cخواهم.txt")).isEqualTo("می\u200cخواهم.txt");
    assertThat(names.display("a\ud800.txt")).isEqualTo("a\ufffd.txt");
    assertThat(names.display("re\u0301sume\u0301")).isEqualTo("résumé");
  }

  @Test
  void cutsLongNamesBetweenCharactersAndKeepsTheExtension() {
    String shown = names.display("😀".repeat(100) + ".pdf");
    assertThat(shown.getBytes(StandardCharsets.UTF_8)).hasSizeBetween(252, 255);
    assertThat(shown).matches("(😀)+\\.pdf");
    assertThat(names.display("x." + "y".repeat(400))).hasSize(255);
    assertThat(names.display("z".repeat(255))).hasSize(255);
  }
}
