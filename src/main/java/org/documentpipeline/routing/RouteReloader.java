package org.documentpipeline.routing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.documentpipeline.routing.RouteReplacer.Neighbours;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the running routes to what stands in the files. An edit is checked and tried first; a broken one changes nothing,
 * is logged with file and line, and holds up no other file.
 */
final class RouteReloader {

  static final String QUERIES = "db/queries/";

  private static final Logger LOG = LoggerFactory.getLogger(RouteReloader.class);

  private final RouteReplacer replacer;
  private final RouteTrial trial;
  private final QueryCheck queryCheck;
  private final EditLog log = new EditLog(LOG);
  private final Map<String, RouteFile> running = new LinkedHashMap<>();
  private final Map<String, String> queries = new HashMap<>();
  private final Supplier<RouteFileCheck> newCheck;
  private RouteFileCheck check;

  /**
   * Starts from what the context runs.
   *
   * @param check makes the check at the first edit: it reads the whole schema
   * @param texts the text of each route file and query file, by its name below home
   */
  RouteReloader(
      CamelContext context,
      RouteFolders folders,
      Neighbours neighbours,
      Supplier<RouteFileCheck> check,
      Map<String, String> texts) {
    this.newCheck = check;
    this.replacer = new RouteReplacer(context, folders, neighbours);
    this.trial = new RouteTrial(context, folders);
    this.queryCheck = new QueryCheck(context);
    texts.forEach((name, text) -> {
      if (name.startsWith(QUERIES)) {
        queries.put(name, text);
      } else {
        try {
          running.put(name, RouteFile.parse(name, text));
        } catch (InvalidRouteFileException e) {
          LOG.error("{}", e.violation());
        }
      }
    });
  }

  /**
   * Makes {@code texts} what runs, as far as it is sound.
   *
   * @param texts what stands in the files now, by name
   */
  void apply(Map<String, String> texts) {
    Edit edit = compare(texts);
    while (rejectBroken(edit, texts)) {
      LOG.debug("Looking again without what is broken");
    }
    log.broken(edit.rejected());
    if (!edit.isEmpty()) {
      goLive(edit);
    }
    log.mended(edit.rejected().keySet());
  }

  private Edit compare(Map<String, String> texts) {
    Edit edit = new Edit(running);
    running.keySet().stream().filter(name -> !texts.containsKey(name)).forEach(edit::delete);
    texts.forEach((name, text) -> {
      if (name.startsWith(QUERIES)) {
        if (!text.equals(queries.get(name))) {
          edit.changeQuery(name, text);
        }
      } else if (!running.containsKey(name) || !text.equals(running.get(name).text())) {
        try {
          edit.change(RouteFile.parse(name, text));
        } catch (InvalidRouteFileException e) {
          edit.reject(name, e.violation());
        }
      }
    });
    for (String name : queries.keySet()) {
      if (!texts.containsKey(name)) {
        edit.changeQuery(name, "");
      }
    }
    return edit;
  }

  /** Takes out of the edit what is found broken now; false when nothing is. */
  private boolean rejectBroken(Edit edit, Map<String, String> texts) {
    int before = edit.rejected().size();
    rejectBadQueries(edit, texts);
    rejectUnsound(edit, texts);
    if (edit.rejected().size() == before && !edit.isEmpty()) {
      rejectUnbuildable(edit);
    }
    return edit.rejected().size() > before;
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
        queryCheck.check(name, query.getValue()).ifPresent(violation -> edit.reject(name, violation));
      }
    }
  }

  private void rejectUnsound(Edit edit, Map<String, String> texts) {
    for (RouteFile file : edit.changed()) {
      cannotReload(file).forEach(violation -> edit.reject(file.name(), violation));
      missingQueries(file, texts).forEach(violation -> edit.reject(file.name(), violation));
    }
    if (edit.changed().isEmpty() && edit.deleted().isEmpty()) {
      return;
    }
    List<Violation> known = RouteFileCheck.callsToNowhere(running.values());
    Map<Violation, Set<String>> guilty = new LinkedHashMap<>();
    for (Violation violation : check().check(edit.outcome(null), edit.changed())) {
      if (!known.contains(violation)) {
        guilty.put(violation, guilty(violation, edit));
      }
    }
    guilty.forEach((violation, names) -> {
      names.forEach(name -> edit.reject(name, violation));
      if (names.isEmpty()) {
        log.warning(violation);
      }
    });
  }

  /** The changed file in which the violation is; for a call from an unchanged one, those that took its target away. */
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

  private List<Violation> cannotReload(RouteFile file) {
    List<Violation> found = new ArrayList<>();
    RouteFile old = running.get(file.name());
    if (!file.blocks("restConfiguration").equals(old == null ? "" : old.blocks("restConfiguration"))) {
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
        .map(query -> new Violation(file.name(), file.lineOf(query), 0, "There is no statement in " + query + "."))
        .toList();
  }

  private static boolean isBlank(String statement) {
    return statement.lines().allMatch(line -> line.isBlank() || line.strip().startsWith("--"));
  }

  private void rejectUnbuildable(Edit edit) {
    List<RouteFile> files = new ArrayList<>(edit.changed());
    files.addAll(affected(edit));
    List<RouteFile> policies = edit.outcome(null).stream().filter(file -> file.has("routeConfiguration")).toList();
    for (Violation violation : trial.run(policies, files)) {
      edit.outcome(null).stream()
          .filter(file -> file.name().equals(violation.file()))
          .flatMap(file -> edit.suspects(file).stream())
          .toList()
          .forEach(name -> edit.reject(name, violation));
    }
  }

  private Collection<RouteFile> affected(Edit edit) {
    return edit.affected(replacer.usersOf(edit.policies()));
  }

  private RouteFileCheck check() {
    if (check == null) {
      check = newCheck.get();
    }
    return check;
  }

  private void goLive(Edit edit) {
    Collection<RouteFile> affected = affected(edit);
    List<RouteFile> before = new ArrayList<>(affected);
    edit.changed().stream().map(file -> running.get(file.name())).filter(file -> file != null).forEach(before::add);
    edit.deleted().stream().map(running::get).forEach(before::add);
    List<RouteFile> after = new ArrayList<>(affected);
    after.addAll(edit.changed());
    try {
      replacer.replace(before, after);
    } catch (Exception e) {
      log.failed(after, e);
      return;
    }
    edit.changed().forEach(file -> running.put(file.name(), file));
    edit.deleted().forEach(running::remove);
    queries.putAll(edit.queries());
    log.live(edit, affected);
  }
}
