package org.documentpipeline.routing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which route calls which through {@code direct:}. */
final class CallGraph {

  private final Map<String, String> routeByName = new HashMap<>();
  private final Map<String, Set<String>> namesCalled = new HashMap<>();

  CallGraph(Collection<RouteFile> files) {
    for (RouteFile file : files) {
      for (RouteStep step : file.steps()) {
        if (step.directName() != null && step.routeId() != null) {
          if (step.isConsumer()) {
            routeByName.put(step.directName(), step.routeId());
          } else {
            namesCalled
                .computeIfAbsent(step.routeId(), id -> new LinkedHashSet<>())
                .add(step.directName());
          }
        }
      }
    }
  }

  /** The same ids, each before those that it calls, so that work in progress can run to its end. */
  List<String> callersFirst(Collection<String> ids) {
    Deque<String> ordered = new ArrayDeque<>();
    Set<String> visited = new HashSet<>();
    List<String> reversed = new ArrayList<>(ids);
    for (int i = reversed.size() - 1; i >= 0; i--) {
      visit(reversed.get(i), visited, ordered);
    }
    List<String> result = new ArrayList<>(ordered);
    result.retainAll(ids);
    return result;
  }

  private void visit(String id, Set<String> visited, Deque<String> ordered) {
    if (visited.add(id)) {
      called(id).forEach(callee -> visit(callee, visited, ordered));
      ordered.addFirst(id);
    }
  }

  /**
   * Whether an exchange in this route can come by again: it could not if the route were closed to
   * newcomers.
   */
  boolean callsItself(String id) {
    Set<String> visited = new HashSet<>();
    called(id).forEach(callee -> visit(callee, visited, new ArrayDeque<>()));
    return visited.contains(id);
  }

  private List<String> called(String id) {
    return namesCalled.getOrDefault(id, Set.of()).stream()
        .map(routeByName::get)
        .filter(callee -> callee != null)
        .toList();
  }
}
