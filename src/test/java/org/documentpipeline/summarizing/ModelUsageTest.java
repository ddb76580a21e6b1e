package org.documentpipeline.summarizing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.model.output.TokenUsage;
import org.junit.jupiter.api.Test;

class ModelUsageTest {
  private final ModelUsage usage = new ModelUsage();

  @Test
  void whatAModelThinksIsPaidForLikeWhatItWrites() {
    assertThat(used(new TokenUsage(100, 20, 620))).isEqualTo(new Usage(100, 520));
    assertThat(used(new TokenUsage(100, null, 600))).isEqualTo(new Usage(100, 500));
  }

  @Test
  void whatIsNotSaidIsNotGuessed() {
    assertThat(used(new TokenUsage(100, 20))).isEqualTo(new Usage(100, 20));
    assertThat(used(new TokenUsage(100, 20, 100))).isEqualTo(new Usage(100, 20));
    assertThat(used(new TokenUsage(null, 20, 120))).isEqualTo(new Usage(0, 20));
    assertThat(used(new TokenUsage(null, null, null))).isEqualTo(new Usage(0, 0));
    assertThat(used(null)).isEqualTo(new Usage(0, 0));
  }

  private Usage used(TokenUsage said) {
    usage.record(said);
    return usage.takeLast();
  }
}
