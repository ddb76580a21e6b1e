package org.documentpipeline.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentenceGapsTest {
  private static final String WORDS =
      "The bridge is old. When it was built, the king of it was young. Old is the bridge when it is"
          + " the king, node, script. A node, a script. ";

  private static String mend(String kind, String text) {
    Lexicon words = new Lexicon();
    words.add(WORDS);
    words.add(text);
    return new SentenceGaps(words).mend(new Block(1, kind, text)).text();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "It is the bridge.When it was built.|It is the bridge. When it was built.",
        "Is it old?The king is!When?|Is it old? The king is! When?",
        "\u201CIt is old.\u201DThe king|\u201CIt is old.\u201D The king",
        "so it (was old.)The king|so it (was old.) The king",
        "the bridge. The king|the bridge. The king",
        "of Node.Script and e.g.The|of Node.Script and e.g.The",
        "at www.bridge.The|at www.bridge.The",
        "of it.Then once|of it.Then once", // a word that is not there again
        "Version v.Two, No.The|Version v.Two, No.The"
      })
  void aSpaceIsPutBetweenSentencesOfKnownWords(String text, String expected) {
    assertThat(mend("paragraph", text)).isEqualTo(expected);
    assertThat(mend("table", text)).isEqualTo(text);
  }

  @Test
  @Timeout(10)
  void endlessSignsTakeNoLonger() {
    String text = ".a".repeat(50_000) + "A.".repeat(50_000) + "a".repeat(100_000) + ".The";
    assertThat(mend("paragraph", text)).isEqualTo(text);
  }
}
