package org.documentpipeline.summarizing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * What the built-in model takes for a thousand words, warm. Not part of the build's tests: {@code
 * ./mvnw test -Dtest=BuiltinBenchmark}.
 */
class BuiltinBenchmark {

  private static final int WARM_UP = 40;
  private static final int RUNS = 20;
  private static final double MOST_MILLIS = 20;
  private static final int[] SIZES = {1_000, 4_000, 20_000, 100_000};

  private final BuiltinChatModel model = new BuiltinChatModel();
  private final Prompts prompts = new Prompts("file:");

  @Test
  void aThousandWordsTakeLessThanTwentyMilliseconds() {
    for (int size : SIZES) {
      String text = text(size);
      double[] millis = new double[RUNS];
      for (int run = -WARM_UP; run < RUNS; run++) {
        long start = System.nanoTime();
        model.chat(prompts.forDocument(text, new Options("medium", "auto", "harbour"), null, null));
        millis[Math.max(0, run)] = (System.nanoTime() - start) / 1e6 / (size / 1000.0);
      }
      Arrays.sort(millis);
      System.out.printf(
          "%,8d words: %.2f ms for 1,000 words (median of %d; %.2f to %.2f)%n",
          size, millis[RUNS / 2], RUNS, millis[0], millis[RUNS - 1]);
      assertThat(millis[RUNS / 2]).isLessThan(MOST_MILLIS);
    }
  }

  /** Words of a vocabulary with Zipf's frequencies, every sixth or so a function word. */
  private static String text(int size) {
    Random random = new Random(7);
    String[] common = "the of and to in is that it was for on are with as".split(" ");
    StringBuilder text = new StringBuilder();
    for (int i = 1; i <= size; i++) {
      int rank = (int) Math.exp(random.nextDouble() * Math.log(20_000));
      String word =
          random.nextInt(3) == 0
              ? common[random.nextInt(common.length)]
              : Integer.toString(rank * 7919 + 36 * 36, 36).replaceAll("[0-9]", "e") + "ing";
      boolean begins = i % 20 == 1;
      text.append(begins ? word.substring(0, 1).toUpperCase() + word.substring(1) : word);
      text.append(i % 200 == 0 ? ".\n\n" : i % 20 == 0 ? ". " : " ");
    }
    return text.append("The harbour is closed.").toString();
  }
}
