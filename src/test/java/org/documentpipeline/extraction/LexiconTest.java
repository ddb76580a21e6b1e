package org.documentpipeline.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LexiconTest {

  @Test
  void wordsAreKnownWhateverTheirCapitalsAndHyphens() {
    Lexicon words =
        lexicon("A Well\u2010known harbour, a well-known LAMP; caf\u00E9 and CAF\u00C9");
    assertThat(words.knows("harbour")).isTrue();
    assertThat(words.knows("Lamp")).isTrue();
    assertThat(words.knows("lam")).isFalse();
    assertThat(words.knows("well")).isFalse();
    assertThat(words.isOften("well-known")).isTrue();
    assertThat(words.isOften("caf\u00E9")).isTrue();
    assertThat(words.isOften("harbour")).isFalse();
  }

  @Test
  void thePartsOfATornWordAreNone() {
    assertThat(lexicon("the har-").knows("har")).isFalse();
  }

  @Test
  void theHyphenStaysWhereTheDocumentWritesIt() {
    Lexicon words = lexicon("well-known harbours; tide mill, tide mill");
    assertThat(words.keepsHyphen("well", "known")).isTrue();
    assertThat(words.keepsHyphen("har", "bours")).isFalse();
    assertThat(words.keepsHyphen("tide", "mill")).isTrue();
    assertThat(words.keepsHyphen("lan", "tern")).isFalse();
  }

  @Test
  void readersOfPartsKnowTogetherWhatEachFound() {
    Lexicon all = lexicon("lamp tide");
    all.addAll(lexicon("lamp mill mill"));
    assertThat(all.isOften("lamp")).isTrue();
    assertThat(all.isOften("mill")).isTrue();
    assertThat(all.knows("tide")).isTrue();
    assertThat(all.isOften("tide")).isFalse();
  }

  @Test
  void itHoldsSoManyWordsAndNoMore() {
    Lexicon words = new Lexicon();
    IntStream.range(0, 250_000).mapToObj(LexiconTest::word).forEach(words::add);
    long known = IntStream.range(0, 250_000).filter(i -> words.knows(word(i))).count();
    assertThat(known).isEqualTo(200_000);
    assertThat(IntStream.range(0, 250_000).filter(i -> words.isOften(word(i)))).isEmpty();
  }

  private static String word(int number) {
    return number == 0 ? "" : word(number / 26) + (char) ('a' + number % 26);
  }

  private static Lexicon lexicon(String text) {
    Lexicon words = new Lexicon();
    words.add(text);
    return words;
  }
}
