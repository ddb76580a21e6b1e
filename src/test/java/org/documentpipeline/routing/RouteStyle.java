package org.documentpipeline.routing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/** The house rules for route files that Camel itself does not know: names, notation, and what may not stand in a file. */
final class RouteStyle {

  static final int MOST_LINES = 150;

  private static final int MOST_ROUTES = 4;
  private static final int LONGEST_ID = 30;
  private static final String VERB_OBJECT = "[a-z]+(-[a-z0-9]+)+";
  private static final Pattern GENERATED = Pattern.compile("[A-Za-z]+-?\\d+");
  private static final Pattern SENTENCE = Pattern.compile("[A-Z](?:(?![.!?] +[A-Z]).)*\\.");
  private static final Pattern CAMEL_CASE = Pattern.compile("[a-z][A-Za-z0-9]*");

  /** What Hawtio and Kaoto draw as a box of its own, so that it needs a name. */
  private static final Set<String> NAMED = Set.of(
      "from", "to", "toD", "wireTap", "bean", "process", "split", "aggregate", "resequence", "choice", "when", "otherwise",
      "filter", "multicast", "recipientList", "routingSlip", "dynamicRouter", "loadBalance", "loop", "doTry", "doCatch",
      "doFinally", "enrich", "pollEnrich", "poll", "idempotentConsumer", "circuitBreaker", "onFallback", "saga", "step",
      "pipeline", "throttle", "validate", "throwException", "stop", "onException", "onCompletion", "get", "post", "put",
      "delete", "patch", "head");
  private static final Set<String> BARE = Set.of("log");

