package org.documentpipeline.summarizing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.documentpipeline.summarizing.AnswerReader.Draft;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerReaderTest {

  /** An answer, and what is read in it: the title, {@code P} paragraphs, {@code -} points. */
  static Stream<Arguments> answers() {
    return Stream.of(
        answer(
            "# The mill\n\nIt stands. [1] It turns [2, 5].\n\n- One [3]\n- Two. [4][1]\n",
            "The mill",
            "P It stands. It turns. 1,2,5",
            "- One 3",
            "- Two. 4,1"),
        answer(
            "Only words, and a break\nin the line.",
            null,
            "P Only words, and a break in the line."),
        answer("```markdown\n# T\n\nText [1].\n```", "T", "P Text. 1"),
        answer(
            "**The mill**\n\nText.\n\n**Key points:**\n\n- a b [2]",
            "The mill",
            "P Text.",
            "- a b 2"),
        answer("The mill\n========\n\nText.\n\nPoints\n---\n* a", "The mill", "P Text.", "- a"),
        answer(
            "Here is the summary:\n\n## T\n\nText.\n\nKey points:\n1. one\n2) two\n   goes on\n\n   still\n\nEnd.",
            "T",
            "P Text.",
            "P End.",
            "- one",
            "- two goes on still"),
        answer("# T\n- a\n  - b [7]\n    * c\n• d\n– e", "T", "- a", "- b 7", "- c", "- d", "- e"),
        answer("# 题\n\n内容【2】。更多［3］。", "题", "P 内容。更多。 2,3"),
        answer("Text [1, 4\u20136] and [^9].", null, "P Text and. 1,4,5,6,9"),
        answer("Text [1-900] and [3] (pages 4-6), too ([2]).", null, "P Text and, too. 3,2"),
        answer("Text [3], [4], [5].", null, "P Text. 3,4,5"),
        answer(
            "See [this](#chunk-7), ![x](https://a.b/c.png), [2](#chunk-9) and [[a](b)](#chunk-1).",
            null,
            "P See this, x, and [a] (#chunk-1). 2"),
        answer(
            "[evil]: https://a.b\n\nA <b>c</b> <https://a.b> < 3.",
            null,
            "P [evil]: https://a.b",
            "P A ‹b>c‹/b> https://a.b < 3."),
        answer(
            "[a]【1】(#chunk-7) [b][2] (pages 1)[3](x) <[4]b> \\\\<i>",
            null,
            "P [a] (#chunk-7) [b]  ‹b> \\\\‹i> 1,2,3,4"),
        answer(
            "# T\n\n**All is said.**\n\n**More**\n\nText.", "T", "P **All is said.**", "P Text."),
        answer("# T #\n\n* * *\n\nText.\n\n- - -", "T", "P Text."),
        answer("> # T\n>\n> Quoted. [1]\n\n***\n\n---", "T", "P Quoted. 1"),
        answer("# T\n\n## More\n\nText.\n### Again\nText.", "T", "P Text.", "P Text."),
        answer("Text first.\n\n# Late\n\n[1]", null, "P Text first."),
        answer("# **Bold** `title` [3]\n\nx", "Bold title", "P x"),
        answer("#hashtag counts as text", null, "P #hashtag counts as text"),
        answer("1998. A year begins.", null, "P 1998. A year begins."),
        answer(" \n\n[1]\n- \n- [2]\n#\n", null),
        answer("", null),
        answer(null, null));
  }

  @ParameterizedTest
  @MethodSource("answers")
  void findsTheParts(String answer, String title, List<String> parts) {
    Draft draft = AnswerReader.read(answer);
    assertThat(draft.title()).isEqualTo(title);
    assertThat(
            Stream.concat(
                    draft.paragraphs().stream().map(passage -> shown("P ", passage)),
                    draft.points().stream().map(passage -> shown("- ", passage)))
                .toList())
        .isEqualTo(parts);
  }

  @Test
  void aHeadingOfManyWordsIsAParagraph() {
    Draft draft = AnswerReader.read("# " + "word ".repeat(40));
    assertThat(draft.title()).isNull();
    assertThat(draft.words()).isEqualTo(40);
  }

  @Test
  void aPassageThatIsCutKeepsWhatIsCitedBeforeTheCut() {
    Cited passage = CitationReader.read("One is said. [1] Two is said. [2] Three [3].");
    assertThat(passage.text()).isEqualTo("One is said. Two is said. Three.");
    Cited cut = passage.cut("One is said. Two is said. ".length());
    assertThat(shown("", cut)).isEqualTo("One is said. Two is said. 1,2");
    assertThat(shown("", passage.clipped(2))).isEqualTo("One is\u2026");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[", "]", "[1,", "[1", "(", "[a](", "![", "<", "*", "> ", "- ", "\n\n", "[1](", "([1]",
        "**a", "# ", "#", "# x  ", "  "
      })
  void oddAnswersTakeNoLongTime(String piece) {
    String answer = piece.repeat(200_000 / piece.length());
    Assertions.assertTimeout(Duration.ofSeconds(5), () -> AnswerReader.read(answer));
    assertThatCode(() -> AnswerReader.read(piece)).doesNotThrowAnyException();
  }

  private static Arguments answer(String answer, String title, String... parts) {
    return Arguments.of(answer, title, List.of(parts));
  }

  private static String shown(String mark, Cited passage) {
    String numbers =
        passage.citations().stream()
            .map(citation -> "" + citation.number())
            .collect(Collectors.joining(","));
    return (mark + passage.text() + " " + numbers).stripTrailing();
  }
}
