package org.documentpipeline.routing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The house rules for route files that Camel itself does not know: what a file is, and how work
 * comes into a route.
 */
final class RouteStyle {

  static final int MOST_LINES = 150;

  private static final int MOST_ROUTES = 4;
  private static final List<String> NOT_AT_THE_TOP =
      List.of("routeTemplate", "templatedRoute", "from", "beans", "errorHandler", "onException");
  private static final Set<String> FROM_INSIDE =
      Set.of("direct", "seda", "timer", "scheduler", "quartz");

  private final List<Violation> found = new ArrayList<>();

  private RouteStyle() {}

  /** Everything in {@code files}, seen as one project, that breaks a rule. */
  static List<Violation> check(Collection<RouteFile> files) {
    Set<String> answeringHttp = new HashSet<>();
    for (RouteFile file : files) {
      file.steps().stream()
          .filter(step -> step.kind().equals(RouteStep.VERB_TARGET) && step.directName() != null)
          .forEach(step -> answeringHttp.add(step.directName()));
    }
    RouteStyle style = new RouteStyle();
    for (RouteFile file : files) {
      style.lines(file);
      style.blocks(file);
      style.found.addAll(NameRules.check(file));
      style.found.addAll(NotationRules.check(file));
      file.steps().stream()
          .filter(RouteStep::isConsumer)
          .forEach(from -> style.consumer(from, answeringHttp));
    }
    return style.found.stream().distinct().sorted(Violation.IN_READING_ORDER).toList();
  }

  private void lines(RouteFile file) {
    List<String> lines = file.text().lines().toList();
    if (lines.size() > MOST_LINES) {
      found.add(
          new Violation(
              file.name(), lines.size(), 1, "The file has more than " + MOST_LINES + " lines."));
    }
    boolean top = true;
    for (int i = 0; i < lines.size(); i++) {
      boolean comment = lines.get(i).strip().startsWith("#");
      top &= comment || lines.get(i).isBlank();
      if (comment && !top) {
        found.add(
            new Violation(
                file.name(),
                i + 1,
                1,
                "Comments stand at the top of the file: Kaoto drops inner ones."));
      }
    }
  }

  private void blocks(RouteFile file) {
    long routes = file.steps().stream().filter(step -> step.kind().equals("route")).count();
    if (routes > MOST_ROUTES) {
      found.add(file.violation("", "The file has more than one entry route and three helpers."));
    }
    if (routes > 0 && file.has("routeConfiguration")) {
      found.add(file.violation("", "An error policy stands in a file of its own."));
    }
    for (int i = 0; i < file.tree().size(); i++) {
      for (String unwanted : NOT_AT_THE_TOP) {
        if (file.tree().get(i).has(unwanted)) {
          found.add(
              file.violation(
                  "/" + i + "/" + unwanted, "There is no " + unwanted + " at the top level."));
        }
      }
    }
  }

  private void consumer(RouteStep from, Set<String> answeringHttp) {
    String name = from.directName();
    if (name != null && from.routeId() != null && !name.equals(from.routeId())) {
      found.add(
          from.violation("uri", "The route " + from.routeId() + " is called direct:" + name + "."));
    }
    boolean fromOutside = from.component() != null && !FROM_INSIDE.contains(from.component());
    JsonNode first = from.body().path("steps").path(0).path("removeHeaders");
    if ((fromOutside || answeringHttp.contains(name))
        && !first.path("pattern").asText().equals("*")) {
      found.add(
          from.violation(
              "steps/0",
              "The first step after "
                  + from.id()
                  + " drops every header it does not name: "
                  + "removeHeaders with pattern \"*\" and what it keeps as excludePattern."));
    }
  }
}
