package org.documentpipeline.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.documentpipeline.StartupException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformTest {

  @ParameterizedTest
  @CsvSource({"Linux, amd64", "Linux, aarch64", "Mac OS X, x86_64", "Mac OS X, aarch64"})
  void hasBothProgramsForEveryKnownPlatform(String os, String processor) {
    Platform platform = Platform.of(os, processor);
    assertThat(getClass().getResource("/" + platform.postgresArchive())).isNotNull();
    assertThat(getClass().getResource("/" + platform.redisProgram())).isNotNull();
  }

  @Test
  void tellsTheProcessorsApart() {
    assertThat(Platform.of("Linux", "aarch64")).isNotEqualTo(Platform.of("Linux", "amd64"));
  }

  @ParameterizedTest
  @CsvSource({"Windows 11, amd64", "Linux, riscv64", "FreeBSD, amd64"})
  void namesTheSettingsElsewhere(String os, String processor) {
    assertThatThrownBy(() -> Platform.of(os, processor))
        .isInstanceOf(StartupException.class)
        .hasMessageContaining(os)
        .hasMessageContaining("SPRING_DATASOURCE_URL")
        .hasMessageContaining("SPRING_DATA_REDIS_URL")
        .hasMessageNotContaining("\n");
  }
}
