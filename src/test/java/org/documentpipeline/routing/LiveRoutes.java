package org.documentpipeline.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.main.DefaultRoutesCollector;
import org.apache.camel.main.RoutesConfigurer;
import org.documentpipeline.routing.RouteReplacer.Neighbours;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/**
 * A running context over a folder with two files: call-greeter asks greet-person, which asks a
 * bean. Tests edit the files as a person or an editor does, and ask the routes what they answer.
 */
abstract class LiveRoutes {

  static final Duration SECONDS = Duration.ofSeconds(15);

  private static final RouteFileCheck CHECK = new RouteFileCheck();

  @TempDir Path home;

  final DefaultCamelContext context = new DefaultCamelContext();
  final Greeter greeter = new Greeter();

  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final Logger logger = (Logger) LoggerFactory.getLogger("org.documentpipeline.routing");
  private RouteWatcher watcher;
  private ProducerTemplate template;

  /** A bean of the application that routes call. */
  public static final class Greeter {
    final CountDownLatch entered = new CountDownLatch(1);
    final CountDownLatch leave = new CountDownLatch(1);

    public String greet(String name) {
      return "Hello " + name;
    }

    public String linger(String name) throws InterruptedException {
      entered.countDown();
      leave.await(20, TimeUnit.SECONDS);
      return "Waited " + name;
    }
  }

  @BeforeEach
  void start() throws Exception {
    write("greet-person", route("greet-person", "greeter", "greet"));
    write("call-greeter", call("call-greeter", "greet-person"));
    Files.createDirectories(home.resolve("db/queries"));
    context.getRegistry().bind("greeter", greeter);
    RouteFolders folders = RouteFolders.of("file:" + home + "/", "worker");
    Neighbours neighbours = new Neighbours(List.of(), () -> {});
    watcher = new RouteWatcher(context, folders, neighbours, () -> CHECK, Duration.ofMillis(100));
    RoutesConfigurer configurer = new RoutesConfigurer(context);
    configurer.setRoutesCollector(new DefaultRoutesCollector());
    configurer.setRoutesIncludePattern(folders.includePattern());
    configurer.configureRoutes(context);
    log.start();
    logger.addAppender(log);
    // Whatever a test before it in this JVM has set.
    logger.setLevel(Level.INFO);
    context.start();
    template = context.createProducerTemplate();
    watcher.start();
  }

  @AfterEach
  void stop() {
    greeter.leave.countDown();
    watcher.stop();
    context.stop();
    logger.detachAppender(log);
    logger.setLevel(null);
  }

  static String route(String id, String bean, String method) {
    return """
        - route:
            id: %1$s
            description: Says hello.
            group: test
            from:
              id: from-%1$s
              uri: direct
              parameters:
                name: %1$s
              steps:
                - bean:
                    id: say-%1$s
                    description: Say it
                    ref: %2$s
                    method: %3$s
        """
        .formatted(id, bean, method);
  }

  static String call(String id, String callee) {
    return """
        - route:
            id: %1$s
            description: Asks another.
            group: test
            from:
              id: from-%1$s
              uri: direct
              parameters:
                name: call-greeter
              steps:
                - to:
                    id: to-%1$s
                    description: Ask it
                    uri: direct
                    parameters:
                      name: %2$s
        """
        .formatted(id, callee);
  }

  static String failing() {
    return """
        - route:
            id: fail-always
            description: Fails.
            group: test
            routeConfigurationId: forgive
            from:
              id: from-fail
              uri: direct
              parameters:
                name: fail-always
              steps:
                - throwException:
                    id: throw-always
                    exceptionType: java.lang.IllegalStateException
                    message: always
        """;
  }

  static String policy(String answer) {
    return """
        - routeConfiguration:
            id: forgive
            onException:
              - onException:
                  id: forgive-all
                  exception:
                    - java.lang.Exception
                  handled:
                    constant:
                      expression: "true"
                  steps:
                    - setBody:
                        expression:
                          constant:
                            expression: %s
        """
        .formatted(answer);
  }

  Path file(String name) {
    return home.resolve("routes/worker/" + name + ".camel.yaml");
  }

  void write(String name, String text) throws IOException {
    Files.createDirectories(file(name).getParent());
    Files.writeString(file(name), text);
  }

  String read(String name) throws IOException {
    return Files.readString(file(name));
  }

  void change(String name, UnaryOperator<String> change) throws IOException {
    String before = read(name);
    String after = change.apply(before);
    assertThat(after).isNotEqualTo(before);
    write(name, after);
  }

  String ask(String direct) {
    return template.requestBody("direct:" + direct, "Ada", String.class);
  }

  void awaitAnswer(String direct, String answer) {
    await().atMost(SECONDS).until(() -> context.getRoute(direct) != null);
    await().atMost(SECONDS).untilAsserted(() -> assertThat(ask(direct)).isEqualTo(answer));
  }

  void awaitLog(Level level, String words) {
    await()
        .atMost(SECONDS)
        .untilAsserted(
            () ->
                assertThat(List.copyOf(log.list))
                    .anySatisfy(
                        event -> {
                          assertThat(event.getLevel()).isEqualTo(level);
                          assertThat(event.getFormattedMessage()).contains(words);
                        }));
  }
}
