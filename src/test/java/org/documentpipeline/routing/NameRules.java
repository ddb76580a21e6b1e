package org.documentpipeline.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What files, routes, steps and variables are called, and that they are described. */
final class NameRules {

  private static final int LONGEST_ID = 30;
  private static final String VERB_OBJECT = "[a-z]+(-[a-z0-9]+)+";
  private static final Pattern GENERATED = Pattern.compile("[A-Za-z]+-?\\d+");
  private static final Pattern SENTENCE = Pattern.compile("[A-Z](?:(?![.!?] +[A-Z]).)*\\.");
  private static final Pattern CAMEL_CASE = Pattern.compile("[a-z][A-Za-z0-9]*");

  /** What Hawtio and Kaoto draw as a box of its own, so that it needs a name. */
  private static final Set<String> NAMED =
      Set.of(
          "from",
          "to",
          "toD",
          "wireTap",
          "bean",
          "process",
          "split",
          "aggregate",
          "resequence",
          "choice",
          "when",
          "otherwise",
          "filter",
          "multicast",
          "recipientList",
          "routingSlip",
          "dynamicRouter",
          "loadBalance",
          "loop",
          "doTry",
          "doCatch",
          "doFinally",
          "enrich",
          "pollEnrich",
          "poll",
          "idempotentConsumer",
          "circuitBreaker",
          "onFallback",
          "saga",
          "step",
          "pipeline",
          "throttle",
          "validate",
          "throwException",
          "stop",
          "onException",
          "onCompletion",
          "get",
          "post",
          "put",
          "delete",
          "patch",
          "head");

  private final List<Violation> found = new ArrayList<>();

  private NameRules() {}

  static List<Violation> check(RouteFile file) {
    NameRules rules = new NameRules();
    String name = file.name().substring(file.name().lastIndexOf('/') + 1);
    if (!name.matches(VERB_OBJECT + "\\.camel\\.yaml")) {
      rules.found.add(file.violation("", "The file must be called verb-object.camel.yaml."));
    }
    for (RouteStep step : file.steps()) {
      switch (step.kind()) {
        case "route", "routeConfiguration", "rest" -> rules.block(step);
        default -> rules.step(step);
      }
    }
    return rules.found;
  }

  private void block(RouteStep block) {
    if (block.id() == null || !block.id().matches(VERB_OBJECT)) {
      found.add(block.violation("id", "A " + block.kind() + " has an id of the form verb-object."));
    }
    if (!SENTENCE.matcher(block.body().path("description").asText()).matches()) {
      found.add(
          block.violation(
              "description", "A " + block.kind() + " has a description of one sentence."));
    }
    if (block.kind().equals("route")
        && !block.body().path("group").asText().matches("[a-z]+(-[a-z]+)*")) {
      found.add(block.violation("group", "A route has a group: the name of its stage."));
    }
  }

  private void step(RouteStep step) {
    boolean bare = step.kind().equals("log") || step.kind().startsWith("set");
    boolean named = step.body().has("id");
    if (bare && named) {
      found.add(step.violation("id", "A " + step.kind() + " stays bare, without an id."));
    } else if (step.body().isObject() && (named || NAMED.contains(step.kind()))) {
      id(step);
      description(step);
    }
    if (step.kind().equals("setVariable")
        && !CAMEL_CASE.matcher(step.body().path("name").asText()).matches()) {
      found.add(step.violation("name", "A variable has a name in camelCase."));
    }
  }

  private void id(RouteStep step) {
    String id = step.id();
    if (id == null) {
      found.add(step.violation("id", "A " + step.kind() + " has an id."));
    } else if (GENERATED.matcher(id).matches()) {
      found.add(step.violation("id", "The id " + id + " looks generated."));
    } else if (id.length() > LONGEST_ID || !id.matches(VERB_OBJECT)) {
      found.add(
          step.violation(
              "id",
              "The id " + id + " is not a verb-object of at most " + LONGEST_ID + " letters."));
    }
  }

  private void description(RouteStep step) {
    String description = step.body().path("description").asText().strip();
    int words = description.isEmpty() ? 0 : description.split("\\s+").length;
    if (words < 2 || words > 5) {
      found.add(
          step.violation(
              "description", "A " + step.kind() + " has a description of two to five words."));
    }
  }
}
