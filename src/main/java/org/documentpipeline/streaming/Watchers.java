package org.documentpipeline.streaming;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.documentpipeline.progress.Event;
import org.documentpipeline.streaming.DocumentWatcher.StoredEvent;

/**
 * Who watches what: the routes ask here what to read and hand over what they read or heard. A
 * watcher that has to be read for is named by its connection's key.
 *
 * <p>Threads: the routes call from Vert.x's four workers (sockets opened and closed), the two
 * catch-up consumers, the one thread that hears the news and the two timers; the Redis client calls
 * when it has subscribed, and Vert.x's two event loops when a reader has drained its socket, which
 * only passes the key on. Writes to a socket may come from any of them; each watcher guards its own
 * state.
 */
public class Watchers {

  private final Registry registry;
  private final Outage outage = new Outage();

  Watchers(Registry registry) {
    this.registry = registry;
  }

  /**
   * Passes news on to those who wait for exactly them.
   *
   * @param news an event's JSON, or that of a deletion
   * @return keys of the watchers that have to be read for
   * @throws IllegalArgumentException if it is neither
   */
  public List<String> hear(String news) {
    Event event = Event.parse(news);
    registry.ofAll().forEach(watcher -> watcher.hear(event));
    Collection<DocumentWatcher> watchers = registry.of(event.documentId());
    if (event.isDeletion()) {
      watchers.forEach(watcher -> watcher.end(CloseCode.DELETED));
      return List.of();
    }
    return watchers.stream().filter(watcher -> watcher.hear(event)).map(Watcher::key).toList();
  }

  /**
   * News were lost: nobody but those who watch everything would miss them, so these come back and
   * read their lists.
   */
  void newsMissed() {
    registry.ofAll().forEach(watcher -> watcher.end(CloseCode.GOING_AWAY));
  }

  /**
   * What to read for a watcher.
   *
   * @return {@code id} and {@code after} (-1: the snapshot); null when there is nothing to read or
   *     no room for it
   */
  public Map<String, Object> beginRead(String key) {
    DocumentWatcher watcher = registry.document(key);
    Integer after = watcher == null ? null : watcher.beginRead();
    return after == null ? null : Map.of("id", watcher.documentId(), "after", after);
  }

  /**
   * Sends the snapshot read for a watcher.
   *
   * @param rows none, or one with {@code last_seq}, {@code terminal} and {@code message}
   * @return whether to read on for it
   */
  public boolean snapshot(String key, List<Map<String, Object>> rows) {
    DocumentWatcher watcher = answered(key, rows);
    return watcher != null
        && watcher.snapshot(
            (int) rows.get(0).get("last_seq"),
            (boolean) rows.get(0).get("terminal"),
            (String) rows.get(0).get("message"));
  }

  /**
   * Sends the events read for a watcher.
   *
   * @param rows none when there is no such document; else {@code last_seq}, {@code terminal},
   *     {@code seq} and {@code message} in the order of {@code seq}, which is null in a single row
   *     when there are no such events
   * @return whether to read on for it
   */
  public boolean events(String key, List<Map<String, Object>> rows) {
    DocumentWatcher watcher = answered(key, rows);
    if (watcher == null) {
      return false;
    }
    List<StoredEvent> events =
        rows.stream()
            .filter(row -> row.get("seq") != null)
            .map(row -> new StoredEvent((int) row.get("seq"), (String) row.get("message")))
            .toList();
    return watcher.page(
        (int) rows.get(0).get("last_seq"), (boolean) rows.get(0).get("terminal"), events);
  }

  private DocumentWatcher answered(String key, List<?> rows) {
    outage.answered();
    DocumentWatcher watcher = registry.document(key);
    if (watcher != null && rows.isEmpty()) {
      watcher.missing();
      return null;
    }
    return watcher;
  }

  /**
   * A read failed: its watcher is asked for again when PostgreSQL next answers.
   *
   * @param key the watcher's, or null when the read was for all of them
   */
  public void readFailed(String key, Throwable cause) {
    outage.failed(cause);
    DocumentWatcher watcher = key == null ? null : registry.document(key);
    if (watcher != null) {
      watcher.readFailed();
    }
  }

  /**
   * The watched documents as JSON: each id with the number up to which all its watchers are told;
   * null when none is.
   */
  public String watched() {
    ObjectNode watched = JsonNodeFactory.instance.objectNode();
    registry
        .documents()
        .forEach(
            (id, watchers) ->
                watched.put(
                    id,
                    watchers.stream()
                        .mapToInt(DocumentWatcher::position)
                        .min()
                        .orElse(DocumentWatcher.NOTHING)));
    return watched.isEmpty() ? null : watched.toString();
  }

  /**
   * Compares what PostgreSQL has with what was sent.
   *
   * @param rows of watched documents that have more than was told, have ended or are gone: {@code
   *     id}, {@code last_seq} (null: gone) and {@code terminal}
   * @return keys of the watchers that have to be read for
   */
  public List<String> compare(List<Map<String, Object>> rows) {
    outage.answered();
    List<String> behind = new ArrayList<>();
    for (Map<String, Object> row : rows) {
      Integer lastSeq = (Integer) row.get("last_seq");
      for (DocumentWatcher watcher : registry.of((String) row.get("id"))) {
        if (lastSeq == null) {
          watcher.missing();
        } else if (watcher.compare(lastSeq, (boolean) row.get("terminal"))) {
          behind.add(watcher.key());
        }
      }
    }
    return behind;
  }
}
