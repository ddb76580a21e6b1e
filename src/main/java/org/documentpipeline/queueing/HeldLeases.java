package org.documentpipeline.queueing;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The fencing tokens of the documents this worker is working on, which the heartbeat renews, each
 * with the receipt of its message.
 */
@Component("heldLeases")
class HeldLeases {
  private final Map<String, String> receipts = new ConcurrentHashMap<>();

  /**
   * From now on the heartbeat renews this lease; null, when there was nothing to claim, is nothing
   * to hold. Nor is one whose place in the room was taken back meanwhile: it runs out by itself.
   */
  public void hold(String token, String receiptHandle, WorkRoom.Place place) {
    if (token != null && (place == null || !place.isSentAway())) {
      receipts.put(token, receiptHandle == null ? "" : receiptHandle);
    }
  }

  /** The work on a document has ended in one way or another. */
  public void release(String token) {
    if (token != null && receipts.remove(token) != null) {
      synchronized (this) {
        notifyAll();
      }
    }
  }

  /** All tokens held now, separated by commas. */
  public String tokens() {
    return String.join(",", receipts.keySet());
  }

  /** The receipts of the messages of all documents held now. */
  public List<String> receipts() {
    return receiptsOf(tokens());
  }

  /** The receipts of the messages of those documents that are held under one of these tokens. */
  public List<String> receiptsOf(String tokens) {
    return Stream.of(tokens.split(","))
        .map(token -> receipts.getOrDefault(token, ""))
        .filter(receipt -> !receipt.isEmpty())
        .toList();
  }

  /** Waits until no lease is held, at most so many seconds; false when some still are. */
  public synchronized boolean awaitNone(int seconds) {
    long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
    while (!receipts.isEmpty()) {
      long left = Duration.ofNanos(end - System.nanoTime()).toMillis();
      if (left <= 0) {
        return false;
      }
      try {
        wait(left);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return true;
  }
}
