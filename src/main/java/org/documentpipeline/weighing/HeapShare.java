package org.documentpipeline.weighing;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How much of the heap one file may take while it is looked into or read: what the setting says,
 * 200 MB by default, but never so much that all documents worked on at once take more than half of
 * the heap.
 */
@Component
public class HeapShare {
  private final long bytes;

  /** Takes megabytes, and how many documents one process works on. */
  public HeapShare(
      @Value("${pipeline.office-memory:200}") long megabytes,
      @Value("${pipeline.documents-at-once:4}") int documents) {
    long most = Runtime.getRuntime().maxMemory() / 2 / Math.max(1, documents);
    this.bytes = Math.min(Math.max(1, megabytes) << 20, most);
  }

  /** In bytes, more than zero. */
  public long bytes() {
    return bytes;
  }
}
