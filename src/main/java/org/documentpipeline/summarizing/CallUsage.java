package org.documentpipeline.summarizing;

import java.math.BigDecimal;

/**
 * What an answer cost: how many calls were answered, and their tokens.
 *
 * @param cost in the currency; null when no price is known
 * @param currency three letters, as ISO 4217 has them; null when no price is known
 */
public record CallUsage(
    int calls, int inputTokens, int outputTokens, BigDecimal cost, String currency) {

  static final CallUsage NONE = new CallUsage(0, 0, 0);

  public CallUsage(int calls, int inputTokens, int outputTokens) {
    this(calls, inputTokens, outputTokens, null, null);
  }

  /** Both together; of the same model, and so in one currency. */
  CallUsage plus(CallUsage other) {
    BigDecimal both =
        cost == null || other.cost == null
            ? (cost == null ? other.cost : cost)
            : cost.add(other.cost);
    return new CallUsage(
        calls + other.calls,
        inputTokens + other.inputTokens,
        outputTokens + other.outputTokens,
        both,
        currency == null ? other.currency : currency);
  }
}
