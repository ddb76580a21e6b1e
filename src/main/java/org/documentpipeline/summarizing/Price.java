package org.documentpipeline.summarizing;

import java.math.BigDecimal;

/** What a million tokens of a model cost, read and written. */
record Price(BigDecimal input, BigDecimal output) {

  private static final int MILLION_DIGITS = 6;

  /** The exact price of a call. */
  BigDecimal of(int inputTokens, int outputTokens) {
    return input
        .multiply(BigDecimal.valueOf(inputTokens))
        .add(output.multiply(BigDecimal.valueOf(outputTokens)))
        .movePointLeft(MILLION_DIGITS);
  }
}
