package org.documentpipeline.summarizing;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class CallAccountTest {

  private static final ModelInfo MODEL = new ModelInfo("openai", "gpt-4.1-mini", null);

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

  @Test
  void aCallIsChargedAndCounted() {
    CallAccount account = account("gpt-4.1-mini=0.40/1.60");
    CallUsage usage = account.charge(new Usage(1000, 500));
    assertThat(usage.calls()).isOne();
    assertThat(usage.inputTokens()).isEqualTo(1000);
    assertThat(usage.outputTokens()).isEqualTo(500);
    assertThat(usage.cost()).isEqualByComparingTo(new BigDecimal("0.0012"));
    assertThat(usage.currency()).isEqualTo("USD");
    account.charge(new Usage(1, 1));
    assertThat(account.failed(new Usage(0, 0), "timeout")).isEqualTo(CallUsage.NONE);
    assertThat(counted("pipeline.llm.calls", "outcome", "answered")).isEqualTo(2);
    assertThat(counted("pipeline.llm.calls", "outcome", "timeout")).isEqualTo(1);
    assertThat(counted("pipeline.llm.tokens", "direction", "input")).isEqualTo(1001);
    assertThat(counted("pipeline.llm.tokens", "direction", "output")).isEqualTo(501);
    assertThat(counted("pipeline.llm.cost", "currency", "USD")).isEqualTo(0.001202);
  }

  @Test
  void anAnswerThatIsThrownAwayIsPaidFor() {
    CallAccount account = account("gpt-4.1-mini=0.40/1.60");
    CallUsage thrownAway = account.failed(new Usage(1000, 500), "server-error");
    assertThat(thrownAway.cost()).isEqualByComparingTo(new BigDecimal("0.0012"));
    assertThat(counted("pipeline.llm.calls", "outcome", "server-error")).isOne();
    assertThat(counted("pipeline.llm.tokens", "direction", "output")).isEqualTo(500);
    CallUsage both = CallUsage.NONE.plus(thrownAway).plus(account.charge(new Usage(1000, 0)));
    assertThat(both.calls()).isEqualTo(2);
    assertThat(both.inputTokens()).isEqualTo(2000);
    assertThat(both.outputTokens()).isEqualTo(500);
    assertThat(both.cost()).isEqualByComparingTo(new BigDecimal("0.0016"));
    assertThat(both.currency()).isEqualTo("USD");
  }

  @Test
  void withoutAPriceTheCostIsUnknown() {
    assertThat(account("").charge(new Usage(7, 3))).isEqualTo(new CallUsage(1, 7, 3));
    assertThat(counted("pipeline.llm.tokens", "direction", "input")).isEqualTo(7);
    assertThat(registry.find("pipeline.llm.cost").counter()).isNull();
  }

  @Test
  void worksWithoutMetrics() {
    CallAccount account =
        new CallAccount(MODEL, new Prices("", "USD"), CallAccounts.provider(null));
    account.failed(new Usage(0, 0), "timeout");
    assertThat(account.charge(new Usage(1, 1)).calls()).isOne();
  }

  private CallAccount account(String prices) {
    return new CallAccount(MODEL, new Prices(prices, "USD"), CallAccounts.provider(registry));
  }

  private double counted(String name, String tag, String value) {
    return registry
        .get(name)
        .tags("provider", "openai", "model", "gpt-4.1-mini", tag, value)
        .counter()
        .count();
  }
}
