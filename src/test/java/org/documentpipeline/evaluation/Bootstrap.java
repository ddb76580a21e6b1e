package org.documentpipeline.evaluation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Random;

/**
 * A mean and how sure it is: the middle 95 % of the means of samples drawn from the values with
 * replacement (Efron 1979; for differences of two systems Koehn 2004).
 *
 * @param mean of the values; 0 when there are none
 * @param low lower bound
 * @param high upper bound
 */
record Bootstrap(double mean, double low, double high) {

  private static final int SAMPLES = 10_000;
  private static final double TAIL = 0.025;

  /** The same values and seed always give the same. */
  static Bootstrap of(double[] values, long seed) {
    if (values.length == 0) {
      return new Bootstrap(0, 0, 0);
    }
    Random random = new Random(seed);
    double[] means = new double[SAMPLES];
    for (int sample = 0; sample < SAMPLES; sample++) {
      for (int i = 0; i < values.length; i++) {
        means[sample] += values[random.nextInt(values.length)] / values.length;
      }
    }
    Arrays.sort(means);
    return new Bootstrap(
        Arrays.stream(values).average().orElse(0),
        means[(int) (SAMPLES * TAIL)],
        means[(int) (SAMPLES * (1 - TAIL)) - 1]);
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%.2f [%.2f, %.2f]", mean, low, high);
  }
}
