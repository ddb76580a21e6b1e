package org.documentpipeline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PastedTextReaderTest {

  private final PastedTextReader reader = new PastedTextReader(new FileNames(), new OptionRules());

  @Test
  void readsTextAndOptions() {
    PastedText pasted =
        reader.read(
            """
        {"name":"../a.txt","text":"Grüße","length":"long","language":"de","focus":"costs"}""");
    assertThat(pasted.name()).isEqualTo("a.txt");
    assertThat(pasted.bytes()).isEqualTo("Grüße".getBytes(StandardCharsets.UTF_8));
    assertThat(pasted.options()).isEqualTo(new DocumentOptions("long", "de", "costs"));
    assertThat(reader.read("{\"name\":\"a\",\"text\":\"b\",\"focus\":null}").options())
        .isEqualTo(new DocumentOptions("medium", "auto", null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``|JSON",
        "not json|JSON",
        "[]|object",
        "\"text\"|object",
        "{\"name\":\"a\",\"text\":\"b\"|JSON",
        "{\"name\":\"a\",\"text\":\"b\"} x|JSON",
        "{\"name\":\"a\",\"text\":\"b\",\"text\":\"c\"}|JSON",
        "{\"name\":\"a\"}|text",
        "{\"text\":\"a\"}|name",
        "{\"name\":\"a\",\"text\":null}|text",
        "{\"name\":\"a\",\"text\":7}|text",
        "{\"name\":[],\"text\":\"b\"}|name",
        "{\"name\":\"a\",\"text\":\"b\",\"length\":3}|length",
        "{\"name\":\"a\",\"text\":\"b\",\"length\":\"xl\"}|length",
        "{\"name\":\"a\",\"text\":\"b\",\"lenght\":\"long\"}|lenght"
      })
  void refusesWhatIsNotThatObject(String body, String said) {
    assertThatThrownBy(() -> reader.read(body))
        .isInstanceOfSatisfying(
            RefusedException.class,
            e -> {
              assertThat(e.getStatusCode().value()).isEqualTo(400);
              assertThat(e.getBody().getProperties()).containsEntry("code", "bad-request");
              assertThat(e.getMessage()).contains(said);
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "\\n\\t\\u00a0\\u3000\\u200b\\ufeff"})
  void refusesBlankText(String text) {
    assertThatThrownBy(() -> reader.read("{\"name\":\"a\",\"text\":\"" + text + "\"}"))
        .isInstanceOfSatisfying(
            RefusedException.class,
            e -> {
              assertThat(e.getStatusCode().value()).isEqualTo(422);
              assertThat(e.getBody().getProperties()).containsEntry("code", "empty-document");
            });
  }
}
