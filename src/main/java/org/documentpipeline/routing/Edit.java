package org.documentpipeline.routing;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What differs between the files and what runs, split into what may go live and what may not. */
final class Edit {

  private final Map<String, RouteFile> running;
  private final Map<String, RouteFile> changed = new LinkedHashMap<>();
  private final Set<String> deleted = new TreeSet<>();
  private final Map<String, String> queries = new LinkedHashMap<>();
  private final Map<String, Set<Violation>> rejected = new LinkedHashMap<>();

  Edit(Map<String, RouteFile> running) {
    this.running = Map.copyOf(running);
  }

  void change(RouteFile file) {
    changed.put(file.name(), file);
  }

  void delete(String name) {
    deleted.add(name);
  }

  void changeQuery(String name, String text) {
    queries.put(name, text);
  }

  /** Leaves one file as it runs. */
  void reject(String name, Violation why) {
    changed.remove(name);
    queries.remove(name);
    rejected.computeIfAbsent(name, file -> new LinkedHashSet<>()).add(why);
  }

  Collection<RouteFile> changed() {
    return List.copyOf(changed.values());
  }

  Set<String> deleted() {
    return deleted;
  }

  Map<String, String> queries() {
    return queries;
  }

  Map<String, Set<Violation>> rejected() {
    return rejected;
  }

  boolean isEmpty() {
    return changed.isEmpty() && deleted.isEmpty() && queries.isEmpty();
  }

  /** All files as they run now. */
  Collection<RouteFile> before() {
    return running.values();
  }

  /** One file as it runs now, or null. */
  RouteFile before(String name) {
    return running.get(name);
  }

  /** All files as they will run, {@code without} (if it is not null) left as it runs now. */
  Collection<RouteFile> outcome(String without) {
    Map<String, RouteFile> outcome = new LinkedHashMap<>(running);
    outcome.keySet().removeAll(deleted);
    changed.forEach(
        (name, file) -> {
          if (!name.equals(without)) {
            outcome.put(name, file);
          }
        });
    return outcome.values();
  }

  /** The ids of the route configurations that change or go, or use a query that does. */
  Set<String> policies() {
    Set<String> ids = new TreeSet<>();
    changed.values().forEach(file -> ids.addAll(file.policies()));
    running.values().stream()
        .filter(file -> isReplaced(file) || usesChangedQuery(file))
        .forEach(file -> ids.addAll(file.policies()));
    return ids;
  }

  /**
   * Unchanged files whose routes have to be made anew: a query or a route configuration that they
   * use has changed.
   */
  Collection<RouteFile> affected(Set<String> usersOfPolicies) {
    return running.values().stream()
        .filter(file -> !isReplaced(file))
        .filter(file -> usersOfPolicies.contains(file.name()) || usesChangedQuery(file))
        .toList();
  }

  private boolean isReplaced(RouteFile file) {
    return changed.containsKey(file.name()) || deleted.contains(file.name());
  }

  private boolean usesChangedQuery(RouteFile file) {
    return file.queries().stream().anyMatch(queries::containsKey);
  }

  /**
   * The parts of this edit that can have broken {@code file}: itself when it is part of it, else
   * what it uses.
   */
  Set<String> suspects(RouteFile file) {
    if (changed.containsKey(file.name())) {
      return Set.of(file.name());
    }
    Set<String> suspects = new TreeSet<>(file.queries());
    suspects.retainAll(queries.keySet());
    changed.values().stream()
        .filter(each -> each.has("routeConfiguration"))
        .map(RouteFile::name)
        .forEach(suspects::add);
    return suspects;
  }
}
