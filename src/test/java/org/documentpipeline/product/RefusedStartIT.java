package org.documentpipeline.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A start that can not go on says why in one line, and ends. */
class RefusedStartIT {

  private static final int LIMIT_SECONDS = 120;

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "OPENAI_MODEL=gpt-4.1|LLM_PROVIDER is openai, but OPENAI_API_KEY is not set.",
        "OPENAI_MODEL=gpt-4 OPENAI_API_KEY=k PIPELINE_CHUNK_TOKENS=9000|PIPELINE_CHUNK_TOKENS is 9000",
        "OPENAI_API_KEY=k PIPELINE_PRICES=gpt-4.1|PIPELINE_PRICES has \"gpt-4.1\"",
      })
  void aSettingThatCanNotBeUsedIsNamedInOneLine(String settings, String line) throws Exception {
    File errors = folder.resolve("stderr").toFile();
    Process process = command(settings.split(" ")).redirectError(errors).start();
    try {
      assertThat(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).as("it ends").isTrue();
    } finally {
      process.destroyForcibly();
    }
    List<String> said = Files.readAllLines(errors.toPath());
    assertThat(said).singleElement().asString().startsWith(line).endsWith(".");
    assertThat(process.exitValue()).isOne();
  }

  private ProcessBuilder command(String... settings) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-jar",
            Path.of("target/document-pipeline.jar").toAbsolutePath().toString());
    Map<String, String> environment = builder.environment();
    Product.forgetSettings(environment);
    environment.putAll(
        Map.of("SERVER_PORT", "0", "PIPELINE_WEBSOCKET_PORT", "0", "LLM_PROVIDER", "openai"));
    for (String setting : settings) {
      int equals = setting.indexOf('=');
      environment.put(setting.substring(0, equals), setting.substring(equals + 1));
    }
    return builder
        .directory(Files.createDirectories(folder.resolve("work")).toFile())
        .redirectOutput(ProcessBuilder.Redirect.DISCARD);
  }
}
