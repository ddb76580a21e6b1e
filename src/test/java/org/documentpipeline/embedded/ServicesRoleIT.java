package org.documentpipeline.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The role {@code services} as other processes see it: its output, its end by signals, and what
 * stays.
 */
class ServicesRoleIT {

  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final int MESSAGES = 10;

  @TempDir Path folder;

  private ServicesProcess start(String name) throws Exception {
    return ServicesProcess.start(folder.resolve("data"), folder.resolve(name + ".err"));
  }

  @Test
  void losesNothingAndLeavesNoProcessWhenItIsKilledOrStopped() throws Exception {
    try (ServicesProcess first = start("first")) {
      Clients clients = new Clients(first.settings());
      clients.createBucketAndQueue();
      clients.execute("create table kept as select 'a row' as text");
      clients.setKey("kept", "a value");
      clients.putObject("kept", "an object");
      for (int i = 0; i < MESSAGES; i++) {
        clients.send("message " + i);
      }
      clients.execute("insert into kept values ('the last row')");
      List<Long> children = first.descendants();
      assertThat(children).hasSizeGreaterThan(2);
      first.kill();
      await().atMost(LIMIT).until(() -> children.stream().noneMatch(Processes::isAlive));
    }
    try (ServicesProcess second = start("second")) {
      Clients clients = new Clients(second.settings());
      assertThat(clients.select("select count(*) from kept")).isEqualTo("2");
      assertThat(clients.getObject("kept")).isEqualTo("an object");
      assertThat(clients.receive()).hasSize(MESSAGES);
      assertThat(clients.getKey("kept")).isEqualTo("a value");

      try (ServicesProcess third = start("third")) {
        assertThatFolderIsInUse(second, third, folder.resolve("data"));
      }
      assertThat(clients.select("select count(*) from kept")).isEqualTo("2");

      List<Long> children = second.descendants();
      second.terminate();
      assertThat(second.exitCode()).isZero();
      assertThat(children).isNotEmpty().noneMatch(Processes::isAlive);
      assertThat(second.errors())
          .doesNotContain("Exception")
          .doesNotContain(" WARN ")
          .doesNotContain(" ERROR ");
    }
  }

  private static void assertThatFolderIsInUse(
      ServicesProcess owner, ServicesProcess second, Path data) throws Exception {
    assertThat(second.exitCode()).isEqualTo(1);
    assertThat(second.errors().lines().filter(line -> !line.contains(" INFO ")))
        .singleElement()
        .asString()
        .startsWith(
            "The data folder " + data.toRealPath() + " is in use by process " + owner.pid());
  }
}
