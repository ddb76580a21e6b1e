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
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.main.DefaultRoutesCollector;
import org.apache.camel.main.RoutesConfigurer;
import org.documentpipeline.routing.RouteReplacer.Neighbours;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Edits files under a running context as a person or an editor does, and asks the routes what they answer. */
class RouteReloadTest {

  private static final Duration SECONDS = Duration.ofSeconds(15);
  private static final RouteFileCheck CHECK = new RouteFileCheck();

  @TempDir
  Path home;

  private final DefaultCamelContext context = new DefaultCamelContext();
  private final List<Set<String>> announced = new CopyOnWriteArrayList<>();
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final Logger logger = (Logger) LoggerFactory.getLogger("org.documentpipeline.routing");
  private RouteWatcher watcher;
  private ProducerTemplate template;

  /** A bean of the application that routes call. */
  public static final class Greeter {
    private final CountDownLatch entered = new CountDownLatch(1);
    private final CountDownLatch leave = new CountDownLatch(1);

    public String greet(String name) {
      return "Hello " + name;
    }

    public String linger(String name) throws InterruptedException {
      entered.countDown();
      leave.await(20, TimeUnit.SECONDS);
      return "Waited " + name;
    }
  }

  private final Greeter greeter = new Greeter();

  @BeforeEach
  void startWithTwoFiles() throws Exception {
    write("greet-person", route("greet-person", "greeter", "greet"));
    write("call-greeter", call("call-greeter", "greet-person"));
    Files.createDirectories(home.resolve("db/queries"));
    context.getRegistry().bind("greeter", greeter);
    start();
  }

  private void start() throws Exception {
    RouteFolders folders = RouteFolders.of("file:" + home + "/", "worker");
    context.getRestConfiguration().setInlineRoutes(false);
    RoutesConfigurer configurer = new RoutesConfigurer(context);
    configurer.setRoutesCollector(new DefaultRoutesCollector());
    configurer.setRoutesIncludePattern(folders.includePattern());
    Neighbours neighbours = new Neighbours(List.of(announced::add), () -> {});
    watcher = new RouteWatcher(context, folders, neighbours, () -> CHECK, Duration.ofMillis(100));
    configurer.configureRoutes(context);
    log.start();
    logger.addAppender(log);
    context.start();
    template = context.createProducerTemplate();
    watcher.run(null);
  }

  @AfterEach
  void stop() {
    greeter.leave.countDown();
    watcher.stop();
    context.stop();
    logger.detachAppender(log);
  }

  @Test
  void anEditGoesLive() throws Exception {
    assertThat(ask("call-greeter")).isEqualTo("Hello Ada");
    change("greet-person", text -> text.replace("steps:", """
        steps:
                - setBody:
                    expression:
                      constant:
                        expression: Grace"""));
    awaitAnswer("call-greeter", "Hello Grace");
    awaitLog(Level.INFO, "Live: routes/worker/greet-person.camel.yaml (greet-person)");
    assertThat(announced).containsExactly(Set.of("greet-person"));
  }

  @Test
  void aNewFileGoesLive() throws Exception {
    write("greet-again", route("greet-again", "greeter", "greet"));
    await().atMost(SECONDS).until(() -> context.getRoute("greet-again") != null);
    assertThat(ask("greet-again")).isEqualTo("Hello Ada");
  }

  @Test
  void aSyntaxErrorChangesNothingAndMendingItGoesLive() throws Exception {
    String good = read("greet-person");
    change("greet-person", text -> text.replace("steps:", "steps: ]"));
    awaitLog(Level.ERROR, "routes/worker/greet-person.camel.yaml:10:14: This is not YAML");
    assertThat(ask("call-greeter")).isEqualTo("Hello Ada");
    write("greet-person", good.replace("Says hello.", "Says hello again."));
    awaitLog(Level.INFO, "Live: routes/worker/greet-person.camel.yaml");
    awaitLog(Level.INFO, "routes/worker/greet-person.camel.yaml is sound again");
    assertThat(ask("call-greeter")).isEqualTo("Hello Ada");
  }

  @Test
  void takingABrokenEditBackIsToldToo() throws Exception {
    String good = read("greet-person");
    change("greet-person", text -> "");
    awaitLog(Level.ERROR, "routes/worker/greet-person.camel.yaml:1: The file is empty.");
    write("greet-person", good);
    awaitLog(Level.INFO, "routes/worker/greet-person.camel.yaml is sound again");
    assertThat(announced).isEmpty();
  }

