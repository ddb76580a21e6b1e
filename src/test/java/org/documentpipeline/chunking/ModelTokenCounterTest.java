package org.documentpipeline.chunking;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelTokenCounterTest {
  private static final String TEXT = "Все люди рождаются свободными и равными.";
  private static final int CL100K = new ModelTokenCounter("openai", "gpt-4").count(TEXT);
  private static final int O200K = new O200kTokenCounter().count(TEXT);

  @ParameterizedTest
  @CsvSource({
    "openai,gpt-3.5-turbo-0125,true",
    "openai,gpt-4-turbo,true",
    "openai,gpt-4o-mini,false",
    "openai,gpt-4.1-nano,false",
    "openai,'',false",
    "builtin,gpt-4,false"
  })
  void theVocabularyIsTheModels(String provider, String model, boolean older) {
    assertThat(CL100K).isGreaterThan(O200K);
    assertThat(new ModelTokenCounter(provider, model).count(TEXT))
        .isEqualTo(older ? CL100K : O200K);
  }
}
