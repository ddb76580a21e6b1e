package org.documentpipeline.summarizing;

import io.micrometer.core.instrument.MeterRegistry;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Works out what each call to the model cost, and counts calls, tokens and money as metrics: {@code
 * pipeline.llm.calls} by outcome ({@code answered}, {@code refused}, or why it failed), {@code
 * pipeline.llm.tokens} by direction, {@code pipeline.llm.cost} by currency.
 */
@Component
class CallAccount {

  private final ModelInfo model;
  private final Price price;
  private final String currency;
  private final ObjectProvider<MeterRegistry> metrics;

  CallAccount(ModelInfo model, Prices prices, ObjectProvider<MeterRegistry> metrics) {
    this.model = model;
    this.price = prices.of(model.name());
    this.currency = prices.currency();
    this.metrics = metrics;
  }

  /** A call was answered: what it cost. */
  CallUsage charge(Usage used) {
    return charge(used, "answered");
  }

  /**
   * A call failed, for this reason: what it cost. An answer that can not be used is paid for like
   * any other.
   */
  CallUsage failed(Usage used, String reason) {
    if (used.inputTokens() > 0 || used.outputTokens() > 0) {
      return charge(used, reason);
    }
    count("pipeline.llm.calls", 1, "outcome", reason);
    return CallUsage.NONE;
  }

  private CallUsage charge(Usage used, String outcome) {
    count("pipeline.llm.calls", 1, "outcome", outcome);
    count("pipeline.llm.tokens", used.inputTokens(), "direction", "input");
    count("pipeline.llm.tokens", used.outputTokens(), "direction", "output");
    if (price == null) {
      return new CallUsage(1, used.inputTokens(), used.outputTokens());
    }
    BigDecimal cost = price.of(used.inputTokens(), used.outputTokens());
    count("pipeline.llm.cost", cost.doubleValue(), "currency", currency);
    return new CallUsage(1, used.inputTokens(), used.outputTokens(), cost, currency);
  }

  private void count(String name, double amount, String... more) {
    String[] tags =
        Stream.concat(
                Stream.of("provider", model.provider(), "model", model.name()), Arrays.stream(more))
            .toArray(String[]::new);
    metrics.ifAvailable(registry -> registry.counter(name, tags).increment(amount));
  }
}
