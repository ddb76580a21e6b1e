package org.documentpipeline.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The role {@code services} as other processes see it: its output, its end by signals, and what stays. */
class ServicesRoleIT {

  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final int MESSAGES = 10;

  @TempDir Path folder;

  private ServicesProcess start(String name) throws Exception {
    return ServicesProcess.start(folder.resolve("data"), folder.resolve(name + ".err"));
  }

  @Test
  void losesNothingThatWasCommittedWhenItIsKilledAndLeavesNoProcess() throws Exception {
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
    }
  }

  @Test
  void startsAtOnceAfterAKillAlthoughItsServersStillRun() throws Exception {
    try (ServicesProcess first = start("first")) {
      new Clients(first.settings()).execute("create table kept as select 'a row' as text");
      first.descendants().stream().filter(ServicesRoleIT::isWrapper).forEach(pid -> Processes.signal(pid, "KILL"));
      List<Long> servers = first.descendants();
      first.kill();
      first.exitCode();
      try (ServicesProcess second = start("second")) {
        assertThat(new Clients(second.settings()).select("select text from kept")).isEqualTo("a row");
        assertThat(servers).noneMatch(Processes::isAlive);
      }
    }
  }

  private static boolean isWrapper(long pid) {
    return Processes.commandLine(pid).startsWith("sh -c");
  }

  @Test
  void endsInGoodOrderWithSigterm() throws Exception {
    try (ServicesProcess services = start("only")) {
      services.settings();
      List<Long> children = services.descendants();
      services.terminate();
      assertThat(services.exitCode()).isEqualTo(143);
      assertThat(children).isNotEmpty().noneMatch(Processes::isAlive);
      assertThat(services.errors()).doesNotContain("Exception").doesNotContain("WARN").doesNotContain("ERROR");
    }
  }

  @Test
  void saysWhoUsesTheFolder() throws Exception {
    try (ServicesProcess first = start("first")) {
      first.settings();
      try (ServicesProcess second = start("second")) {
        assertThat(second.exitCode()).isEqualTo(1);
        assertThat(second.errors().lines().filter(line -> !line.contains(" INFO ")))
            .singleElement()
            .asString()
            .startsWith("The data folder " + folder.toRealPath().resolve("data"))
            .contains("in use by process " + first.pid());
      }
    }
  }
}
