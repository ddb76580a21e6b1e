package org.documentpipeline.summarizing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PricesTest {

  private static final String TABLE =
      " gpt-4.1 = 2/8, gpt-4.1-mini=0.40/1.60,amazon.nova-lite-v1:0=0.06/0.24,"
          + "arn:aws:x/y=z=1/2,local=0/0, ";

  @ParameterizedTest
  @CsvSource({
    "gpt-4.1,2",
    "GPT-4.1,2",
    "gpt-4.1-2025-04-14,2",
    "gpt-4.1-mini,0.4",
    "gpt-4.1-mini-latest,0.4",
    "gpt-4.1-mini-2503,0.4",
    "gpt-4.1-mini@20250414,0.4",
    "gpt-4.1-mini-20250414-v1:0,0.4",
    "amazon.nova-lite-v1:0,0.06",
    "arn:aws:x/y=z,1",
    "local,0"
  })
  void aModelIsKnownByItsNameAndAsAVersionOfIt(String model, double input) {
    assertThat(new Prices(TABLE, "USD").of(model).input().doubleValue()).isEqualTo(input);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gpt-4", "gpt-4.1-nano", "gpt-4.1-mini-high", "o3", "gpt-4.1mini", "x"})
  void anotherModelIsNot(String model) {
    assertThat(new Prices(TABLE, "USD").of(model)).isNull();
  }

  @Test
  void noTableKnowsNothing() {
    assertThat(new Prices("", " EUR ").of("gpt-4.1")).isNull();
    assertThat(new Prices("", " EUR ").currency()).isEqualTo("EUR");
    assertThat(new Prices("", " ").currency()).as("blank is unset").isEqualTo("USD");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"gpt-4.1", "gpt-4.1=2", "gpt-4.1=2/", "=1/2", "a=1/2 b=3/4", "a=-1/2", "a=1,5/2"})
  void aTableThatCanNotBeReadStopsTheStart(String table) {
    assertThatThrownBy(() -> new Prices(table, "USD"))
        .isInstanceOf(ModelSettingsException.class)
        .hasMessageContaining("PIPELINE_PRICES")
        .message()
        .doesNotContain("\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"usd", "$", "EURO", "US D"})
  void soDoesACurrencyThatIsNone(String currency) {
    assertThatThrownBy(() -> new Prices("", currency))
        .isInstanceOf(ModelSettingsException.class)
        .hasMessageContaining("PIPELINE_CURRENCY");
  }

  @Test
  void aCallCostsExactlyItsTokens() {
    Price price = new Prices("m=0.15/0.60", "USD").of("m");
    assertThat(price.of(1_000_000, 0)).isEqualByComparingTo("0.15");
    assertThat(price.of(1, 1)).isEqualByComparingTo("0.00000075");
    assertThat(price.of(Integer.MAX_VALUE, Integer.MAX_VALUE))
        .isEqualByComparingTo("1610.61273525");
  }
}
