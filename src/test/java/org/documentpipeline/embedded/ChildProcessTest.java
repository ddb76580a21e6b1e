package org.documentpipeline.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessTest {

  private static final Duration LIMIT = Duration.ofSeconds(10);

  @TempDir Path folder;

  private ChildProcess start(String... command) throws IOException {
    Program program =
        new Program(
            "test", List.of(command), "TERM", "KILL", folder.resolve("log"), folder.resolve("pid"));
    return ChildProcess.start(program);
  }

  private long pid() {
    await().atMost(LIMIT).until(() -> Orphans.read(folder.resolve("pid")) > 0);
    return Orphans.read(folder.resolve("pid"));
  }

  @Test
  void stopsWithTheSignalThatWasAskedFor() throws Exception {
    ChildProcess child =
        start(
            "sh",
            "-c",
            "trap 'echo stopped; exit 0' TERM; echo ready; while :; do sleep 0.1; done");
    await().atMost(LIMIT).until(() -> Files.readString(folder.resolve("log")).contains("ready"));
    long pid = pid();
    child.stop();
    assertThat(Processes.isAlive(pid)).isFalse();
    assertThat(folder.resolve("log")).hasContent("ready\nstopped");
  }

  @Test
  void givesTheExitCodeAndNoticesTheEnd() throws Exception {
    AtomicBoolean ended = new AtomicBoolean();
    ChildProcess child = start("sh", "-c", "exit 7");
    child.onEnd(() -> ended.set(true));
    assertThat(child.waitFor()).isEqualTo(7);
    await().atMost(LIMIT).untilTrue(ended);
    assertThat(child.isAlive()).isFalse();
  }

  @Test
  void passesArgumentsAsTheyAre() throws Exception {
    assertThat(start("printf", "%s|", "a b", "$HOME", "it's", "").waitFor()).isZero();
    assertThat(folder.resolve("log")).hasContent("a b|$HOME|it's||");
  }

  @Test
  void isOutOfReachOfTheTerminalsInterrupt() throws Exception {
    ChildProcess child = start("sleep", "300");
    long pid = pid();
    long wrapper = ProcessHandle.of(pid).flatMap(ProcessHandle::parent).orElseThrow().pid();
    Processes.signal(wrapper, "INT");
    Processes.signal(wrapper, "TERM");
    assertThat(Processes.run(LIMIT, "sh", "-c", "kill -0 " + wrapper + " && kill -0 " + pid))
        .isTrue();
    child.stop();
    assertThat(Processes.isAlive(pid)).isFalse();
  }
}
