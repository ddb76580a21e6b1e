package org.documentpipeline.routing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Camel's explicit notation, and nothing in a file that belongs into the settings. */
final class NotationRules {

  private static final Set<String> LANGUAGES =
      Set.of(
          "simple",
          "constant",
          "method",
          "header",
          "variable",
          "exchangeProperty",
          "language",
          "ref",
          "tokenize",
          "jsonpath",
          "xpath",
          "jq",
          "groovy",
          "csimple",
          "datasonnet",
          "hl7terser",
          "java",
          "js",
          "mvel",
          "ognl",
          "python",
          "spel",
          "wasm",
          "xquery",
          "xtokenize");
  private static final Set<String> HOLD_AN_EXPRESSION =
      Set.of(
          "expression",
          "handled",
          "continued",
          "onWhen",
          "retryWhile",
          "completionPredicate",
          "correlationExpression",
          "completionSizeExpression",
          "completionTimeoutExpression");

  /** These have options of their own that are called like a language. */
  private static final Set<String> NO_EXPRESSION =
      Set.of("bean", "process", "marshal", "unmarshal");

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{[^}]*}}");
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?i)\\b[a-z][a-z0-9+]*://|\\blocalhost\\b|\\b\\d{1,3}(\\.\\d{1,3}){3}\\b|\\barn:aws");
  private static final Pattern OF_THE_SETTINGS =
      Pattern.compile(
          "(?i)host|port|hostname|url|brokers|user(name)?|token|.*(password|secret|accesskey|apikey|endpointoverride).*");

  private final RouteFile file;
  private final List<Violation> found = new ArrayList<>();

  private NotationRules(RouteFile file) {
    this.file = file;
  }

  static List<Violation> check(RouteFile file) {
    NotationRules rules = new NotationRules(file);
    file.steps().stream()
        .filter(step -> step.body().isTextual())
        .forEach(
            step ->
                rules.found.add(
                    step.violation(
                        "Write "
                            + step.kind()
                            + " in full, with its properties on lines of their own.")));
    file.steps().stream().filter(step -> step.body().isObject()).forEach(rules::step);
    rules.values("", file.tree());
    return rules.found;
  }

  private void step(RouteStep step) {
    if (step.kind().equals("setProperty") || step.kind().equals("removeProperty")) {
      found.add(step.violation("Use a variable: exchange properties are Camel's own."));
    }
    for (Map.Entry<String, JsonNode> option : step.body().properties()) {
      if (LANGUAGES.contains(option.getKey())
          && option.getValue().isObject()
          && !NO_EXPRESSION.contains(step.kind())) {
        found.add(step.violation(option.getKey(), "Put " + option.getKey() + " under expression."));
      }
    }
    if (step.uri() != null) {
      address(step);
    }
  }

  private void address(RouteStep step) {
    boolean fromRest = step.kind().equals(RouteStep.VERB_TARGET);
    if (fromRest && !"direct".equals(step.component())) {
      found.add(step.violation("uri", "A REST endpoint calls direct:<route-id>."));
    }
    boolean more = step.component() != null && step.uri().contains(":");
    if (step.uri().contains("?") || more && !fromRest) {
      found.add(
          step.violation(
              "uri", "The uri is the component alone; everything else goes into parameters."));
    }
    for (Map.Entry<String, JsonNode> parameter : step.body().path("parameters").properties()) {
      String value = parameter.getValue().asText();
      if (OF_THE_SETTINGS.matcher(parameter.getKey()).matches()
          && !value.startsWith("{{")
          && !value.startsWith("#")) {
        found.add(
            step.violation(
                "parameters/" + parameter.getKey(),
                parameter.getKey() + " comes from the settings: {{…}}."));
      }
    }
  }

  private void values(String pointer, JsonNode node) {
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      values(pointer + "/" + i, node.get(i));
    }
    String parent = pointer.substring(pointer.lastIndexOf('/') + 1);
    for (Map.Entry<String, JsonNode> child : node.properties()) {
      String at = pointer + "/" + YamlTree.escape(child.getKey());
      if (HOLD_AN_EXPRESSION.contains(parent)
          && LANGUAGES.contains(child.getKey())
          && child.getValue().isTextual()) {
        found.add(file.violation(at, "Write " + child.getKey() + " with an expression: line."));
      }
      values(at, child.getValue());
    }
    if (node.isValueNode()
        && !parent.equals("description")
        && ADDRESS.matcher(PLACEHOLDER.matcher(node.asText()).replaceAll("")).find()) {
      found.add(file.violation(pointer, "An address comes from the settings: {{…}}."));
    }
  }
}
