package org.documentpipeline.product;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;
import org.documentpipeline.embedded.UnpackedPrograms;

/**
 * The packaged application in an empty folder, with everything embedded and a model of the test's
 * own; in the first test JVM it runs as users run it, with {@code java -jar}. All test classes
 * share one; it stops when the test JVM ends.
 */
final class Product {

  /** Calls to the model at once; small, so that a document is long at work. */
  static final int CONCURRENCY = 4;

  /** Bytes an upload may have. */
  static final int MAX_UPLOAD = 3 * 1024 * 1024;

  /** Kept, for a channel that nobody holds is closed, and its lock goes with it. */
  private static FileChannel lock;

  private static final Path FOLDER = claimFolder();
  private static final Path LOG = FOLDER.resolve("product.log");
  private static final String MEMORY = "-Xmx512m";
  private static final Duration START_LIMIT = Duration.ofSeconds(150);
  private static final int LOG_END = 4_000;
  private static Product shared;
  private static RuntimeException failure;

  private final ModelServer model = ModelServer.start();
  private final int port = freePort();
  private final int socketPort = freePort();
  private final int queuePort = freePort();
  private final Api api = new Api(port);
  private Process process;

  private Product() {}

  /** The one that all tests use, started at the first call and ready. */
  static synchronized Product shared() {
    if (failure != null) {
      throw failure;
    }
    if (shared == null) {
      Product product = new Product();
      Runtime.getRuntime().addShutdownHook(new Thread(product::stop, "stop-product"));
      try {
        product.empty();
        product.start();
      } catch (RuntimeException e) {
        failure = e;
        throw e;
      }
      shared = product;
    }
    return shared;
  }

  /**
   * Leaves no document, and so no answer that is kept; makes the model answer again, and forgets
   * what it was asked until then.
   */
  void calm() {
    model.reset();
    boolean busy = !endsByItself();
    deleteAll();
    if (busy) {
      // A worker looks once a second whether its documents are still wanted.
      Pauses.millis(1_500);
    }
    model.reset();
  }

  /** Whether all that is under way has ended a second after the model answers again. */
  private boolean endsByItself() {
    try {
      await()
          .atMost(Duration.ofSeconds(1))
          .pollDelay(Duration.ZERO)
          .pollInterval(Duration.ofMillis(50))
          .until(
              () -> api.list("status=queued").isEmpty() && api.list("status=processing").isEmpty());
      return true;
    } catch (ConditionTimeoutException e) {
      return false;
    }
  }

  ModelServer model() {
    return model;
  }

  Api api() {
    return api;
  }

  int port() {
    return port;
  }

  /** Where the embedded SQS server is. */
  URI queue() {
    return URI.create("http://127.0.0.1:" + queuePort);
  }

  /** Where a path of the WebSocket server is. */
  String socket(String path) {
    return "ws://127.0.0.1:" + socketPort + path;
  }

  /** The files of the embedded S3 server that belong to a document. */
  List<Path> stored(String id) throws IOException {
    try (Stream<Path> files = Files.walk(FOLDER.resolve("data/s3"))) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> file.toString().contains(id))
          .toList();
    }
  }

  /** How many files the embedded S3 server keeps. */
  long stored() throws IOException {
    return stored("").size();
  }

  /** The folder it runs in. */
  Path folder() {
    return FOLDER.resolve("work");
  }

  private void deleteAll() {
    api.list("limit=200")
        .forEach(document -> api.delete("/api/documents/" + document.get("id").asText()));
  }

  /** Sends SIGKILL to the JVM. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  /** Starts it on the folder and the ports it had before, and waits until it is ready. */
  void start() {
    try {
      Files.createDirectories(folder());
      process = command().start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    await()
        .atMost(START_LIMIT)
        .pollInterval(Duration.ofMillis(250))
        .failFast(this::assertAlive)
        .until(this::isUp);
  }

  /** Leaves nothing in an environment that would be a setting of the application. */
  static void forgetSettings(Map<String, String> environment) {
    environment
        .keySet()
        .removeIf(
            name -> name.matches("(PIPELINE|SPRING|SERVER|AWS|LLM|OPENAI|MANAGEMENT|CAMEL)_.*"));
  }

  private ProcessBuilder command() throws IOException {
    ProcessBuilder builder = new ProcessBuilder(java());
    Map<String, String> settings = builder.environment();
    forgetSettings(settings);
    settings.putAll(
        Map.of(
            "SERVER_PORT", String.valueOf(port),
            "PIPELINE_WEBSOCKET_PORT", String.valueOf(socketPort),
            "PIPELINE_SQS_PORT", String.valueOf(queuePort),
            "PIPELINE_DATA_DIR", FOLDER.resolve("data").toString(),
            "PIPELINE_LLM_CONCURRENCY", String.valueOf(CONCURRENCY),
            "PIPELINE_CHUNK_TOKENS", "120",
            "PIPELINE_MAX_UPLOAD", MAX_UPLOAD + "B",
            "PIPELINE_DEMO", "true",
            // How long a killed worker's documents stay its own.
            "PIPELINE_VISIBILITY_TIMEOUT", "10"));
    settings.putAll(
        Map.of(
            "LLM_PROVIDER",
            "openai",
            "OPENAI_BASE_URL",
            model.url(),
            "OPENAI_API_KEY",
            "test",
            "OPENAI_MODEL",
            "test-model",
            "PIPELINE_PRICES",
            "test-model=2/10"));
    return builder
        .directory(folder().toFile())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(LOG.toFile()));
  }

  /** As users do it in the first test JVM; sooner in others, and when it starts again. */
  private List<String> java() throws IOException {
    if (process == null && FOLDER.endsWith("product-1")) {
      return PackagedJar.asUsersDo(MEMORY);
    }
    if (process == null) {
      PackagedJar.archive();
      UnpackedPrograms.into(FOLDER.resolve("data"));
    }
    return PackagedJar.sooner(MEMORY);
  }

  private boolean isUp() {
    try {
      return api.get("/actuator/health").json().path("status").asText().equals("UP");
    } catch (UncheckedIOException e) {
      return false;
    }
  }

  private void assertAlive() {
    if (!process.isAlive()) {
      String log = log();
      throw new IllegalStateException(
          "The product ended while it started; the end of "
              + LOG
              + ":\n"
              + log.substring(Math.max(0, log.length() - LOG_END)));
    }
  }

  /** What it has logged. */
  String log() {
    try {
      return Files.readString(LOG, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void stop() {
    if (process == null) {
      return;
    }
    process.destroy();
    try {
      if (!process.waitFor(25, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A folder that no other JVM of this run uses: its lock is kept until this one ends. */
  private static Path claimFolder() {
    for (int number = 1; ; number++) {
      Path folder = Path.of("target", "product-" + number).toAbsolutePath();
      try {
        lock =
            FileChannel.open(
                folder.resolveSibling(folder.getFileName() + ".lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        if (lock.tryLock() != null) {
          return folder;
        }
        lock.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void empty() {
    try {
      if (Files.exists(FOLDER)) {
        try (Stream<Path> files = Files.walk(FOLDER)) {
          for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
            Files.delete(file);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("An earlier run may still be at work in " + FOLDER, e);
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
