package org.documentpipeline.routing;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;

/**
 * Tells the person who edits what has become of the edit; a thing that stays broken is told once.
 */
final class EditLog {

  private final Logger log;
  private final Map<String, Set<Violation>> told = new HashMap<>();

  EditLog(Logger log) {
    this.log = log;
  }

  void broken(Map<String, Set<Violation>> rejected) {
    rejected.forEach(
        (name, violations) -> {
          if (!violations.equals(told.put(name, violations))) {
            violations.forEach(
                violation ->
                    log.error(
                        "{} Nothing has changed: the last good version stays in use.", violation));
          }
        });
  }

  void warning(Violation violation) {
    log.warn("{}", violation);
  }

  /** Forgets what is no longer broken, and says so where an edit was taken back. */
  void mended(Set<String> stillBroken) {
    Set<String> mended = new TreeSet<>(told.keySet());
    mended.removeAll(stillBroken);
    mended.forEach(name -> log.info("{} is sound again.", name));
    told.keySet().retainAll(stillBroken);
  }

  void live(Edit edit, Collection<RouteFile> affected) {
    edit.changed().forEach(file -> log.info("Live: {}{}", file.name(), routes(file)));
    edit.deleted().forEach(name -> log.info("Gone: {} and its routes", name));
    edit.queries()
        .keySet()
        .forEach(
            name -> {
              List<String> users =
                  affected.stream()
                      .filter(file -> file.queries().contains(name))
                      .map(RouteFile::name)
                      .toList();
              if (!users.isEmpty()) {
                log.info("Live: {} in {}", name, String.join(", ", users));
              }
            });
    Set<String> changed = new HashSet<>(edit.queries().keySet());
    affected.stream()
        .filter(file -> file.queries().stream().noneMatch(changed::contains))
        .forEach(
            file -> log.info("Made anew with the changed policy: {}{}", file.name(), routes(file)));
  }

  private static String routes(RouteFile file) {
    List<String> ids =
        file.steps().stream()
            .filter(step -> step.kind().equals("route") && step.id() != null)
            .map(RouteStep::id)
            .toList();
    return ids.isEmpty() ? "" : " (" + String.join(", ", ids) + ")";
  }

  void failed(Collection<RouteFile> files, Exception failure) {
    for (RouteFile file : files) {
      log.error("{}", FailureReader.violation(file, failure));
    }
    if (failure.getSuppressed().length > 0) {
      log.error("The old routes did not start again either: restart this process.", failure);
    } else {
      log.error("The new routes did not start; the old ones run again.", failure);
    }
  }
}
