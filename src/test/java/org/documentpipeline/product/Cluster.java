package org.documentpipeline.product;

import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import org.documentpipeline.embedded.UnpackedPrograms;
import org.springframework.util.FileSystemUtils;

/**
 * The packaged application as it runs in earnest: API, two workers and the WebSocket service as
 * processes of their own, which share one set of services; each service is behind a proxy that can
 * take it away.
 */
final class Cluster implements AutoCloseable {

  /** Seconds a lease, and the visibility of a message, lasts without a heartbeat. */
  static final int LEASE = 6;

  /** Calls to the model at once, of each worker. */
  static final int CONCURRENCY = 4;

  /** A service that can be taken away. */
  enum Service {
    POSTGRES("SPRING_DATASOURCE_URL"),
    REDIS("SPRING_DATA_REDIS_URL"),
    SQS("AWS_ENDPOINT_URL_SQS"),
    S3("AWS_ENDPOINT_URL_S3");

    private final String setting;

    Service(String setting) {
      this.setting = setting;
    }
  }

  private final Path folder;
  private final ModelServer model = ModelServer.start();
  private final Map<Service, TcpProxy> proxies = new EnumMap<>(Service.class);
  private final Map<String, ClusterNode> nodes = new LinkedHashMap<>();
  private final Thread hook = new Thread(this::stopAll, "stop-cluster");
  private Process services;

  /** Starts everything in a folder below {@code target}, and waits until it is ready. */
  static Cluster start(String name, Map<String, String> settings) throws IOException {
    Cluster cluster = new Cluster(Path.of("target", "chaos", name).toAbsolutePath());
    try {
      cluster.startAll(settings);
      return cluster;
    } catch (IOException | RuntimeException e) {
      cluster.close();
      throw e;
    }
  }

  private Cluster(Path folder) throws IOException {
    this.folder = folder;
    FileSystemUtils.deleteRecursively(folder);
    Files.createDirectories(folder);
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /**
   * Routes and queries as the project has them, but for one step: a worker that is to read HTML
   * ends on the spot, as one does whose memory runs out.
   */
  private void copyRoutes() throws IOException {
    for (String name : List.of("routes", "db")) {
      FileSystemUtils.copyRecursively(Path.of(name), folder.resolve(name));
    }
    Files.copy(Path.of("application.yaml"), folder.resolve("application.yaml"));
    Path office = folder.resolve("routes/worker/extract-office.camel.yaml");
    Files.writeString(
        office,
        Files.readString(office)
            .replaceFirst(
                "      steps:\n",
                Matcher.quoteReplacement(
                    """
                      steps:
                        - filter:
                            id: when-poison
                            description: What stops workers
                            steps:
                              - setVariable:
                                  expression:
                                    method:
                                      beanType: java.lang.Runtime
                                      method: getRuntime.halt(3)
                                  name: end
                            expression:
                              simple:
                                expression: ${variable.document[type]} == 'text/html'
                """)));
  }

  private void startAll(Map<String, String> own) throws IOException {
    copyRoutes();
    PackagedJar.archive();
    List<String> start = PackagedJar.sooner("-Xmx384m");
    Map<String, String> settings = startServices(start);
    for (Service service : Service.values()) {
      URI address = URI.create(settings.get(service.setting).replaceFirst("^jdbc:", ""));
      TcpProxy proxy = TcpProxy.to(address.getPort());
      proxies.put(service, proxy);
      settings.computeIfPresent(
          service.setting,
          (key, value) -> value.replace(":" + address.getPort(), ":" + proxy.port()));
    }
    settings.putAll(
        Map.of(
            "PIPELINE_VISIBILITY_TIMEOUT", String.valueOf(LEASE),
            "PIPELINE_CHUNK_TOKENS", "120",
            "PIPELINE_LLM_CONCURRENCY", String.valueOf(CONCURRENCY),
            "PIPELINE_SHUTDOWN_GRACE", "3",
            "PIPELINE_RESEND_AFTER", "5",
            "PIPELINE_STUCK_AFTER", "30",
            "LLM_PROVIDER", "openai",
            "OPENAI_BASE_URL", model.url(),
            "OPENAI_API_KEY", "test",
            "PIPELINE_WEBSOCKET_PORT", String.valueOf(ClusterNode.freePort())));
    settings.putAll(own);
    for (String name : List.of("api", "worker-1", "worker-2", "websocket")) {
      Map<String, String> all = new LinkedHashMap<>(settings);
      all.put("PIPELINE_ROLES", name.replaceFirst("-[0-9]", ""));
      nodes.put(name, new ClusterNode(name, folder, start, all));
    }
    nodes.values().forEach(ClusterNode::start);
    nodes.values().forEach(ClusterNode::awaitUp);
  }

  private Map<String, String> startServices(List<String> start) throws IOException {
    Map<String, String> settings = new LinkedHashMap<>();
    UnpackedPrograms.into(folder.resolve("data"));
    services =
        ClusterNode.run(
            start,
            Map.of(
                "PIPELINE_ROLES",
                "services",
                "PIPELINE_DATA_DIR",
                folder.resolve("data").toString()),
            folder,
            folder.resolve("services.log").toFile());
    BufferedReader out = services.inputReader();
    for (String line = out.readLine(); line != null && !line.isEmpty(); line = out.readLine()) {
      String[] parts = line.split("=", 2);
      settings.put(parts[0], parts[1].replaceAll("^['\"]|['\"]$", ""));
    }
    return settings;
  }

  ModelServer model() {
    return model;
  }

  TcpProxy proxy(Service service) {
    return proxies.get(service);
  }

  ClusterNode node(String name) {
    return nodes.get(name);
  }

  List<ClusterNode> nodes() {
    return new ArrayList<>(nodes.values());
  }

  Api api() {
    return nodes.get("api").api();
  }

  /** Waits until every process is up and no document is waiting or at work. */
  void awaitCalm(Duration limit) {
    nodes.values().forEach(ClusterNode::awaitUp);
    await("all documents have ended")
        .atMost(limit)
        .pollInterval(Duration.ofMillis(250))
        .ignoreExceptions()
        .until(
            () ->
                api().list("limit=200&status=queued").isEmpty()
                    && api().list("limit=200&status=processing").isEmpty());
  }

  private void stopAll() {
    nodes.values().forEach(ClusterNode::kill);
    if (services != null) {
      services.destroy();
    }
  }

  @Override
  public void close() throws IOException {
    stopAll();
    for (TcpProxy proxy : proxies.values()) {
      proxy.close();
    }
    try {
      if (services != null) {
        services.waitFor();
      }
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IllegalStateException e) {
      // The hook is running.
    } catch (UncheckedIOException e) {
      throw new IOException(e);
    }
  }
}