  @Test
  void anUnknownStepIsRefused() throws Exception {
    change("greet-person", text -> text.replace("- bean:", "- bena:"));
    awaitLog(Level.ERROR, "routes/worker/greet-person.camel.yaml:11:");
    assertThat(ask("call-greeter")).isEqualTo("Hello Ada");
  }

  @Test
  void anUnknownComponentIsRefused() throws Exception {
    change("call-greeter", text -> text.replaceAll("(uri: direct)(\\s+parameters:\\s+name: greet-person)", "uri: dierct$2"));
    awaitLog(Level.ERROR, "routes/worker/call-greeter.camel.yaml:14:13: There is no Camel component dierct.");
    assertThat(ask("call-greeter")).isEqualTo("Hello Ada");
  }

  @Test
  void aBadOptionIsRefused() throws Exception {
    change("call-greeter", text -> text + "              tiemout: 5\n");
    awaitLog(Level.ERROR, "routes/worker/call-greeter.camel.yaml:17:15: tiemout is not an option of direct");
    assertThat(ask("call-greeter")).isEqualTo("Hello Ada");
  }

  @Test
  void aMissingBeanIsRefused() throws Exception {
    change("greet-person", text -> text.replace("ref: greeter", "ref: nobody"));
    awaitLog(Level.ERROR, "routes/worker/greet-person.camel.yaml:14:");
    assertThat(ask("call-greeter")).isEqualTo("Hello Ada");
  }

  @Test
  void aMissingMethodIsRefused() throws Exception {
    change("greet-person", text -> text.replace("method: greet", "method: gret"));
    awaitLog(Level.ERROR, "routes/worker/greet-person.camel.yaml:15:21: Camel cannot use this: Method with name: gret");
    assertThat(ask("call-greeter")).isEqualTo("Hello Ada");
  }

  @Test
  void aBrokenExpressionIsRefused() throws Exception {
    change("greet-person", text -> text.replace("steps:", """
        steps:
                - setBody:
                    expression:
                      simple:
                        expression: ${bdy}"""));
    awaitLog(Level.ERROR, "routes/worker/greet-person.camel.yaml:14:17: This is not a simple expression: Unknown function: bdy");
    assertThat(ask("call-greeter")).isEqualTo("Hello Ada");
  }

  @Test
  void anIdThatIsTakenIsRefused() throws Exception {
    write("greet-again", route("greet-again", "greeter", "greet").replace("id: say-greet-again", "id: say-greet-person"));
    awaitLog(Level.ERROR, "routes/worker/greet-again.camel.yaml:12:13: The id say-greet-person is already used at "
        + "routes/worker/greet-person.camel.yaml:12.");
    assertThat(context.getRoute("greet-again")).isNull();
  }

  @Test
  void aBrokenFileDoesNotHoldUpAnother() throws Exception {
    change("call-greeter", text -> text.replace("uri: direct", "uri: dierct"));
    change("greet-person", text -> text.replace("method: greet", "method: linger"));
    greeter.leave.countDown();
    awaitLog(Level.ERROR, "There is no Camel component dierct");
    awaitAnswer("call-greeter", "Waited Ada");
  }

  @Test
  void twoFilesThatNeedEachOtherGoLiveTogether() throws Exception {
    write("greet-person", route("greet-friend", "greeter", "greet"));
    awaitLog(Level.ERROR, "routes/worker/call-greeter.camel.yaml:11:11: No route begins with direct:greet-person.");
    assertThat(ask("call-greeter")).isEqualTo("Hello Ada");
    write("call-greeter", call("call-greeter", "greet-friend"));
    await().atMost(SECONDS).until(() -> context.getRoute("greet-friend") != null);
    assertThat(ask("call-greeter")).isEqualTo("Hello Ada");
    assertThat(context.getRoute("greet-person")).isNull();
  }

  @Test
  void aDeletedFileTakesItsRoutesAway() throws Exception {
    Files.delete(file("call-greeter"));
    await().atMost(SECONDS).until(() -> context.getRoute("call-greeter") == null);
    awaitLog(Level.INFO, "Gone: routes/worker/call-greeter.camel.yaml");
    assertThat(ask("greet-person")).isEqualTo("Hello Ada");
  }

