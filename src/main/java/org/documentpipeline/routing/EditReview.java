package org.documentpipeline.routing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;

/**
 * Looks at an edit from every side before it touches anything that runs, and takes out of it what
 * is broken.
 */
final class EditReview {

  private final RouteReplacer replacer;
  private final RouteTrial trial;
  private final QueryCheck queryCheck;
  private final EditLog log;
  private final Supplier<RouteFileCheck> newCheck;
  private RouteFileCheck check;

  /**
   * A review for the routes of {@code context}.
   *
   * @param check makes the check at the first edit: it reads the whole schema
   */
  EditReview(
      CamelContext context,
      RouteFolders folders,
      RouteReplacer replacer,
      EditLog log,
      Supplier<RouteFileCheck> check) {
    this.replacer = replacer;
    this.trial = new RouteTrial(context, folders);
    this.queryCheck = new QueryCheck(context);
    this.log = log;
    this.newCheck = check;
  }

  /**
   * Rejects from {@code edit} what is broken.
   *
   * @param texts what stands in all the files now, by name
   */
  void review(Edit edit, Map<String, String> texts) {
    int before;
    do {
      before = edit.rejected().size();
      rejectBadQueries(edit, texts);
      rejectUnsound(edit, texts);
      if (edit.rejected().size() == before && !edit.isEmpty()) {
        rejectUnbuildable(edit);
      }
      // What is left may have leant on what was taken out.
    } while (edit.rejected().size() > before);
  }

  private void rejectBadQueries(Edit edit, Map<String, String> texts) {
    for (Map.Entry<String, String> query : Map.copyOf(edit.queries()).entrySet()) {
      String name = query.getKey();
      if (edit.outcome(null).stream().noneMatch(file -> file.queries().contains(name))) {
        continue;
      }
      if (!texts.containsKey(name)) {
        edit.reject(name, new Violation(name, 0, 0, "The file is gone, but routes use it."));
      } else if (isBlank(query.getValue())) {
        edit.reject(name, new Violation(name, 0, 0, "There is no statement in this file."));
      } else {
        queryCheck
            .check(name, query.getValue())
            .ifPresent(violation -> edit.reject(name, violation));
      }
    }
  }

  private void rejectUnsound(Edit edit, Map<String, String> texts) {
    for (RouteFile file : edit.changed()) {
      cannotReload(file, edit.before(file.name()))
          .forEach(violation -> edit.reject(file.name(), violation));
      missingQueries(file, texts).forEach(violation -> edit.reject(file.name(), violation));
    }
    if (edit.changed().isEmpty() && edit.deleted().isEmpty()) {
      return;
    }
    List<Violation> known = RouteFileCheck.callsToNowhere(edit.before());
    Map<Violation, Set<String>> guilty = new LinkedHashMap<>();
    for (Violation violation : check().check(edit.outcome(null), edit.changed())) {
      if (!known.contains(violation)) {
        guilty.put(violation, guilty(violation, edit));
      }
    }
    guilty.forEach(
        (violation, names) -> {
          names.forEach(name -> edit.reject(name, violation));
          if (names.isEmpty()) {
            log.warning(violation);
          }
        });
  }

  /**
   * The changed file in which the violation is; for a call from an unchanged one, those that took
   * its target away.
   */
  private static Set<String> guilty(Violation violation, Edit edit) {
    if (edit.changed().stream().anyMatch(file -> file.name().equals(violation.file()))) {
      return Set.of(violation.file());
    }
    Set<String> guilty = new TreeSet<>();
    for (RouteFile file : edit.changed()) {
      if (!RouteFileCheck.callsToNowhere(edit.outcome(file.name())).contains(violation)) {
        guilty.add(file.name());
      }
    }
    return guilty;
  }

  private static List<Violation> cannotReload(RouteFile file, RouteFile old) {
    List<Violation> found = new ArrayList<>();
    if (!file.blocks("restConfiguration")
        .equals(old == null ? "" : old.blocks("restConfiguration"))) {
      found.add(file.violation("", "A changed restConfiguration needs a restart."));
    }
    for (RouteStep step : file.steps()) {
      if (step.kind().equals("routeConfiguration") && step.id() == null) {
        found.add(step.violation("A routeConfiguration needs an id, or it cannot be replaced."));
      }
    }
    return found;
  }

  private static List<Violation> missingQueries(RouteFile file, Map<String, String> texts) {
    return file.queries().stream()
        .filter(query -> isBlank(texts.getOrDefault(query, "")))
        .map(
            query ->
                new Violation(
                    file.name(), file.lineOf(query), 0, "There is no statement in " + query + "."))
        .toList();
  }

  private static boolean isBlank(String statement) {
    return statement.lines().allMatch(line -> line.isBlank() || line.strip().startsWith("--"));
  }

  private void rejectUnbuildable(Edit edit) {
    List<RouteFile> files = new ArrayList<>(edit.changed());
    files.addAll(edit.affected(replacer.usersOf(edit.policies())));
    List<RouteFile> policies =
        edit.outcome(null).stream().filter(file -> file.has("routeConfiguration")).toList();
    for (Violation violation : trial.run(policies, files)) {
      edit.outcome(null).stream()
          .filter(file -> file.name().equals(violation.file()))
          .flatMap(file -> edit.suspects(file).stream())
          .toList()
          .forEach(name -> edit.reject(name, violation));
    }
  }

  private RouteFileCheck check() {
    if (check == null) {
      check = newCheck.get();
    }
    return check;
  }
}
