package org.documentpipeline.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.ContentDisposition;

class AttachmentsTest {

  private final Attachments attachments = new Attachments();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "report.pdf",
        "größe.pdf",
        "报告 1.docx",
        "a\"b.txt",
        "a;b.txt",
        "50%.txt",
        "a\\b.txt",
        "😀.md",
        "a'b.txt"
      })
  void keepsTheName(String name) {
    String header = attachments.attachment(name);
    assertThat(header).startsWith("attachment; filename=\"").matches("[ -~]+");
    assertThat(ContentDisposition.parse(header).getFilename()).isEqualTo(name);
  }

  @Test
  void whatIsShownInPlaceKeepsItsNameToo() {
    assertThat(attachments.inline("a.pdf")).isEqualTo("inline; filename=\"a.pdf\"");
    assertThat(ContentDisposition.parse(attachments.inline("größe.pdf")).getFilename())
        .isEqualTo("größe.pdf");
    assertThat(attachments.inline("a\r\nSet-Cookie: x")).doesNotContain("\r").doesNotContain("\n");
  }

  @Test
  void cannotEndTheHeader() {
    assertThat(attachments.attachment("a\r\nSet-Cookie: x"))
        .doesNotContain("\r")
        .doesNotContain("\n");
    assertThat(attachments.attachment("a\"; filename=\"evil.exe"))
        .startsWith("attachment; filename=\"a_; filename=_evil.exe\"");
    assertThat(attachments.attachment(" ")).isEqualTo("attachment; filename=\"document\"");
    assertThat(attachments.attachment(null)).isEqualTo("attachment; filename=\"document\"");
  }
}
