package org.documentpipeline.routing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One element of a route file that Camel knows by an id: a route, its {@code from}, a step, a
 * branch, a REST verb.
 *
 * @param file where it stands
 * @param pointer the JSON pointer of {@code body} in it
 * @param kind its key in the file: {@code from}, {@code to}, {@code split}, {@code when}, {@code
 *     route}, {@code get}…
 * @param body what stands under that key
 * @param routeId the id of the route around it, or null
 */
record RouteStep(RouteFile file, String pointer, String kind, JsonNode body, String routeId) {

  /** The kind of what a REST verb calls. */
  static final String VERB_TARGET = "verb-to";

  private static final Set<String> BLOCKS =
      Set.of("route", "routeConfiguration", "rest", "routeTemplate");
  private static final Set<String> NAMED_CHILDREN =
      Set.of("from", "otherwise", "doFinally", "onFallback");
  private static final Set<String> LISTS = Set.of("when", "doCatch");
  private static final Set<String> WRAPPED_LISTS =
      Set.of(
          "steps",
          "onException",
          "onCompletion",
          "intercept",
          "interceptFrom",
          "interceptSendToEndpoint");
  private static final Set<String> VERBS = Set.of("get", "post", "put", "delete", "patch", "head");

  /** All elements of a file in the order in which they stand there. */
  static List<RouteStep> of(RouteFile file) {
    List<RouteStep> found = new ArrayList<>();
    for (int i = 0; i < file.tree().size(); i++) {
      for (Map.Entry<String, JsonNode> key : file.tree().get(i).properties()) {
        String at = "/" + i + "/" + key.getKey();
        JsonNode body = key.getValue();
        String routeId = key.getKey().equals("route") ? body.path("id").asText(null) : null;
        if (BLOCKS.contains(key.getKey()) || key.getKey().equals("from")) {
          found.add(new RouteStep(file, at, key.getKey(), body, routeId));
        }
        collect(file, at, body, routeId, found);
      }
    }
    return found;
  }

  private static void collect(
      RouteFile file, String pointer, JsonNode body, String routeId, List<RouteStep> found) {
    for (Map.Entry<String, JsonNode> key : body.properties()) {
      String name = key.getKey();
      String at = pointer + "/" + YamlTree.escape(name);
      JsonNode value = key.getValue();
      if (name.equals("to")) {
        found.add(new RouteStep(file, at, VERB_TARGET, value, routeId));
      } else if (NAMED_CHILDREN.contains(name)) {
        add(new RouteStep(file, at, name, value, routeId), found);
      } else if (value.isArray() && (LISTS.contains(name) || VERBS.contains(name))) {
        for (int i = 0; i < value.size(); i++) {
          add(new RouteStep(file, at + "/" + i, name, value.get(i), routeId), found);
        }
      } else if (value.isArray() && WRAPPED_LISTS.contains(name)) {
        for (int i = 0; i < value.size(); i++) {
          collectWrapped(file, at + "/" + i, value.get(i), routeId, found);
        }
      }
    }
  }

  private static void collectWrapped(
      RouteFile file, String pointer, JsonNode item, String routeId, List<RouteStep> found) {
    if (item.isTextual()) {
      found.add(new RouteStep(file, pointer, item.asText(), item, routeId));
      return;
    }
    for (Map.Entry<String, JsonNode> key : item.properties()) {
      add(
          new RouteStep(
              file,
              pointer + "/" + YamlTree.escape(key.getKey()),
              key.getKey(),
              key.getValue(),
              routeId),
          found);
    }
  }

  private static void add(RouteStep step, List<RouteStep> found) {
    found.add(step);
    collect(step.file, step.pointer, step.body, step.routeId, found);
  }

  /** The id it was given, or null. */
  String id() {
    return body.path("id").asText(null);
  }

  /**
   * The address it is written with, without parameters: {@code sql}, {@code direct:extract-text};
   * or null.
   */
  String uri() {
    return body.isTextual() ? body.asText() : body.path("uri").asText(null);
  }

  /**
   * The component that {@link #uri()} names, or null where there is no address or a placeholder
   * stands for it.
   */
  String component() {
    String uri = uri();
    return uri == null || uri.startsWith("{{") || uri.startsWith("${")
        ? null
        : uri.split("[:?]", 2)[0];
  }

  /**
   * The name after {@code direct:}, whichever way it is written; null when this is not a direct
   * call.
   */
  String directName() {
    if (!"direct".equals(component())) {
      return null;
    }
    String[] parts = uri().split("[:?]", 3);
    String name = parts.length > 1 ? parts[1] : body.path("parameters").path("name").asText(null);
    return name == null || name.contains("{{") || name.contains("${") ? null : name;
  }

  boolean isConsumer() {
    return kind.equals("from");
  }

  Violation violation(String message) {
    return file.violation(pointer, message);
  }

  Violation violation(String child, String message) {
    return file.violation(pointer + "/" + child, message);
  }
}
