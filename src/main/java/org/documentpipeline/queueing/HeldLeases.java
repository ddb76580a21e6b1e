package org.documentpipeline.queueing;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The fencing tokens of the documents this worker is working on: what the heartbeat renews. */
@Component("heldLeases")
class HeldLeases {
  private final Set<String> tokens = ConcurrentHashMap.newKeySet();

  /**
   * From now on the heartbeat renews this lease; null, when there was nothing to claim, is nothing
   * to hold.
   */
  public void hold(String token) {
    if (token != null) {
      tokens.add(token);
    }
  }

  /** The work on a document has ended in one way or another. */
  public void release(String token) {
    if (token != null) {
      tokens.remove(token);
    }
  }

  /** All tokens held now, separated by commas. */
  public String tokens() {
    return String.join(",", tokens);
  }
}
