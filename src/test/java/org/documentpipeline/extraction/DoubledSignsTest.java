package org.documentpipeline.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class DoubledSignsTest {
  private final DoubledSigns signs = new DoubledSigns();

  @BeforeEach
  void beginAPage() {
    signs.clear();
  }

  @Test
  void aSignAThirdOfItsWidthAwayIsTheSame() {
    assertThat(signs.isAgain("a", 100, 200, 6)).isFalse();
    assertThat(signs.isAgain("a", 101.9f, 198.1f, 6)).isTrue();
    assertThat(signs.isAgain("a", 102.1f, 200, 6)).isFalse();
    assertThat(signs.isAgain("b", 100, 200, 6)).isFalse();
    signs.clear();
    assertThat(signs.isAgain("a", 100, 200, 6)).isFalse();
  }

  /** As by comparing each with all before it. */
  @Test
  void theGridMissesNone() {
    Random random = new Random(3);
    List<float[]> before = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      float x = random.nextFloat() * 600 - 50;
      float y = random.nextFloat() * 800 - 50;
      float width = random.nextFloat() * 20;
      boolean again =
          before.stream()
              .anyMatch(b -> Math.abs(b[0] - x) < width / 3 && Math.abs(b[1] - y) < width / 3);
      assertThat(signs.isAgain("x", x, y, width)).isEqualTo(again);
      if (!again) {
        before.add(new float[] {x, y});
      }
    }
  }

  @Test
  @Timeout(20)
  void signsWithoutWidthInOnePlaceTakeNoLonger() {
    int again = 0;
    for (int i = 0; i < 1_000_000; i++) {
      again += signs.isAgain("x", 1, 1, -1) ? 1 : 0;
    }
    assertThat(again).isZero();
  }
}
