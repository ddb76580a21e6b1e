package org.documentpipeline.streaming;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.documentpipeline.embedded.EmbeddedService;
import org.documentpipeline.embedded.EmbeddedServices;
import org.documentpipeline.embedded.EmbeddedSettings;
import org.documentpipeline.embedded.UnpackedPrograms;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.FileSystemUtils;

/**
 * The WebSocket service alone: its real routes and queries on a real PostgreSQL and a real Redis,
 * which both run at once.
 */
final class StreamingStack implements AutoCloseable {

  private static StreamingStack shared;

  private final Path folder;
  private final int postgresPort = freePort();
  private final int redisPort = freePort();
  private EmbeddedServices postgres;
  private EmbeddedServices redis;
  private ConfigurableApplicationContext application;

  /** One for all classes of this JVM that leave the two as they are, started at the first call. */
  static synchronized StreamingStack shared() throws IOException {
    if (shared == null) {
      StreamingStack stack = new StreamingStack();
      Runtime.getRuntime().addShutdownHook(new Thread(stack::closeQuietly, "stop-streaming"));
      shared = stack;
    }
    return shared;
  }

  StreamingStack() throws IOException {
    folder = Files.createTempDirectory("streaming");
    UnpackedPrograms.into(folder.resolve(EmbeddedService.POSTGRES.name()));
    startPostgres();
    startRedis();
  }

  /** Starts the service with settings of a test's own, given as {@code key=value}. */
  StreamingStack start(String... settings) {
    String[] common = {
      "pipeline.home=file:",
      "pipeline.websocket-address=127.0.0.1",
      "pipeline.websocket-port=0",
      "pipeline.websocket-max-sockets=1000",
      "spring.datasource.url=" + postgres.environment().get("SPRING_DATASOURCE_URL"),
      "spring.datasource.username=" + postgres.environment().get("SPRING_DATASOURCE_USERNAME"),
      "spring.datasource.password=" + postgres.environment().get("SPRING_DATASOURCE_PASSWORD"),
      "spring.datasource.hikari.connection-timeout=1000",
      "spring.flyway.locations=filesystem:db/migrations",
      "spring.data.redis.url=" + redis.environment().get("SPRING_DATA_REDIS_URL"),
      "pipeline.roles=websocket",
      "camel.main.name=streaming",
      "camel.main.shutdown-timeout=5",
      "spring.main.banner-mode=off",
      // The root's level would stay for the tests after it in this JVM, which read the log.
      "logging.level.org.apache=WARN",
      "logging.level.org.springframework=WARN"
    };
    application =
        new SpringApplicationBuilder(AutoConfigured.class, StreamingConfiguration.class)
            .web(WebApplicationType.NONE)
            .run(arguments(common, settings));
    return this;
  }

  private static String[] arguments(String[] common, String[] own) {
    Map<String, String> all = new LinkedHashMap<>();
    Stream.concat(Arrays.stream(common), Arrays.stream(own))
        .map(setting -> setting.split("=", 2))
        .forEach(setting -> all.put(setting[0], setting[1]));
    return all.entrySet().stream()
        .map(e -> "--" + e.getKey() + "=" + e.getValue())
        .toArray(String[]::new);
  }

  void stop() {
    application.close();
  }

  void startPostgres() {
    postgres = start(EmbeddedService.POSTGRES, postgresPort);
  }

  void stopPostgres() {
    postgres.close();
  }

  void startRedis() {
    redis = start(EmbeddedService.REDIS, redisPort);
  }

  void stopRedis() {
    redis.close();
  }

  private EmbeddedServices start(EmbeddedService service, int port) {
    return EmbeddedServices.start(
        new EmbeddedSettings(
            folder.resolve(service.name()), Set.of(service), Map.of(service, port)));
  }

  CamelContext camel() {
    return application.getBean(CamelContext.class);
  }

  Sockets sockets() {
    return application.getBean(Sockets.class);
  }

  int port() {
    return application.getEnvironment().getRequiredProperty("local.websocket.port", Integer.class);
  }

  URI uri(String target) {
    return URI.create("ws://127.0.0.1:" + port() + "/ws/documents/" + target);
  }

  Documents documents() {
    return new Documents(
        application.getBean(JdbcTemplate.class), application.getBean(StringRedisTemplate.class));
  }

  @Override
  public void close() throws IOException {
    if (application != null) {
      application.close();
    }
    redis.close();
    postgres.close();
    FileSystemUtils.deleteRecursively(folder);
  }

  private void closeQuietly() {
    try {
      close();
    } catch (IOException e) {
      // A folder for temporary files; there is nobody left to tell.
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @EnableAutoConfiguration
  static class AutoConfigured {}
}
