package org.documentpipeline.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.documentpipeline.StartupException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.model.S3Exception;

class EmbeddedServicesIT {

  private static final Duration LIMIT = Duration.ofSeconds(30);

  @TempDir Path folder;

  private EmbeddedServices start(EmbeddedService... services) {
    return EmbeddedServices.start(new EmbeddedSettings(folder.resolve("data"), Set.of(services), Map.of()));
  }

  private EmbeddedServices startAll() {
    return start(EmbeddedService.values());
  }

  @Test
  void keepsWhatWasWrittenOverAStop() throws Exception {
    Map<String, String> before;
    try (EmbeddedServices services = startAll()) {
      before = services.environment();
      Clients clients = new Clients(before);
      clients.createBucketAndQueue();
      clients.execute("create table kept as select 'a row' as text");
      clients.setKey("kept", "a value");
      clients.putObject("kept", "an object");
      clients.send("a message");
    }
    try (EmbeddedServices services = startAll()) {
      Clients clients = new Clients(services.environment());
      assertThat(clients.select("select text from kept")).isEqualTo("a row");
      assertThat(clients.getKey("kept")).isEqualTo("a value");
      assertThat(clients.getObject("kept")).isEqualTo("an object");
      assertThat(clients.receive()).containsExactly("a message");
      assertThat(services.environment().get("AWS_SECRET_ACCESS_KEY")).isEqualTo(before.get("AWS_SECRET_ACCESS_KEY"));
    }
    assertThat(folder).isDirectoryNotContaining(file -> !file.getFileName().toString().equals("data"));
    assertThat(Files.getPosixFilePermissions(folder.resolve("data"))).hasSize(3);
  }

  @Test
  void databaseIsDurableAndItsRoleIsNoSuperuser() throws Exception {
    try (EmbeddedServices services = start(EmbeddedService.POSTGRES)) {
      Clients clients = new Clients(services.environment());
      assertThat(clients.select("show fsync")).isEqualTo("on");
      assertThat(clients.select("show synchronous_commit")).isEqualTo("on");
      assertThat(clients.select("show max_connections")).isEqualTo("100");
      assertThat(clients.select("select usesuper from pg_user where usename = current_user")).isEqualTo("f");
      assertThat(clients.select("select lower('ÄÖ Ж')")).isEqualTo("äö ж");
    }
  }

  @Test
  void refusesClientsWithoutTheSecrets() {
    try (EmbeddedServices services =
        start(EmbeddedService.POSTGRES, EmbeddedService.REDIS, EmbeddedService.S3)) {
      Map<String, String> wrong = services.environment();
      wrong.put("SPRING_DATASOURCE_PASSWORD", "wrong");
      wrong.put("SPRING_DATA_REDIS_URL", wrong.get("SPRING_DATA_REDIS_URL").replaceFirst("default:.*@", ""));
      wrong.put("AWS_SECRET_ACCESS_KEY", "wrong");
      Clients clients = new Clients(wrong);
      assertThatThrownBy(clients::database).isInstanceOf(SQLException.class).hasMessageContaining("password");
      assertThatThrownBy(() -> clients.getKey("any")).hasStackTraceContaining("NOAUTH");
      assertThatThrownBy(() -> clients.putObject("any", "text")).isInstanceOf(S3Exception.class);
    }
  }

  @Test
  void startsAServerAgainThatWasKilledAndLosesNoMessage() throws Exception {
    try (EmbeddedServices services = startAll()) {
      Clients clients = new Clients(services.environment());
      clients.createBucketAndQueue();
      clients.send("before");
      kill("postgres");
      kill("redis");
      await().atMost(LIMIT).ignoreExceptions().until(() -> "1".equals(clients.select("select 1")));
      await().atMost(LIMIT).ignoreExceptions().until(() -> clients.getKey("none") == null);
      await().atMost(LIMIT).ignoreExceptions().untilAsserted(() -> clients.send("after"));
    }
    try (EmbeddedServices services = startAll()) {
      assertThat(new Clients(services.environment()).receive()).contains("before", "after");
    }
  }

  @Test
  void endsAServerThatLivesOnWithoutItsWrapperAndStartsAnother() throws Exception {
    try (EmbeddedServices services = start(EmbeddedService.POSTGRES, EmbeddedService.REDIS)) {
      Clients clients = new Clients(services.environment());
      clients.execute("create table kept as select 'a row' as text");
      for (String name : List.of("postgres", "redis")) {
        long orphan = pid(name);
        Processes.signal(parent(orphan), "KILL");
        await().atMost(LIMIT).until(() -> pid(name) != orphan && !Processes.isAlive(orphan));
      }
      await().atMost(LIMIT).ignoreExceptions().until(() -> "a row".equals(clients.select("select text from kept")));
      await().atMost(LIMIT).ignoreExceptions().until(() -> clients.getKey("none") == null);
    }
  }

  private static long parent(long pid) {
    return ProcessHandle.of(pid).flatMap(ProcessHandle::parent).orElseThrow().pid();
  }

  private long pid(String name) {
    return Orphans.read(folder.resolve("data/run/" + name + ".pid"));
  }

  @Test
  void sqsComesBackWithItsMessagesWhenItsStoreFailed() throws Exception {
    try (EmbeddedServices services = start(EmbeddedService.POSTGRES, EmbeddedService.SQS)) {
      Clients clients = new Clients(services.environment());
      clients.createQueue();
      clients.send("before");
      clients.breakQueueStore();
      await().atMost(LIMIT).ignoreExceptions().untilAsserted(() -> clients.send("after"));
    }
    try (EmbeddedServices services = start(EmbeddedService.POSTGRES, EmbeddedService.SQS)) {
      assertThat(new Clients(services.environment()).receive()).contains("after");
    }
  }

  private void kill(String name) {
    long pid = pid(name);
    assertThat(Processes.isAlive(pid)).isTrue();
    Processes.signal(pid, "KILL");
    await().atMost(LIMIT).until(() -> !Processes.isAlive(pid));
  }

  @Test
  void keepsMessagesWithoutAnEmbeddedDatabaseToo() {
    try (EmbeddedServices services = start(EmbeddedService.SQS)) {
      Clients clients = new Clients(services.environment());
      clients.createQueue();
      clients.send("a message");
    }
    try (EmbeddedServices services = start(EmbeddedService.SQS)) {
      assertThat(new Clients(services.environment()).receive()).containsExactly("a message");
      assertThat(services.environment()).doesNotContainKeys("SPRING_DATASOURCE_URL", "AWS_ENDPOINT_URL_S3");
    }
  }

  @Test
  void saysWhichPortIsTaken() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      for (EmbeddedService service : EnumSet.allOf(EmbeddedService.class)) {
        EmbeddedSettings settings =
            new EmbeddedSettings(folder, Set.of(service), Map.of(service, taken.getLocalPort()));
        assertThatThrownBy(() -> EmbeddedServices.start(settings))
            .isInstanceOf(StartupException.class)
            .hasMessageContaining(taken.getLocalPort() + " (" + service.portSetting() + ")");
      }
    }
  }
}
