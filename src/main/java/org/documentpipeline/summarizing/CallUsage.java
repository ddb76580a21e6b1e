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

  public CallUsage(int calls, int inputTokens, int outputTokens) {
    this(calls, inputTokens, outputTokens, null, null);
  }
}
