package org.documentpipeline.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.documentpipeline.evaluation.Rouge.Score;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against values from elsewhere: the papers, another implementation's tests, another script. */
class RougeTest {

  private static final double EXACT = 1e-9;

  @ParameterizedTest
  @CsvSource({
    "police kill the gunman, 0.75",
    "the gunman kill police, 0.5",
    "the gunman police killed, 0.5"
  })
  void longestCommonSubsequenceAsInLinsPaper(String summary, double expected) {
    Score score = Rouge.l(Rouge.tokens(summary), Rouge.tokens("police killed the gunman"));
    assertThat(score.f()).isEqualTo(expected, within(EXACT));
  }

  @Test
  void unionOfSubsequencesAsInLinsPaper() {
    Score score =
        Rouge.sum(
            List.of(Rouge.tokens("w1 w2 w6 w7 w8"), Rouge.tokens("w1 w3 w8 w9 w5")),
            List.of(Rouge.tokens("w1 w2 w3 w4 w5")));
    assertThat(score.recall()).isEqualTo(4 / 5.0, within(EXACT));
  }

  /** The cases of google-research's rouge_score. */
  @Test
  void valuesOfAnotherImplementation() {
    List<String> prediction = Rouge.tokens("testing");
    List<String> target = Rouge.tokens("testing one two");
    Score one = Rouge.n(prediction, target, 1);
    assertThat(one.precision()).isEqualTo(1, within(EXACT));
    assertThat(one.recall()).isEqualTo(1 / 3.0, within(EXACT));
    assertThat(one.f()).isEqualTo(0.5, within(EXACT));
    assertThat(Rouge.n(prediction, target, 2).f()).isZero();
    Score two = Rouge.n(Rouge.tokens("testing one"), target, 2);
    assertThat(two.f()).isEqualTo(2 / 3.0, within(EXACT));
    assertThat(Rouge.l(Rouge.tokens("testing one"), target).f()).isEqualTo(0.8, within(EXACT));
    Score sum =
        Rouge.sum(
            Rouge.sentences("w1 w2 w6 w7 w8\nw1 w3 w8 w9 w5"), Rouge.sentences("w1 w2 w3 w4 w5"));
    assertThat(sum.recall()).isEqualTo(0.8, within(EXACT));
    assertThat(sum.precision()).isEqualTo(0.4, within(EXACT));
    assertThat(sum.f()).isEqualTo(0.8 * 0.4 * 2 / 1.2, within(EXACT));
  }

  /** Computed by a script of its own, independent of this code. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "the cat river near over bridge red while ran. two near old cat two near near while red. while with. bridge red over and. over and hats;bridge two old on a dog;18.181818182;0.000000000;18.181818182",
        "with bridge old the near fell two ran hats hats river. old and and with. old;the a while a. the. river the fell river;24.000000000;0.000000000;24.000000000",
        "fell over over sat rain while and. sat. cat red with. while rain bridge. a rain two cat bridge mat the sat ran with river dog. while bridge;a on and mat with ran two with. dog mat over two cat river hats a;50.000000000;4.761904762;40.909090909",
        "cat and. a mat rain;mat while over over a mat two mat. fell. near and. near ran while the hats and;27.272727273;10.000000000;27.272727273",
        "rain the river while on river. river mat dog red a. rain;ran old. rain. red. rain cat the rain a;47.619047619;0.000000000;47.619047619",
        "while. rain old sat dog. on the bridge. cat rain. bridge on. over. ran over near fell and. fell and. on sat. red dog. rain near. rain;dog a cat. near rain the while on. mat sat with dog rain river mat. mat. cat and the near with. and mat two sat a;52.830188679;7.843137255;52.830188679",
        "while with the the ran cat. the. rain. near river. near red on. near with on over fell river old bridge bridge red;on near hats ran. and the river. fell and dog over dog. bridge over hats;42.105263158;5.555555556;36.842105263",
        "while. old red ran ran sat ran mat bridge. sat river the ran hats dog and rain two cat sat over river on fell near on. the. two;mat the a mat while fell on. over dog. near. old red on dog bridge fell sat sat dog near on rain the mat river ran rain on. dog;63.157894737;7.272727273;52.631578947"
      })
  void valuesOfAnIndependentScript(
      String summary, String reference, double one, double two, double sum) {
    Rouge.Triple triple = Rouge.of(summary, reference);
    assertThat(triple.one()).isEqualTo(one, within(EXACT));
    assertThat(triple.two()).isEqualTo(two, within(EXACT));
    assertThat(triple.sum()).isEqualTo(sum, within(EXACT));
  }

  @Test
  void tokensOfAnyScript() {
    assertThat(Rouge.tokens("It's 3.5 \u00c4pfel!"))
        .containsExactly("it", "s", "3", "5", "\u00e4pfel");
    assertThat(Rouge.tokens("\u4eba\u6743ok\u3002")).containsExactly("\u4eba", "\u6743", "ok");
    assertThat(Rouge.sentences("\u4eba\u3002\u6743\u3002")).hasSize(2);
    assertThat(Rouge.of("", "a b").mean()).isZero();
  }

  @Test
  void ofSeveralReferencesTheBestCounts() {
    assertThat(Rouge.best("a b c", List.of("x y z", "a b d", "a b c")).mean())
        .isEqualTo(100, within(EXACT));
  }
}
