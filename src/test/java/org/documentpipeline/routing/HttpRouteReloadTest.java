package org.documentpipeline.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.actuate.autoconfigure.security.servlet.ManagementWebSecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.data.redis.RedisAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The same in a Spring Boot application: its beans, its settings, its web server. */
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.config.location=optional:classpath:/none/",
      "pipeline.roles=api",
      "test.greeting=Hello",
      "camel.springboot.java-routes-include-pattern=false"
    })
@DirtiesContext
class HttpRouteReloadTest {

  private static final Duration SECONDS = Duration.ofSeconds(20);

  @TempDir static Path home;

  @Autowired private TestRestTemplate http;

  @Autowired private CamelContext context;

  @Autowired private Greeter greeter;

  @SpringBootConfiguration
  @EnableAutoConfiguration(
      exclude = {
        DataSourceAutoConfiguration.class,
        FlywayAutoConfiguration.class,
        RedisAutoConfiguration.class,
        SecurityAutoConfiguration.class,
        ManagementWebSecurityAutoConfiguration.class
      })
  @Import(RoutingConfiguration.class)
  static class Application {

    @Bean
    Greeter greeter() {
      return new Greeter();
    }
  }

  /** Knows its context, as an aggregation strategy may; a trial must not leave its own behind. */
  public static class Greeter implements CamelContextAware {
    private CamelContext context;

    public String greet(String name) {
      return "Hello " + name;
    }

    @Override
    public CamelContext getCamelContext() {
      return context;
    }

    @Override
    public void setCamelContext(CamelContext context) {
      this.context = context;
    }
  }

  @DynamicPropertySource
  static void home(DynamicPropertyRegistry registry) {
    try {
      writeAll();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    registry.add("pipeline.home", () -> "file:" + home + "/");
  }

  private static void writeAll() throws IOException {
    Files.createDirectories(home.resolve("routes/api"));
    write("serve-greetings", rest("hello", "say-hello"));
    write("say-hello", say("say-hello", "'{{test.greeting}} Ada'"));
  }

  @BeforeEach
  void fromTheStart() throws IOException {
    writeAll();
    await().atMost(SECONDS).untilAsserted(() -> assertThat(answer("hello")).isEqualTo("Hello Ada"));
  }

  @Test
  void anEditChangesTheAnswer() throws IOException {
    write("say-hello", say("say-hello", "{{test.greeting}} Grace"));
    await()
        .atMost(SECONDS)
        .untilAsserted(() -> assertThat(answer("hello")).isEqualTo("Hello Grace"));
    assertThat(greeter.getCamelContext()).isSameAs(context);
  }

  @Test
  void anEndpointCanBeAddedMovedAndTakenAway() throws IOException {
    int routes = context.getRoutesSize();
    write("serve-greetings", rest("salut", "say-hello"));
    await().atMost(SECONDS).untilAsserted(() -> assertThat(answer("salut")).isEqualTo("Hello Ada"));
    assertThat(http.getForEntity("/greetings/hello", String.class).getStatusCode().value())
        .isEqualTo(404);
    assertThat(context.getRoutesSize()).isEqualTo(routes);
  }

  @Test
  void aBrokenEndpointChangesNothing() throws IOException {
    write("serve-greetings", rest("salut", "say-nothing"));
    write("say-hello", say("say-hello", "{{test.missing}} Ada"));
    write("say-more", say("say-more", "more"));
    await().atMost(SECONDS).until(() -> context.getRoute("say-more") != null);
    assertThat(answer("hello")).isEqualTo("Hello Ada");
    assertThat(http.getForEntity("/greetings/salut", String.class).getStatusCode().value())
        .isEqualTo(404);
    Files.delete(home.resolve("routes/api/say-more.camel.yaml"));
    await().atMost(SECONDS).until(() -> context.getRoute("say-more") == null);
  }

  private String answer(String path) {
    return http.getForObject("/greetings/" + path, String.class);
  }

  private static void write(String name, String text) throws IOException {
    Files.writeString(home.resolve("routes/api/" + name + ".camel.yaml"), text);
  }

  private static String rest(String path, String route) {
    return """
        - rest:
            id: serve-greetings
            path: /greetings
            get:
              - id: get-greeting
                path: /%s
                routeId: get-greeting-route
                to:
                  uri: direct:%s
        """
        .formatted(path, route);
  }

  private static String say(String id, String words) {
    return """
        - route:
            id: %1$s
            from:
              id: from-%1$s
              uri: direct
              parameters:
                name: %1$s
              steps:
                - bean:
                    id: greet-%1$s
                    ref: greeter
                    method: greet("x")
                - setBody:
                    expression:
                      constant:
                        expression: "%2$s"
        """
        .formatted(id, words.replace("'", ""));
  }
}
