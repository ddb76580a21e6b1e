package org.documentpipeline.routing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.documentpipeline.routing.RouteReplacer.Neighbours;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the running routes to what stands in the files. An edit is checked and tried first; a
 * broken one changes nothing, is logged with file and line, and holds up no other file.
 */
final class RouteReloader {

  static final String QUERIES = "db/queries/";

  private static final Logger LOG = LoggerFactory.getLogger(RouteReloader.class);

  private final RouteReplacer replacer;
  private final EditReview review;
  private final EditLog log = new EditLog(LOG);
  private final Map<String, RouteFile> running = new LinkedHashMap<>();
  private final Map<String, String> queries = new HashMap<>();

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
    this.replacer = new RouteReplacer(context, folders, neighbours);
    this.review = new EditReview(context, folders, replacer, log, check);
    texts.forEach(
        (name, text) -> {
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
    review.review(edit, texts);
    log.broken(edit.rejected());
    if (!edit.isEmpty()) {
      goLive(edit);
    }
    log.mended(edit.rejected().keySet());
  }

  private Edit compare(Map<String, String> texts) {
    Edit edit = new Edit(running);
    running.keySet().stream().filter(name -> !texts.containsKey(name)).forEach(edit::delete);
    texts.forEach(
        (name, text) -> {
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

  private Collection<RouteFile> affected(Edit edit) {
    return edit.affected(replacer.usersOf(edit.policies()));
  }

  private void goLive(Edit edit) {
    Collection<RouteFile> affected = affected(edit);
    List<RouteFile> before = new ArrayList<>(affected);
    edit.changed().stream()
        .map(file -> running.get(file.name()))
        .filter(Objects::nonNull)
        .forEach(before::add);
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