  @Test
  void deletingWhatOthersCallIsDoneButToldOf() throws Exception {
    Files.delete(file("greet-person"));
    await().atMost(SECONDS).until(() -> context.getRoute("greet-person") == null);
    awaitLog(Level.WARN, "routes/worker/call-greeter.camel.yaml:11:11: No route begins with direct:greet-person.");
  }

  @Test
  void aRenamedRouteTakesItsOldSelfAway() throws Exception {
    change("call-greeter", text -> text.replace("id: call-greeter", "id: ring-greeter"));
    await().atMost(SECONDS).until(() -> context.getRoute("ring-greeter") != null);
    assertThat(context.getRoute("call-greeter")).isNull();
    assertThat(context.getRoutes()).hasSize(2);
    assertThat(ask("call-greeter")).isEqualTo("Hello Ada");
  }

  @Test
  void whatIsOnItsWayFinishesInTheOldRoute() throws Exception {
    write("greet-person", route("greet-person", "greeter", "linger"));
    awaitLog(Level.INFO, "Live: routes/worker/greet-person.camel.yaml");
    CompletableFuture<String> onItsWay = CompletableFuture.supplyAsync(() -> ask("call-greeter"));
    assertThat(greeter.entered.await(10, TimeUnit.SECONDS)).isTrue();
    write("greet-person", route("greet-person", "greeter", "greet"));
    await().atMost(SECONDS).until(() -> announced.size() == 2);
    CompletableFuture<String> newcomer = CompletableFuture.supplyAsync(() -> ask("call-greeter"));
    assertThat(onItsWay).isNotDone();
    greeter.leave.countDown();
    assertThat(onItsWay.get(15, TimeUnit.SECONDS)).isEqualTo("Waited Ada");
    assertThat(newcomer.get(15, TimeUnit.SECONDS)).isEqualTo("Hello Ada");
  }

