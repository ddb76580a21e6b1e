package org.documentpipeline.intake;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The documents whose bytes this process is storing just now: what its heartbeat keeps its own. */
@Component("uploadsAtWork")
class UploadsAtWork {
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

  /** All of them, separated by commas. */
  public String ids() {
    return String.join(",", ids);
  }
}
