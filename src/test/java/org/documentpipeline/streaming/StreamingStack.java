package org.documentpipeline.streaming;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Arrays;
import org.apache.camel.CamelContext;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.JdbcTemplate;
import redis.embedded.RedisServer;

/** The WebSocket service alone: its real routes and queries on a real PostgreSQL and a real Redis. */
final class StreamingStack implements AutoCloseable {

  private final EmbeddedPostgres postgres;
  private final int redisPort = freePort();
  private RedisServer redis;
  private ConfigurableApplicationContext application;

  StreamingStack() {
    try {
      postgres = EmbeddedPostgres.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts the service with settings of a test's own, given as {@code key=value}. */
  StreamingStack start(String... settings) {
    String[] common = {
      "pipeline.home=file:", "pipeline.websocket-address=127.0.0.1", "pipeline.websocket-port=0",
      "pipeline.websocket-max-sockets=1000",
      "spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"),
      "spring.datasource.username=postgres", "spring.datasource.hikari.connection-timeout=1000",
      "spring.flyway.locations=filesystem:db/migrations",
      "spring.data.redis.url=redis://127.0.0.1:" + redisPort,
      "camel.main.routes-include-pattern=file:routes/websocket/*.camel.yaml",
      "camel.main.name=streaming", "camel.main.shutdown-timeout=5", "spring.main.banner-mode=off", "logging.level.root=WARN"
    };
    application = new SpringApplicationBuilder(AutoConfigured.class, StreamingConfiguration.class)
        .web(WebApplicationType.NONE)
        .properties(common)
        .run(Arrays.stream(settings).map("--"::concat).toArray(String[]::new));
    return this;
  }

  void stop() {
    application.close();
  }

  StreamingStack startRedis() {
    try {
      redis = RedisServer.builder().bind("127.0.0.1").port(redisPort).setting("save \"\"").build();
      redis.start();
      return this;
    } catch (RuntimeException e) {
      throw new IllegalStateException("Redis does not start on " + redisPort, e);
    }
  }

  void stopRedis() {
    redis.stop();
  }

  EmbeddedPostgres postgres() {
    return postgres;
  }

  CamelContext camel() {
    return application.getBean(CamelContext.class);
  }

  Watchers watchers() {
    return application.getBean(Watchers.class);
  }

  int port() {
    return application.getBean(WatcherServer.class).port();
  }

  URI uri(String target) {
    return URI.create("ws://127.0.0.1:" + port() + "/ws/documents/" + target);
  }

  Documents documents() {
    return new Documents(application.getBean(JdbcTemplate.class), application.getBean(StringRedisTemplate.class));
  }

  @Override
  public void close() throws IOException {
    if (application != null) {
      application.close();
    }
    if (redis != null) {
      redis.stop();
    }
    postgres.close();
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
