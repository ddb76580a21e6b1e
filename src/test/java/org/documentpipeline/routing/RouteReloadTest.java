package org.documentpipeline.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.camel.SuspendableService;
import org.junit.jupiter.api.Test;

/** A sound edit goes live, whatever it is that changes. */
class RouteReloadTest extends LiveRoutes {

  @Test
  void anEditGoesLive() throws Exception {
    assertThat(ask("call-greeter")).isEqualTo("Hello Ada");
    change(
        "greet-person",
        text ->
            text.replace(
                "steps:",
                """
        steps:
                - setBody:
                    expression:
                      constant:
                        expression: Grace"""));
    awaitAnswer("call-greeter", "Hello Grace");
    awaitLog(Level.INFO, "Live: routes/worker/greet-person.camel.yaml (greet-person)");
  }

  @Test
  void aNewFileGoesLive() throws Exception {
    write("greet-again", route("greet-again", "greeter", "greet"));
    await().atMost(SECONDS).until(() -> context.getRoute("greet-again") != null);
    assertThat(ask("greet-again")).isEqualTo("Hello Ada");
  }

  @Test
  void twoFilesThatNeedEachOtherGoLiveTogether() throws Exception {
    write("greet-person", route("greet-friend", "greeter", "greet"));
    awaitLog(
        Level.ERROR,
        "routes/worker/call-greeter.camel.yaml:11:11: No route begins with direct:greet-person.");
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
    awaitLog(
        Level.WARN,
        "routes/worker/call-greeter.camel.yaml:11:11: No route begins with direct:greet-person.");
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
    SuspendableService consumer =
        (SuspendableService) context.getRoute("greet-person").getConsumer();
    await().atMost(SECONDS).until(consumer::isSuspended);
    CompletableFuture<String> newcomer = CompletableFuture.supplyAsync(() -> ask("call-greeter"));
    assertThat(onItsWay).isNotDone();
    greeter.leave.countDown();
    assertThat(onItsWay.get(15, TimeUnit.SECONDS)).isEqualTo("Waited Ada");
    assertThat(newcomer.get(15, TimeUnit.SECONDS)).isEqualTo("Hello Ada");
  }

  @Test
  void anEditorThatWritesInStepsAndRenamesIsUnderstood() throws Exception {
    Path aside = home.resolve("routes/worker/.greet-person.swp");
    Files.writeString(
        aside, route("greet-person", "greeter", "greet").replace("Says hello.", "Greets."));
    Files.move(
        aside,
        file("greet-person"),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
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
  }
}
