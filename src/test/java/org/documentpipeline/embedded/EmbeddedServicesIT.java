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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** All four services for real, on one folder, for making a new one takes seconds. */
class EmbeddedServicesIT {

  private static final Duration LIMIT = Duration.ofSeconds(30);

  @TempDir static Path parent;

  private static EmbeddedServices services;
  private static Clients clients;

  @BeforeAll
  static void start() {
    services = start("shared", EmbeddedService.values());
    clients = new Clients(services.environment());
    clients.createBucketAndQueue();
  }

  @AfterAll
  static void stop() {
    services.close();
  }

  private static EmbeddedServices start(String name, EmbeddedService... wanted) {
    return EmbeddedServices.start(
        new EmbeddedSettings(parent.resolve(name), Set.of(wanted), Map.of()));
  }

  private static void restart() {
    services.close();
    services = start("shared", EmbeddedService.values());
    clients = new Clients(services.environment());
  }

  @Test
  void keepsWhatWasWrittenOverAStop() throws Exception {
    clients.execute("create table kept as select 'a row' as text");
    clients.setKey("kept", "a value");
    clients.putObject("kept", "an object");
    clients.send("over a stop");
    restart();
    assertThat(clients.select("select text from kept")).isEqualTo("a row");
    assertThat(clients.getKey("kept")).isEqualTo("a value");
    assertThat(clients.getObject("kept")).isEqualTo("an object");
    assertThat(clients.receive()).contains("over a stop");
  }

  @Test
  void folderIsForItsOwnerOnly() throws Exception {
    assertThat(Files.getPosixFilePermissions(parent.resolve("shared"))).hasSize(3);
    assertThat(Files.getPosixFilePermissions(parent.resolve("shared/secrets.properties")))
        .hasSize(2);
  }

  @Test
  void databaseIsDurableAndItsRoleIsNoSuperuser() throws Exception {
    assertThat(clients.select("show fsync")).isEqualTo("on");
    assertThat(clients.select("show synchronous_commit")).isEqualTo("on");
    assertThat(clients.select("show max_connections")).isEqualTo("100");
    assertThat(clients.select("show listen_addresses")).isEqualTo("127.0.0.1");
    assertThat(clients.select("select usesuper from pg_user where usename = current_user"))
        .isEqualTo("f");
    assertThat(clients.select("select lower('ÄÖ Ж')")).isEqualTo("äö ж");
  }

  @Test
  void refusesClientsWithoutTheSecrets() {
    Map<String, String> wrong = services.environment();
    wrong.put("SPRING_DATASOURCE_PASSWORD", "wrong");
    wrong.put(
        "SPRING_DATA_REDIS_URL",
        wrong.get("SPRING_DATA_REDIS_URL").replaceFirst("default:.*@", ""));
    wrong.put("AWS_SECRET_ACCESS_KEY", "wrong");
    Clients stranger = new Clients(wrong);
    assertThatThrownBy(stranger::database)
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("password");
    assertThatThrownBy(() -> stranger.getKey("any")).hasStackTraceContaining("NOAUTH");
    assertThatThrownBy(() -> stranger.putObject("any", "text")).isInstanceOf(S3Exception.class);
  }

  @Test
  void startsAServerAgainThatWasKilledAndLosesNoMessage() {
    clients.send("before the kill");
    for (String name : List.of("postgres", "redis")) {
      long pid = pid(name);
      assertThat(Processes.isAlive(pid)).isTrue();
      Processes.signal(pid, "KILL");
      await().atMost(LIMIT).until(() -> pid(name) != pid && !Processes.isAlive(pid));
    }
    awaitAnswers();
    await().atMost(LIMIT).ignoreExceptions().untilAsserted(() -> clients.send("after the kill"));
    restart();
    assertThat(clients.receive()).contains("before the kill", "after the kill");
  }

  @Test
  void endsAServerThatLivesOnWithoutItsWrapperAndStartsAnother() {
    for (String name : List.of("postgres", "redis")) {
      long orphan = pid(name);
      Processes.signal(parent(orphan), "KILL");
      await().atMost(LIMIT).until(() -> pid(name) != orphan && !Processes.isAlive(orphan));
    }
    awaitAnswers();
  }

  /**
   * The SQS server notices only at its next write that its database was away, and is then started
   * again itself.
   */
  private static void awaitAnswers() {
    await().atMost(LIMIT).ignoreExceptions().until(() -> "1".equals(clients.select("select 1")));
    await().atMost(LIMIT).ignoreExceptions().until(() -> clients.getKey("none") == null);
    await().atMost(LIMIT).ignoreExceptions().untilAsserted(() -> clients.send("are you there"));
  }

  private static long parent(long pid) {
    return ProcessHandle.of(pid).flatMap(ProcessHandle::parent).orElseThrow().pid();
  }

  private static long pid(String name) {
    return Orphans.read(parent.resolve("shared/run/" + name + ".pid"));
  }

  @Test
  void sqsComesBackWhenItsStoreFailedAndKeepsWhatItTakes() throws Exception {
    clients.breakQueueStore();
    await().atMost(LIMIT).ignoreExceptions().untilAsserted(() -> clients.send("after the failure"));
    restart();
    assertThat(clients.receive()).contains("after the failure");
  }

  @Test
  void saysWhichPortIsTaken() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      int port = taken.getLocalPort();
      for (EmbeddedService service : EnumSet.allOf(EmbeddedService.class)) {
        EmbeddedSettings settings =
            new EmbeddedSettings(parent.resolve("unused"), Set.of(service), Map.of(service, port));
        assertThatThrownBy(() -> EmbeddedServices.start(settings))
            .isInstanceOf(StartupException.class)
            .hasMessageContaining(port + " (" + service.portSetting() + ")");
      }
    }
  }

  @Test
  void refusesAFolderThatThisProcessUsesAlready() {
    assertThatThrownBy(() -> start("shared", EmbeddedService.S3))
        .isInstanceOf(StartupException.class)
        .hasMessageContaining("in use by process " + ProcessHandle.current().pid());
  }
}