  private static final Set<String> LANGUAGES = Set.of(
      "simple", "constant", "method", "header", "variable", "exchangeProperty", "language", "ref", "tokenize", "jsonpath",
      "xpath", "jq", "groovy", "csimple", "datasonnet", "hl7terser", "joor", "java", "js", "mvel", "ognl", "python",
      "spel", "wasm", "xquery", "xtokenize");
  private static final Set<String> PREDICATES = Set.of(
      "handled", "continued", "onWhen", "retryWhile", "completionPredicate", "correlationExpression",
      "completionSizeExpression", "completionTimeoutExpression");

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{[^}]*}}");
  private static final Pattern ADDRESS = Pattern.compile(
      "(?i)\\b[a-z][a-z0-9+]*://|\\blocalhost\\b|\\b\\d{1,3}(\\.\\d{1,3}){3}\\b|\\barn:aws");
  private static final Pattern OUTSIDE = Pattern.compile(
      "(?i)host|port|hostname|url|brokers|user(name)?|token|.*(password|secret|accesskey|apikey|endpointoverride).*");

  private static final Set<String> FROM_INSIDE = Set.of("direct", "seda", "timer", "scheduler", "quartz");

  private RouteStyle() {}

  /** Everything in {@code files}, seen as one project, that breaks a rule. */
  static List<Violation> check(Collection<RouteFile> files) {
    Set<String> answeringHttp = new HashSet<>();
    for (RouteFile file : files) {
      file.steps().stream()
          .filter(step -> step.kind().equals(RouteStep.VERB_TARGET) && step.directName() != null)
          .forEach(step -> answeringHttp.add(step.directName()));
    }
    List<Violation> found = new ArrayList<>();
    for (RouteFile file : files) {
      wholeFile(file, found);
      for (RouteStep step : file.steps()) {
        switch (step.kind()) {
          case "route" -> route(step, found);
          case "routeConfiguration", "rest" -> name(step, found);
          default -> step(step, found);
        }
        if (step.isConsumer()) {
          consumer(step, answeringHttp, found);
        }
      }
      scalars(file, "", file.tree(), found);
    }
    return found.stream().distinct().sorted(Violation.IN_READING_ORDER).toList();
  }

  private static void wholeFile(RouteFile file, List<Violation> found) {
    String name = file.name().substring(file.name().lastIndexOf('/') + 1);
    if (!name.matches(VERB_OBJECT + "\\.camel\\.yaml")) {
      found.add(file.violation("", "The file must be called verb-object.camel.yaml."));
    }
    List<String> lines = file.text().lines().toList();
    if (lines.size() > MOST_LINES) {
      found.add(new Violation(file.name(), lines.size(), 1, "The file has more than " + MOST_LINES + " lines."));
    }
    boolean top = true;
    for (int i = 0; i < lines.size(); i++) {
      boolean comment = lines.get(i).strip().startsWith("#");
      top &= comment || lines.get(i).isBlank();
      if (comment && !top) {
        found.add(new Violation(file.name(), i + 1, 1, "Comments stand at the top of the file: Kaoto drops inner ones."));
      }
    }
    long routes = file.steps().stream().filter(step -> step.kind().equals("route")).count();
    if (routes > MOST_ROUTES) {
      found.add(file.violation("", "The file has more than one entry route and three helpers."));
    }
    if (routes > 0 && file.has("routeConfiguration")) {
      found.add(file.violation("", "An error policy stands in a file of its own."));
    }
    for (int i = 0; i < file.tree().size(); i++) {
      for (String unwanted : List.of("routeTemplate", "templatedRoute", "from", "beans", "errorHandler", "onException")) {
        if (file.tree().get(i).has(unwanted)) {
          found.add(file.violation("/" + i + "/" + unwanted, "There is no " + unwanted + " at the top level."));
        }
      }
    }
  }

  private static void route(RouteStep route, List<Violation> found) {
    name(route, found);
    if (!route.body().path("group").asText().matches("[a-z]+(-[a-z]+)*")) {
      found.add(route.violation("group", "A route has a group: the name of its stage."));
    }
  }

  private static void name(RouteStep block, List<Violation> found) {
    if (block.id() == null || !block.id().matches(VERB_OBJECT)) {
      found.add(block.violation("id", "A " + block.kind() + " has an id of the form verb-object."));
    }
    boolean described = block.body().has("description") || block.kind().equals("routeConfiguration");
    if (!described || !SENTENCE.matcher(block.body().path("description").asText("A.")).matches()) {
      found.add(block.violation("description", "A " + block.kind() + " has a description of one sentence."));
    }
  }

  private static void step(RouteStep step, List<Violation> found) {
    if (step.body().isTextual()) {
      found.add(step.violation("Write " + step.kind() + " in full, with its properties on lines of their own."));
      return;
    }
    boolean bare = BARE.contains(step.kind()) || step.kind().startsWith("set");
    if (bare && step.body().has("id")) {
      found.add(step.violation("id", "A " + step.kind() + " stays bare, without an id."));
    }
    if (NAMED.contains(step.kind()) || step.body().has("id") && !bare) {
      stepName(step, found);
    }
    if (step.kind().equals("setProperty") || step.kind().equals("removeProperty")) {
      found.add(step.violation("Use a variable: exchange properties are Camel's own."));
    }
    if (step.kind().equals("setVariable") && !CAMEL_CASE.matcher(step.body().path("name").asText()).matches()) {
      found.add(step.violation("name", "A variable has a name in camelCase."));
    }
    address(step, found);
    step.body().fieldNames().forEachRemaining(key -> {
      if (LANGUAGES.contains(key) && !step.kind().equals("unmarshal") && !step.kind().equals("marshal")
          && !isOption(step, key)) {
        found.add(step.violation(key, "Put " + key + " under expression."));
      }
    });
  }

  /** A bean has an option {@code ref}, for instance, which is no expression. */
  private static boolean isOption(RouteStep step, String key) {
    return step.kind().equals("bean") || step.kind().equals("process") || !step.body().path(key).isObject()
        && key.equals("ref");
  }

  private static void stepName(RouteStep step, List<Violation> found) {
    String id = step.id();
    if (id == null) {
      found.add(step.violation("id", "A " + step.kind() + " has an id."));
    } else if (GENERATED.matcher(id).matches()) {
      found.add(step.violation("id", "The id " + id + " looks generated."));
    } else if (id.length() > LONGEST_ID || !id.matches(VERB_OBJECT)) {
      found.add(step.violation("id", "The id " + id + " is not a verb-object of at most " + LONGEST_ID + " letters."));
    }
    String description = step.body().path("description").asText().strip();
    int words = description.isEmpty() ? 0 : description.split("\\s+").length;
    if (words < 2 || words > 5) {
      found.add(step.violation("description", "A " + step.kind() + " has a description of two to five words."));
    }
  }

  private static void address(RouteStep step, List<Violation> found) {
    if (step.uri() == null) {
      return;
    }
    boolean restTarget = step.kind().equals(RouteStep.VERB_TARGET);
    if (restTarget && !"direct".equals(step.component())) {
      found.add(step.violation("uri", "A REST endpoint calls direct:<route-id>."));
    }
    if (step.uri().contains("?") || !restTarget && step.uri().contains(":") && !step.uri().startsWith("{{")) {
      found.add(step.violation("uri", "The uri is the component alone; everything else goes into parameters."));
    }
    step.body().path("parameters").properties().forEach(parameter -> {
      String value = parameter.getValue().asText();
      if (OUTSIDE.matcher(parameter.getKey()).matches() && !value.startsWith("{{") && !value.startsWith("#")) {
        found.add(step.violation("parameters/" + parameter.getKey(),
            parameter.getKey() + " comes from the settings: {{…}}."));
      }
    });
  }

  private static void consumer(RouteStep from, Set<String> answeringHttp, List<Violation> found) {
    if (from.directName() != null && from.routeId() != null && !from.directName().equals(from.routeId())) {
      found.add(from.violation("uri", "The route " + from.routeId() + " is called direct:" + from.directName() + "."));
    }
    boolean fromOutside = from.component() != null && !FROM_INSIDE.contains(from.component())
        || answeringHttp.contains(from.directName());
    JsonNode first = from.body().path("steps").path(0).path("removeHeaders");
    if (fromOutside && !first.path("pattern").asText().equals("*")) {
      found.add(from.file().violation(from.pointer() + "/steps/0",
          "The first step after " + from.id() + " drops every header it does not name: removeHeaders with pattern \"*\" "
              + "and what it keeps as excludePattern."));
    }
  }

  private static void scalars(RouteFile file, String pointer, JsonNode node, List<Violation> found) {
    BiConsumer<String, JsonNode> deeper = (key, child) -> scalars(file, pointer + "/" + YamlTree.escape(key), child, found);
    if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        deeper.accept(String.valueOf(i), node.get(i));
      }
    } else if (node.isObject()) {
      node.properties().forEach(entry -> {
        if (LANGUAGES.contains(entry.getKey()) && isShorthand(pointer, entry.getKey(), entry.getValue())) {
          found.add(file.violation(pointer + "/" + entry.getKey(), "Write " + entry.getKey() + " with an expression: line."));
        }
        deeper.accept(entry.getKey(), entry.getValue());
      });
    } else if (!pointer.endsWith("/description")
        && ADDRESS.matcher(PLACEHOLDER.matcher(node.asText()).replaceAll("")).find()) {
      found.add(file.violation(pointer, "An address comes from the settings: {{…}}."));
    }
  }

  private static boolean isShorthand(String pointer, String key, JsonNode value) {
    String parent = pointer.substring(pointer.lastIndexOf('/') + 1);
    return value.isTextual() && !key.equals("ref") && (parent.equals("expression") || PREDICATES.contains(parent));
  }
}
