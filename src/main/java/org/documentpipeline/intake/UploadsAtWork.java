package org.documentpipeline.intake;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.documentpipeline.routing.BeforeForcedStop;
import org.springframework.stereotype.Component;

/** The documents whose bytes this process is storing just now: what its heartbeat keeps its own. */
@Component("uploadsAtWork")
class UploadsAtWork implements BeforeForcedStop {
  private static final String ENTRANCE = "receive-document";

  private final Set<String> ids = ConcurrentHashMap.newKeySet();

  /** Its bytes are on their way. */
  public void begin(String documentId) {
    ids.add(documentId);
  }

  /** The request has ended in one way or another; null when it never came to storing. */
  public void end(String documentId) {
    if (documentId != null) {
      ids.remove(documentId);
    }
  }

  /**
   * A request that is still in the entrance when an edit replaces it has nobody left to tell its
   * end: its upload is kept from now on only if it is stored within the minute that the sweep
   * leaves it.
   */
  @Override
  public boolean beforeForcedStop(String routeId) {
    if (routeId.equals(ENTRANCE)) {
      ids.clear();
    }
    return false;
  }

  @Override
  public Set<String> calls() {
    return Set.of();
  }

  /** All of them, separated by commas. */
  public String ids() {
    return String.join(",", ids);
  }
}
