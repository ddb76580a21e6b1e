package org.documentpipeline.summarizing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnlinkedTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "Nothing here, not even a `word`.|Nothing here, not even a `word`.",
        "See https://a.b/c?d=e. Or (www.a.b)!|See `https://a.b/c?d=e`. Or (`www.a.b`)!",
        "Ask mail@a.b, HTTP://A.B and a@b|Ask `mail@a.b`, `HTTP://A.B` and a@b",
        "a `https://a.b ` c `d|a `https://a.b`  c d",
        "a \\https://a.b \\\\www.a.b|a \\ `https://a.b` \\\\ `www.a.b`",
        "http://... and http://|`http://`... and http://",
        "不（https://a.b/不）。|不（`https://a.b/不`）。"
      })
  void addressesStandAsCode(String text, String shown) {
    assertThat(Unlinked.addressesAsCode(text)).isEqualTo(shown);
    assertThat(Unlinked.addressesAsCode(shown)).isEqualTo(shown);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "It is ![x](https://evil/p.png) and [p. 9](#chunk-7).",
        "![x][y] [p. 9][z]\n\n[y]: https://evil/p.png\n[z]: #chunk-7",
        "[a\nb]: https://evil\n\n[a b] ![a b][]",
        "![x](https://evil/(p).png) [[a](b)](#chunk-7) [x]\u200b(#chunk-7)",
        "<img src='//evil/p.png'> <a href=#chunk-7>p. 9</a> <https://evil> <m@evil.x>",
        "<!-- -->\n<script>\nalert(1)\n</script>"
      })
  void notesLeadNowhere(String notes) {
    String shown = Unlinked.notes(notes);
    assertThat(Markdown.links(shown)).isEmpty();
    assertThat(shown.replaceAll("`[^`]*`", "")).doesNotContain("https:", "](");
    assertThat(Unlinked.notes(shown)).isEqualTo(shown);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "## A heading\n\nText with *form*, 3 < 4, `code` and [12].\n\n- a point (see below)\n",
        "${header.x} {{pipeline.home}} 'It's.' a, b) c"
      })
  void otherNotesStayAsTheyAre(String notes) {
    assertThat(Unlinked.notes(notes)).isEqualTo(notes);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[",
        "](",
        "![a](",
        "www.",
        "a.",
        "a",
        "a@",
        "a@b.",
        "http://",
        "http://! ",
        "`",
        "\\",
        "<"
      })
  void oddTextsTakeNoLongTime(String piece) {
    String text = piece.repeat(300_000 / piece.length());
    Assertions.assertTimeout(Duration.ofSeconds(5), () -> Unlinked.notes(text));
  }
}
