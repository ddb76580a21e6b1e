package org.documentpipeline.streaming;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * All open sockets of this process, found by connection, by document, or as watchers of everything.
 */
final class Registry {

  private final Map<String, Watcher> byKey = new ConcurrentHashMap<>();
  private final Map<String, Set<DocumentWatcher>> byDocument = new ConcurrentHashMap<>();
  private final Set<AllWatcher> ofAll = ConcurrentHashMap.newKeySet();

  int size() {
    return byKey.size();
  }

  void add(AllWatcher watcher) {
    byKey.put(watcher.key(), watcher);
    ofAll.add(watcher);
  }

  void add(DocumentWatcher watcher) {
    byKey.put(watcher.key(), watcher);
    byDocument.compute(
        watcher.documentId(),
        (id, watchers) -> {
          Set<DocumentWatcher> all = watchers == null ? ConcurrentHashMap.newKeySet() : watchers;
          all.add(watcher);
          return all;
        });
  }

  void remove(String key) {
    Watcher watcher = byKey.remove(key);
    if (watcher instanceof DocumentWatcher one) {
      byDocument.computeIfPresent(
          one.documentId(),
          (id, watchers) -> {
            watchers.remove(one);
            return watchers.isEmpty() ? null : watchers;
          });
    } else if (watcher instanceof AllWatcher one) {
      ofAll.remove(one);
    }
  }

  /** The document's watcher on this connection; null when it is closed or watches everything. */
  DocumentWatcher document(String key) {
    return byKey.get(key) instanceof DocumentWatcher watcher ? watcher : null;
  }

  Collection<DocumentWatcher> of(String documentId) {
    return byDocument.getOrDefault(documentId, Set.of());
  }

  Map<String, Set<DocumentWatcher>> documents() {
    return byDocument;
  }

  Collection<AllWatcher> ofAll() {
    return ofAll;
  }

  List<Watcher> all() {
    return new ArrayList<>(byKey.values());
  }
}
