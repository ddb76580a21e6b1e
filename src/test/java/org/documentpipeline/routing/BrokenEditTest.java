package org.documentpipeline.routing;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import org.apache.camel.Route;
import org.apache.camel.support.RoutePolicySupport;
import org.junit.jupiter.api.Test;

/** A broken edit changes nothing and says where it is broken. */
class BrokenEditTest extends LiveRoutes {

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
    Route running = context.getRoute("greet-person");
    change("greet-person", text -> "");
    awaitLog(Level.ERROR, "routes/worker/greet-person.camel.yaml:1: The file is empty.");
    write("greet-person", good);
    awaitLog(Level.INFO, "routes/worker/greet-person.camel.yaml is sound again");
    assertThat(context.getRoute("greet-person")).isSameAs(running);
  }

  @Test
  void anUnknownStepIsRefused() throws Exception {
    change("greet-person", text -> text.replace("- bean:", "- bena:"));
    awaitLog(Level.ERROR, "routes/worker/greet-person.camel.yaml:11:");
    assertThat(ask("call-greeter")).isEqualTo("Hello Ada");
  }

  @Test
  void anUnknownComponentIsRefused() throws Exception {
    change(
        "call-greeter",
        text ->
            text.replaceAll("uri: direct(\\s+parameters:\\s+name: greet-person)", "uri: dierct$1"));
    awaitLog(
        Level.ERROR,
        "routes/worker/call-greeter.camel.yaml:14:13: There is no Camel component dierct.");
    assertThat(ask("call-greeter")).isEqualTo("Hello Ada");
  }

  @Test
  void aBadOptionIsRefused() throws Exception {
    change("call-greeter", text -> text + "              tiemout: 5\n");
    awaitLog(
        Level.ERROR,
        "routes/worker/call-greeter.camel.yaml:17:15: tiemout is not an option of direct");
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
    awaitLog(
        Level.ERROR,
        "routes/worker/greet-person.camel.yaml:15:21: Camel cannot use this: Method with name: gret");
    assertThat(ask("call-greeter")).isEqualTo("Hello Ada");
  }

  @Test
  void aBrokenExpressionIsRefused() throws Exception {
    change(
        "greet-person",
        text ->
            text.replace(
                "steps:",
                """
        steps:
                - setBody:
                    expression:
                      simple:
                        expression: ${bdy}"""));
    awaitLog(
        Level.ERROR,
        "routes/worker/greet-person.camel.yaml:14:17: This is not a simple expression: Unknown function: bdy");
    assertThat(ask("call-greeter")).isEqualTo("Hello Ada");
  }

  @Test
  void anIdThatIsTakenIsRefused() throws Exception {
    write(
        "greet-again",
        route("greet-again", "greeter", "greet")
            .replace("id: say-greet-again", "id: say-greet-person"));
    awaitLog(
        Level.ERROR,
        "routes/worker/greet-again.camel.yaml:12:13: The id say-greet-person is already used at "
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
  void aRouteThatDoesNotStartGivesTheOldOneBack() throws Exception {
    context.getRegistry().bind("stubborn", new Stubborn());
    change(
        "greet-person",
        text -> text.replace("group: test", "group: test\n    routePolicy: stubborn"));
    awaitLog(Level.ERROR, "The new routes did not start; the old ones run again.");
    assertThat(ask("call-greeter")).isEqualTo("Hello Ada");
  }

  /** Lets a route be built and then keeps it from starting. */
  static final class Stubborn extends RoutePolicySupport {
    @Override
    public void onInit(Route route) {
      if (!route.getCamelContext().getName().equals(RouteTrial.NAME)) {
        throw new IllegalStateException("I will not");
      }
    }
  }
}
