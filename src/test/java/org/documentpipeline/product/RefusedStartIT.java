package org.documentpipeline.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A start that can not go on says why in one line, before it starts anything, and ends. */
class RefusedStartIT {

  private static final int LIMIT_SECONDS = 120;

  @TempDir private Path folder;

  @Test
  void aSettingThatCanNotBeUsedIsNamedInOneLine() throws Exception {
    File errors = folder.resolve("stderr").toFile();
    Process process = command().redirectError(errors).start();
    try {
      assertThat(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).as("it ends").isTrue();
    } finally {
      process.destroyForcibly();
    }
    List<String> said = Files.readAllLines(errors.toPath());
    assertThat(said)
        .singleElement()
        .asString()
        .startsWith("LLM_PROVIDER is openai, but OPENAI_API_KEY is not set.");
    assertThat(process.exitValue()).isOne();
    assertThat(folder.resolve("work")).as("no service was started").isEmptyDirectory();
  }

  private ProcessBuilder command() throws IOException {
    ProcessBuilder builder = new ProcessBuilder(PackagedJar.asUsersDo("-Xmx512m"));
    Map<String, String> environment = builder.environment();
    Product.forgetSettings(environment);
    environment.putAll(
        Map.of("SERVER_PORT", "0", "PIPELINE_WEBSOCKET_PORT", "0", "LLM_PROVIDER", "openai"));
    Path work = Files.createDirectories(folder.resolve("work"));
    return builder.directory(work.toFile()).redirectOutput(ProcessBuilder.Redirect.DISCARD);
  }
}
