package org.documentpipeline.routing;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.camel.catalog.DefaultCamelCatalog;
import org.apache.camel.catalog.EndpointValidationResult;
import org.apache.camel.catalog.LanguageValidationResult;
import org.apache.camel.tooling.model.BaseOptionModel;
import org.apache.camel.tooling.model.ComponentModel;

/**
 * Holds every endpoint of a route file to Camel's catalogue: the component, its options and their
 * values.
 */
final class CatalogueCheck {

  private static final Set<String> WITH_ADDRESS =
      Set.of("from", "to", "toD", "wireTap", RouteStep.VERB_TARGET);

  private static final Pattern PREDICATE =
      Pattern.compile(
          "/(filter|validate|when/\\d+|onWhen|handled|continued|retryWhile|completionPredicate)(/expression)?$");

  private final DefaultCamelCatalog catalogue = new DefaultCamelCatalog(true);

  List<Violation> check(RouteFile file) {
    List<Violation> found = new ArrayList<>();
    for (RouteStep step : file.steps()) {
      if (WITH_ADDRESS.contains(step.kind()) && step.component() != null) {
        check(step, found);
      }
    }
    expressions(file, "", file.tree(), found);
    return found;
  }

  private void expressions(RouteFile file, String pointer, JsonNode node, List<Violation> found) {
    if (node.path("simple").path("expression").isTextual()) {
      expression(file, pointer, node.path("simple").path("expression").asText(), found);
    }
    for (Map.Entry<String, JsonNode> child : node.properties()) {
      expressions(file, pointer + "/" + YamlTree.escape(child.getKey()), child.getValue(), found);
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      expressions(file, pointer + "/" + i, node.get(i), found);
    }
  }

  private void expression(RouteFile file, String pointer, String text, List<Violation> found) {
    ClassLoader loader = CatalogueCheck.class.getClassLoader();
    LanguageValidationResult result =
        PREDICATE.matcher(pointer).find()
            ? catalogue.validateLanguagePredicate(loader, "simple", text)
            : catalogue.validateLanguageExpression(loader, "simple", text);
    if (!result.isSuccess()) {
      String error = result.getShortError() == null ? result.getError() : result.getShortError();
      found.add(
          file.violation(
              pointer + "/simple/expression", "This is not a simple expression: " + error + "."));
    }
  }

  private void check(RouteStep step, List<Violation> found) {
    ComponentModel model = catalogue.componentModel(step.component());
    if (model == null) {
      found.add(step.violation("uri", "There is no Camel component " + step.component() + "."));
    } else if (step.isConsumer() ? model.isProducerOnly() : model.isConsumerOnly()) {
      found.add(
          step.violation(
              "uri",
              "The component " + step.component() + " cannot be used in " + step.kind() + "."));
    } else {
      try {
        options(step, model, properties(step), found);
      } catch (URISyntaxException e) {
        found.add(step.violation("uri", "This is not an address: " + e.getMessage() + "."));
      }
    }
  }

  private Map<String, String> properties(RouteStep step) throws URISyntaxException {
    Map<String, String> properties = new LinkedHashMap<>();
    if (step.uri().contains(":") || step.uri().contains("?")) {
      properties.putAll(catalogue.endpointProperties(step.uri()));
    }
    for (Map.Entry<String, JsonNode> parameter : step.body().path("parameters").properties()) {
      properties.put(parameter.getKey(), parameter.getValue().asText());
    }
    return properties;
  }

  private void options(
      RouteStep step, ComponentModel model, Map<String, String> given, List<Violation> found) {
    EndpointValidationResult result = catalogue.validateProperties(step.component(), given);
    boolean anyOptionGoes = model.isLenientProperties() && !step.isConsumer();
    if (result.getUnknown() != null && !anyOptionGoes) {
      for (String name : result.getUnknown()) {
        found.add(
            option(
                step, name, "is not an option of " + step.component() + suggestion(result, name)));
      }
    }
    if (result.getRequired() != null) {
      for (String name : result.getRequired()) {
        found.add(
            step.violation("The option " + name + " of " + step.component() + " is missing."));
      }
    }
    badValues(result)
        .forEach(
            (name, why) -> {
              if (!given.getOrDefault(name, "").contains("{{")) {
                found.add(option(step, name, why));
              }
            });
    wrongSide(step, model, given, found);
  }

  private static String suggestion(EndpointValidationResult result, String name) {
    String[] names =
        result.getUnknownSuggestions() == null ? null : result.getUnknownSuggestions().get(name);
    return names == null || names.length == 0
        ? ""
        : " (did you mean " + String.join(", ", names) + "?)";
  }

  private static Map<String, String> badValues(EndpointValidationResult result) {
    Map<String, String> bad = new LinkedHashMap<>();
    note(bad, result.getInvalidBoolean(), "must be true or false");
    note(bad, result.getInvalidInteger(), "must be a whole number");
    note(bad, result.getInvalidNumber(), "must be a number");
    note(bad, result.getInvalidDuration(), "must be a duration such as 500 or 5s");
    note(bad, result.getInvalidReference(), "must name a bean: #name");
    if (result.getInvalidEnum() != null) {
      result
          .getInvalidEnum()
          .keySet()
          .forEach(
              name ->
                  bad.put(
                      name,
                      "must be one of "
                          + Arrays.toString(result.getInvalidEnumChoices().get(name))));
    }
    return bad;
  }

  private static void note(Map<String, String> bad, Map<String, String> invalid, String why) {
    if (invalid != null) {
      invalid.keySet().forEach(name -> bad.put(name, why));
    }
  }

  private static void wrongSide(
      RouteStep step, ComponentModel model, Map<String, String> given, List<Violation> found) {
    String other = step.isConsumer() ? "producer" : "consumer";
    for (BaseOptionModel option : model.getEndpointParameterOptions()) {
      String label = option.getLabel();
      if (given.containsKey(option.getName())
          && label != null
          && Arrays.stream(label.split(",")).anyMatch(other::equals)) {
        found.add(
            option(
                step,
                option.getName(),
                "does nothing in " + step.kind() + ": it is for a " + other));
      }
    }
  }

  private static Violation option(RouteStep step, String name, String what) {
    String child =
        step.body().path("parameters").has(name) ? "parameters/" + YamlTree.escape(name) : "uri";
    return step.violation(child, name + " " + what + ".");
  }
}