  @Test
  void anEditorThatWritesInStepsAndRenamesIsUnderstood() throws Exception {
    Path aside = home.resolve("routes/worker/.greet-person.swp");
    Files.writeString(aside, route("greet-person", "greeter", "greet").replace("Says hello.", "Greets."));
    Files.move(aside, file("greet-person"), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    awaitLog(Level.INFO, "Live: routes/worker/greet-person.camel.yaml");
    assertThat(context.getRoute("greet-person").getDescription()).isEqualTo("Greets.");
  }

  @Test
  void aChangedPolicyReachesTheRoutesThatUseIt() throws Exception {
    write("forgive-errors", policy("forgiven"));
    awaitLog(Level.INFO, "Live: routes/worker/forgive-errors.camel.yaml");
    write("fail-always", failing());
    await().atMost(SECONDS).until(() -> context.getRoute("fail-always") != null);
    assertThat(ask("fail-always")).isEqualTo("forgiven");
    write("forgive-errors", policy("forgotten"));
    awaitAnswer("fail-always", "forgotten");
    assertThat(announced.get(announced.size() - 1)).containsExactly("fail-always");
  }

  @Test
  void aChangedQueryReachesTheRoutesThatUseIt() throws Exception {
    startQuery("select 'one' as answer");
    query("select 'two' as answer");
    awaitAnswer("ask-database", "two");
    awaitLog(Level.INFO, "Live: db/queries/ask-database.sql in routes/worker/ask-database.camel.yaml");
    assertThat(announced.get(announced.size() - 1)).containsExactly("ask-database");
  }

  @Test
  void aChangedQueryOfAPolicyReachesTheRoutesThatUseThePolicy() throws Exception {
    startQuery("select 'one' as answer");
    String step = database().lines().skip(10).map(line -> "      " + line).collect(Collectors.joining("\n", "", "\n"));
    write("forgive-errors", policy("forgiven").replaceAll("(?s) +- setBody.*", "") + step.replace("to-ask", "to-forgive"));
    write("fail-always", failing());
    awaitAnswer("fail-always", "one");
    query("select 'two' as answer");
    awaitAnswer("fail-always", "two");
  }

  @Test
  void aQueryThatIsEmptyOrGoneChangesNothing() throws Exception {
    startQuery("select 'one' as answer");
    query("-- nothing\n");
    awaitLog(Level.ERROR, "db/queries/ask-database.sql: There is no statement in this file. Nothing has changed");
    assertThat(ask("ask-database")).isEqualTo("one");
    Files.delete(home.resolve("db/queries/ask-database.sql"));
    awaitLog(Level.ERROR, "db/queries/ask-database.sql: The file is gone, but routes use it. Nothing has changed");
    assertThat(ask("ask-database")).isEqualTo("one");
    query("select 'three' as answer");
    awaitAnswer("ask-database", "three");
  }

  @Test
  void aQueryThatTheDatabaseCannotReadChangesNothing() throws Exception {
    startQuery("select 'one' as answer");
    query("-- one\nselect 'two' as answer\nfrom nowhere where name = :#name\n");
    awaitLog(Level.ERROR, "The database cannot use this: Table \"NOWHERE\" not found");
    assertThat(ask("ask-database")).isEqualTo("one");
    query("selec 'two' as answer");
    awaitLog(Level.ERROR, "The database cannot use this: Syntax error");
    assertThat(ask("ask-database")).isEqualTo("one");
  }

  @Test
  void aRouteWhoseQueryIsNotThereIsRefused() throws Exception {
    write("ask-database", database());
    awaitLog(Level.ERROR, "routes/worker/ask-database.camel.yaml:15: There is no statement in db/queries/ask-database.sql.");
    assertThat(context.getRoute("ask-database")).isNull();
  }

  private void startQuery(String statement) throws Exception {
    context.getRegistry().bind("dataSource",
        new SingleConnectionDataSource("jdbc:h2:mem:" + home.getFileName(), "sa", "", true));
    query(statement);
    write("ask-database", database());
    await().atMost(SECONDS).until(() -> context.getRoute("ask-database") != null);
    assertThat(ask("ask-database")).isEqualTo("one");
  }

  private void query(String statement) throws IOException {
    Files.writeString(home.resolve("db/queries/ask-database.sql"), statement);
  }

  private String database() {
    return """
        - route:
            id: ask-database
            description: Asks the database.
            group: test
            from:
              id: from-ask-database
              uri: direct
              parameters:
                name: ask-database
              steps:
                - to:
                    id: to-ask-database
                    uri: sql
                    parameters:
                      query: file:%s/db/queries/ask-database.sql
                      outputType: SelectOne
        """.formatted(home);
  }

  @Test
  void aRouteThatDoesNotStartGivesTheOldOneBack() throws Exception {
    context.getRegistry().bind("stubborn", new Stubborn());
    change("greet-person", text -> text.replace("group: test", "group: test\n    routePolicy: stubborn"));
    awaitLog(Level.ERROR, "The new routes did not start; the old ones run again.");
    assertThat(ask("call-greeter")).isEqualTo("Hello Ada");
  }

  /** Lets a route be built and then keeps it from starting. */
  static final class Stubborn extends org.apache.camel.support.RoutePolicySupport {
    @Override
    public void onInit(org.apache.camel.Route route) {
      if (!route.getCamelContext().getName().equals(RouteTrial.NAME)) {
        throw new IllegalStateException("I will not");
      }
    }
  }

  private static String route(String id, String bean, String method) {
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
        """.formatted(id, bean, method);
  }

  private static String call(String id, String callee) {
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
        """.formatted(id, callee);
  }

  private static String failing() {
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

  private static String policy(String answer) {
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
        """.formatted(answer);
  }

  private Path file(String name) {
    return home.resolve("routes/worker/" + name + ".camel.yaml");
  }

  private void write(String name, String text) throws IOException {
    Files.createDirectories(file(name).getParent());
    Files.writeString(file(name), text);
  }

  private String read(String name) throws IOException {
    return Files.readString(file(name));
  }

  private void change(String name, UnaryOperator<String> change) throws IOException {
    String before = read(name);
    String after = change.apply(before);
    assertThat(after).isNotEqualTo(before);
    write(name, after);
  }

  private String ask(String direct) {
    return template.requestBody("direct:" + direct, "Ada", String.class);
  }

  private void awaitAnswer(String direct, String answer) {
    await().atMost(SECONDS).until(() -> context.getRoute(direct) != null);
    await().atMost(SECONDS).untilAsserted(() -> assertThat(ask(direct)).isEqualTo(answer));
  }

  private void awaitLog(Level level, String words) {
    await().atMost(SECONDS).untilAsserted(() -> assertThat(List.copyOf(log.list))
        .anySatisfy(event -> {
          assertThat(event.getLevel()).isEqualTo(level);
          assertThat(event.getFormattedMessage()).contains(words);
        }));
  }
}
