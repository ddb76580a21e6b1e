package org.documentpipeline.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BaselinesTest {

  @Test
  void leadIsTheBeginning() {
    assertThat(Baselines.lead("One two.\nThree four.", 3)).isEqualTo("One two.\nThree");
    assertThat(Baselines.lead("One", 3)).isEqualTo("One");
    assertThat(Baselines.lead("\u4eba\u4eba\u751f\u800c\u81ea\u7531", 4)).hasSize(4);
    assertThat(Baselines.words("\u4eba\u4eba and two")).isEqualTo(4);
  }

  @Test
  void textRankTakesWhatSharesMostWords() {
    String text =
        "Birds sing. The old mill by the river needs a new wheel. Snow fell."
            + " The river drives the wheel of the old mill. Lamps burn."
            + " A wheel for the mill comes by the river.";
    assertThat(Baselines.textRank(text, 20))
        .contains("The river drives the wheel of the old mill.")
        .doesNotContain("Birds", "Snow", "Lamps");
    assertThat(Baselines.words(Baselines.textRank(text, 13))).isEqualTo(13);
    assertThat(Baselines.textRank("Same. Same. Same.", 2)).isEqualTo("Same. Same.");
    assertThat(Baselines.textRank("", 5)).isEmpty();
  }
}
