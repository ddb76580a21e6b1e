package org.documentpipeline.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrphansTest {

  @TempDir Path folder;

  private Path programs;
  private Process process;

  @BeforeEach
  void copyAProgram() throws IOException {
    programs = Files.createDirectory(folder.resolve("bin"));
    Files.copy(Path.of("/bin/sleep"), programs.resolve("server"));
    assertThat(programs.resolve("server").toFile().setExecutable(true)).isTrue();
  }

  @AfterEach
  void stop() {
    process.destroyForcibly();
  }

  private Path pidFileOf(String... command) throws IOException {
    process = new ProcessBuilder(command).start();
    return Files.writeString(folder.resolve("pid"), process.pid() + "\nmore\n");
  }

  /** TERM, for INT is ignored by whatever was started from a shell in the background. */
  @Test
  void endsAProgramOfOurs() throws Exception {
    Path pidFile = pidFileOf(programs.resolve("server").toString(), "300");
    Orphans.end(pidFile, programs, "TERM", "KILL");
    assertThat(process.waitFor(5, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(128 + 15);
  }

  @Test
  void endsAProgramOfOursThatDoesNotHear() throws Exception {
    Path pidFile = pidFileOf(programs.resolve("server").toString(), "300");
    Orphans.end(pidFile, programs, "CONT", "KILL", Duration.ofSeconds(1));
    assertThat(process.waitFor(5, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(128 + 9);
  }

  @Test
  void leavesAStrangerWithTheSameIdAlone() throws Exception {
    Path pidFile = pidFileOf("sleep", "300");
    Orphans.end(pidFile, programs, "INT", "KILL");
    assertThat(process.isAlive()).isTrue();
  }

  @Test
  void leavesAStrangerThatOnlyMentionsTheFolderAlone() throws Exception {
    Path pidFile = pidFileOf("sh", "-c", "sleep 300; true", programs.resolve("server").toString());
    Orphans.end(pidFile, programs, "INT", "KILL");
    assertThat(process.isAlive()).isTrue();
    process.descendants().forEach(ProcessHandle::destroyForcibly);
  }

  @Test
  void takesAMissingOrBrokenFileForNothingToEnd() throws Exception {
    pidFileOf("sleep", "300");
    assertThat(Orphans.read(folder.resolve("missing"))).isZero();
    assertThat(Orphans.read(Files.writeString(folder.resolve("broken"), "abc"))).isZero();
    assertThat(Orphans.read(Files.writeString(folder.resolve("empty"), ""))).isZero();
    assertThat(Orphans.isOurs(0, programs)).isFalse();
  }
}
