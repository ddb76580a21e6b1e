package org.documentpipeline.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresLockFileTest {

  @TempDir Path data;

  @Test
  void takesOnlyTheProcessIdAway() throws Exception {
    String rest = "\n/data\n1700000000\n5432\n\n127.0.0.1\n 12 34\n";
    Path file = Files.writeString(data.resolve("postmaster.pid"), "4711" + rest);
    PostgresLockFile.disown(data);
    long pid = Orphans.read(file);
    assertThat(Processes.isAlive(pid)).isFalse();
    assertThat(pid).isNotEqualTo(4711);
    assertThat(Files.readString(file)).endsWith(rest);
  }

  @Test
  void needsNoFile() {
    assertThatNoException().isThrownBy(() -> PostgresLockFile.disown(data));
  }
}
