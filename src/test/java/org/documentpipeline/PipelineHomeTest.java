package org.documentpipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PipelineHomeTest {

  @TempDir Path directory;

  @Test
  void isTheJarUntilAllThreeAreThere() throws Exception {
    assertThat(PipelineHome.of(directory).prefix()).isEqualTo("classpath:");
    Files.createDirectory(directory.resolve("routes"));
    Files.createFile(directory.resolve("application.yaml"));
    assertThat(PipelineHome.of(directory).prefix()).isEqualTo("classpath:");
    Files.createDirectory(directory.resolve("db"));
    assertThat(PipelineHome.of(directory).prefix()).isEqualTo("file:");
  }
}
