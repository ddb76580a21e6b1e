package org.documentpipeline.routing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What can be said about route files without running them: Camel's schema, Camel's catalogue,
 * unique ids, and calls that lead somewhere. The same check guards a live edit and, with the rules
 * of style on top, the project's own files.
 */
final class RouteFileCheck {

  private final SchemaCheck schema = new SchemaCheck();
  private final CatalogueCheck catalogue = new CatalogueCheck();

  /**
   * Checks files that are to run together.
   *
   * @param all every file that will run
   * @param changed those of them that are looked at one by one; the others are known to be good
   * @return what is wrong, in reading order; empty when all is well
   */
  List<Violation> check(Collection<RouteFile> all, Collection<RouteFile> changed) {
    List<Violation> found = new ArrayList<>();
    for (RouteFile file : changed) {
      List<Violation> structure = schema.check(file);
      found.addAll(structure);
      if (structure.isEmpty()) {
        found.addAll(catalogue.check(file));
      }
    }
    found.addAll(duplicateIds(all, changed));
    found.addAll(callsToNowhere(all));
    return found.stream().distinct().sorted(Violation.IN_READING_ORDER).toList();
  }

  private static List<Violation> duplicateIds(
      Collection<RouteFile> all, Collection<RouteFile> changed) {
    Map<String, RouteStep> owners = new HashMap<>();
    List<Violation> found = new ArrayList<>();
    List<RouteFile> knownGoodFirst = new ArrayList<>(all);
    knownGoodFirst.removeAll(changed);
    knownGoodFirst.addAll(changed);
    for (RouteFile file : knownGoodFirst) {
      for (RouteStep step : file.steps()) {
        RouteStep owner = step.id() == null ? null : owners.putIfAbsent(step.id(), step);
        if (owner != null) {
          found.add(
              step.violation(
                  "id",
                  "The id "
                      + step.id()
                      + " is already used at "
                      + owner.file().name()
                      + ":"
                      + owner.file().position(owner.pointer() + "/id").line()
                      + "."));
        }
      }
    }
    return found;
  }

  /** A {@code direct:} call must find a route that is there. */
  static List<Violation> callsToNowhere(Collection<RouteFile> all) {
    Set<String> names = new HashSet<>();
    List<RouteStep> calls = new ArrayList<>();
    for (RouteFile file : all) {
      for (RouteStep step : file.steps()) {
        if (step.directName() != null && step.isConsumer()) {
          names.add(step.directName());
        } else if (step.directName() != null) {
          calls.add(step);
        }
      }
    }
    return calls.stream()
        .filter(call -> !names.contains(call.directName()))
        .map(call -> call.violation("No route begins with direct:" + call.directName() + "."))
        .toList();
  }
}
