package org.documentpipeline.product;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.documentpipeline.product.Cluster.Service;
import org.documentpipeline.product.TcpProxy.Mode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Faults that really happen, while documents are on their way: nothing accepted is lost, nothing is
 * told twice, and all goes on without a restart. A short round of each; {@code ./mvnw -Pchaos
 * verify} goes on for longer, with {@code -Dchaos.kills}, {@code -Dchaos.documents}, {@code
 * -Dchaos.outage} (seconds), {@code -Dchaos.latency} (milliseconds of the model) and {@code
 * -Dchaos.seed}.
 */
@Tag("faults")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ChaosIT {
  private static final Logger log = LoggerFactory.getLogger(ChaosIT.class);
  private static final Set<String> TERMINAL = Set.of("completed", "failed", "cancelled");
  private static final int KILLS = Integer.getInteger("chaos.kills", 4);
  private static final int DOCUMENTS = Integer.getInteger("chaos.documents", 12);
  private static final int OUTAGE = Integer.getInteger("chaos.outage", 3);
  private static final int LATENCY = Integer.getInteger("chaos.latency", 150);
  private static final long SEED = Long.getLong("chaos.seed", 20261124L);

  /** An answer is on its way until it is saved, which takes so long at most on a busy machine. */
  private static final Duration SAVING = Duration.ofMillis(250);

  private static final Map<String, String> TABLE = new TreeMap<>();
  private static Cluster cluster;

  @BeforeAll
  static void start() throws IOException {
    cluster = Cluster.start("cluster", Map.of());
    cluster.model().answerAfter(Duration.ofMillis(LATENCY));
  }

  @AfterAll
  static void stop() throws IOException {
    cluster.close();
    StringBuilder table =
        new StringBuilder("\nseed " + SEED + "\n| fault | outcome |\n|---|---|\n");
    TABLE.forEach((fault, outcome) -> table.append("| %s | %s |%n".formatted(fault, outcome)));
    log.info("{}", table);
  }

  @Test
  @Order(1)
  void killsLoseNothing() {
    Random random = new Random(SEED);
    // So that documents are under way as long as there are kills.
    int pause = Math.max(200, KILLS * 3_000 / DOCUMENTS);
    ChaosLoad load = new ChaosLoad(api(), SEED, DOCUMENTS, pause).start();
    Map<String, Integer> killed = new TreeMap<>();
    List<Kill> ofWorkers = new ArrayList<>();
    for (int kills = 0; kills < KILLS; ) {
      Pauses.millis(500 + random.nextInt(2_500));
      ClusterNode node = cluster.nodes().get(random.nextInt(4));
      if (node.isUp()) {
        long begin = System.nanoTime();
        node.kill();
        if (node.name().startsWith("worker")) {
          ofWorkers.add(new Kill(begin, System.nanoTime()));
        }
        node.start();
        killed.merge(node.name(), 1, Integer::sum);
        kills++;
      }
    }
    List<String> ids = load.awaitAll();
    double seconds = calm();
    assertThat(ids).hasSize(DOCUMENTS);
    List<List<ModelServer.Call>> repeats = cluster.model().repeats();
    long inFlight =
        ofWorkers.stream().mapToLong(kill -> kill.caught(cluster.model().answers()).count()).sum();
    TABLE.put(
        "kill -9 " + killed,
        "%d documents completed, %.1f s after the last kill; %d answers paid twice, %d in flight at kills"
            .formatted(verify(ids), seconds, repeats.size(), inFlight));
    assertThat(repeats)
        .as("answers paid for twice although no kill had caught the one before")
        .allMatch(before -> ofWorkers.stream().anyMatch(kill -> kill.caught(before).count() > 0));
    assertThat((long) repeats.size()).isLessThanOrEqualTo(inFlight);
  }

  /** From the signal to the end of the process, in {@link System#nanoTime}. */
  private record Kill(long begin, long end) {

    /** The calls in flight: asked by then, and not answered long enough before to be saved. */
    Stream<ModelServer.Call> caught(List<ModelServer.Call> calls) {
      return calls.stream()
          .filter(call -> call.asked() <= end && call.answered() >= begin - SAVING.toNanos());
    }
  }

  @Test
  @Order(2)
  void aSleeperDoesNotOverwriteTheNewOwnersWork() {
    // More long ones than one worker takes, so both have some.
    ChaosLoad load = new ChaosLoad(api(), SEED + 2, 6, 0, 25).start();
    await().until(() -> cluster.model().inFlight() > Cluster.CONCURRENCY);
    ClusterNode sleeper = cluster.node("worker-1");
    sleeper.signal("STOP");
    Pauses.millis(1_000L * (Cluster.LEASE + 3));
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> load.accepted().stream().anyMatch(ChaosIT::wasTakenOver));
    sleeper.signal("CONT");
    row(
        "SIGSTOP of a worker for %d s, lease %d s".formatted(Cluster.LEASE + 3, Cluster.LEASE),
        load);
  }

  @Test
  @Order(3)
  void aRollingRestartRepeatsNothing() {
    ChaosLoad load = new ChaosLoad(api(), SEED + 3, 6, 100).start();
    int repeatedBefore = cluster.model().repeated();
    await().until(() -> cluster.model().inFlight() > 0);
    for (String name : List.of("worker-1", "worker-2", "websocket")) {
      ClusterNode node = cluster.node(name);
      long begin = System.nanoTime();
      assertThat(node.terminate(Duration.ofSeconds(30))).as("exit code of " + name).isZero();
      double seconds = (System.nanoTime() - begin) / 1e9;
      node.start();
      node.awaitUp();
      TABLE.put("SIGTERM of " + name, "exit code 0 after %.1f s".formatted(seconds));
    }
    row("rolling restart", load);
    int repeated = cluster.model().repeated() - repeatedBefore;
    TABLE.merge(
        "rolling restart",
        repeated + " answers paid twice",
        (before, more) -> before + "; " + more);
    assertThat(repeated).isZero();
  }

  @Test
  @Order(4)
  void aServiceThatIsCutOffAndComesBackIsNoMatter() {
    for (Service service : Service.values()) {
      outage(service, Mode.CUT);
    }
  }

  @Test
  @Order(5)
  void aServiceThatFallsSilentAndComesBackIsNoMatter() {
    for (Service service : Service.values()) {
      if (OUTAGE > 10 || service == Service.POSTGRES) {
        outage(service, Mode.SILENT);
      }
    }
  }

  @Test
  @Order(6)
  @EnabledIfSystemProperty(named = "chaos.kills", matches = "[0-9]+")
  void aServiceThatIsSlowIsNoMatter() {
    for (Service service : Service.values()) {
      outage(service, Mode.SLOW);
    }
  }

  /**
   * A minute and more, so not in the short round; the statements it takes have tests of their own.
   */
  @Test
  @Order(7)
  @EnabledIfSystemProperty(named = "chaos.kills", matches = "[0-9]+")
  void aDocumentThatStopsWorkersIsGivenUpAndThoseBesideItAreNot() {
    String poison =
        Api.accepted(
            api().upload(new Multipart().file("p.html", "<html><p>Poison.</p>".getBytes(UTF_8))));
    ChaosLoad load = new ChaosLoad(api(), SEED + 9, 8, 500).start();
    await()
        .atMost(Duration.ofMinutes(5))
        .pollInterval(Duration.ofMillis(500))
        .until(
            () -> {
              startTheDead();
              return TERMINAL.contains(api().document(poison).get("status").asText());
            });
    startTheDead();
    assertThat(api().document(poison).at("/error/code").asText()).isEqualTo("poisoned");
    long claims =
        api().events(poison).stream()
            .filter(event -> event.get("type").asText().equals("resumed"))
            .count();
    row("poison, given up after " + claims + " claims", load);
    assertThat(claims).isEqualTo(5);
  }

  @Test
  @Order(8)
  @EnabledIfSystemProperty(named = "chaos.kills", matches = "[0-9]+")
  void aLongDocumentThatGetsOnIsNoPoisonHoweverOftenItsWorkerDies() {
    ChaosLoad load = new ChaosLoad(api(), SEED + 10, 1, 0, 250).start();
    String id = load.awaitAll().get(0);
    int done = 0;
    for (int kills = 0; kills < 20; kills++) {
      done = api().awaitChunks(id, done + 1).at("/progress/chunksDone").asInt();
      cluster.nodes().stream()
          .filter(node -> node.name().startsWith("worker"))
          .forEach(ClusterNode::killAndStart);
    }
    row("a long document, killed 20 times", load);
  }

  private static boolean wasTakenOver(String id) {
    return api().events(id).stream()
        .anyMatch(event -> event.get("type").asText().equals("resumed"));
  }

  private static void startTheDead() {
    cluster.nodes().stream().filter(node -> !node.isAlive()).forEach(ClusterNode::start);
  }

  private static Api api() {
    return cluster.api();
  }

  private static void outage(Service service, Mode mode) {
    ChaosLoad load = new ChaosLoad(api(), SEED + service.ordinal(), 4, 100).start();
    await().until(() -> !load.accepted().isEmpty());
    cluster.proxy(service).set(mode);
    Pauses.millis(1_000L * OUTAGE);
    cluster.proxy(service).set(Mode.OPEN);
    row("%s %s for %d s".formatted(service, mode.name().toLowerCase(Locale.ROOT), OUTAGE), load);
  }

  private static void row(String fault, ChaosLoad load) {
    long begin = System.nanoTime();
    List<String> ids = load.awaitAll();
    calm();
    TABLE.put(
        fault,
        "%d documents completed, %.1f s afterwards"
            .formatted(verify(ids), (System.nanoTime() - begin) / 1e9));
  }

  private static double calm() {
    long begin = System.nanoTime();
    cluster.awaitCalm(Duration.ofSeconds(240));
    return (System.nanoTime() - begin) / 1e9;
  }

  /** Holds every document to what was promised, and gives how many there are. */
  private static int verify(List<String> ids) {
    for (String id : ids) {
      JsonNode document = api().document(id);
      assertThat(document.get("status").asText())
          .as(document.get("error").toString())
          .isEqualTo("completed");
      List<JsonNode> events = api().events(id);
      assertThat(events)
          .as("numbers of the events of " + id)
          .extracting(event -> event.get("seq").asInt())
          .containsExactlyElementsOf(IntStream.rangeClosed(1, events.size()).boxed().toList());
      assertThat(events)
          .as("ends of " + id)
          .filteredOn(event -> TERMINAL.contains(event.get("type").asText()))
          .hasSize(1);
    }
    return ids.size();
  }
}
