package org.documentpipeline.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BootstrapTest {

  @Test
  void theIntervalIsTheOneThatStatisticsExpect() {
    Random random = new Random(3);
    double[] values = random.doubles(400).map(x -> 5 + 2 * (x - 0.5) * Math.sqrt(12)).toArray();
    Bootstrap interval = Bootstrap.of(values, 1);
    double mean = Arrays.stream(values).average().orElseThrow();
    // A standard deviation of 2 over the root of 400 values, times 1.96.
    assertThat(interval.mean()).isEqualTo(mean, within(1e-12));
    assertThat(interval.low()).isEqualTo(mean - 0.196, within(0.02));
    assertThat(interval.high()).isEqualTo(mean + 0.196, within(0.02));
    assertThat(Bootstrap.of(values, 1)).isEqualTo(interval);
  }

  @Test
  void whatDoesNotVaryIsCertain() {
    assertThat(Bootstrap.of(new double[] {2, 2, 2}, 1)).hasToString("2.00 [2.00, 2.00]");
    assertThat(Bootstrap.of(new double[0], 1)).hasToString("0.00 [0.00, 0.00]");
  }
}
