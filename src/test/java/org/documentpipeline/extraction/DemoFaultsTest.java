package org.documentpipeline.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoFaultsTest {

  @TempDir Path folder;

  @Test
  void theSampleOfThePageIsPoisonInADemonstration() {
    assertThat(poisons(true, Path.of("ui/public/samples/poison.txt"))).isTrue();
  }

  @Test
  void withoutADemonstrationItIsAnOrdinaryText() {
    assertThat(poisons(false, Path.of("ui/public/samples/poison.txt"))).isFalse();
  }

  @Test
  void whatOnlySpeaksOfItIsNone() throws IOException {
    Path file = folder.resolve("original");
    assertThat(poisons(true, Files.writeString(file, "About " + DemoFaults.POISON))).isFalse();
    assertThat(poisons(true, Files.writeString(file, "%DOCUMENT"))).isFalse();
    assertThat(poisons(true, Files.writeString(file, ""))).isFalse();
  }

  private static boolean poisons(boolean demo, Path file) {
    try {
      return new DemoFaults(demo).isPoison(file.toFile());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
