package org.documentpipeline.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

  @TempDir Path folder;

  @Test
  void areRandomAndKept() throws Exception {
    Secrets first = Secrets.in(folder.resolve("a"));
    assertThat(Secrets.in(folder.resolve("a"))).isEqualTo(first);
    assertThat(Secrets.in(folder.resolve("b"))).isNotEqualTo(first);
    assertThat(
            List.of(
                first.postgresAdmin(),
                first.postgres(),
                first.redis(),
                first.accessKey(),
                first.secretKey()))
        .doesNotHaveDuplicates()
        .allMatch(secret -> secret.matches("[A-Za-z0-9_-]{24}"));
  }

  @Test
  void onlyMissingOnesAreMade() throws Exception {
    Path file = folder.resolve("secrets");
    Files.writeString(file, "redis=chosen\n");
    Secrets secrets = Secrets.in(file);
    assertThat(secrets.redis()).isEqualTo("chosen");
    assertThat(secrets.postgres()).hasSize(24);
    assertThat(Secrets.in(file)).isEqualTo(secrets);
  }

  @Test
  void onlyTheOwnerReadsThem() throws Exception {
    Path file = folder.resolve("secrets");
    Secrets.in(file);
    assertThat(Files.getPosixFilePermissions(file))
        .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
  }
}
