package org.documentpipeline.extraction;

/** What the reading of one document takes of the heap, as far as it is known. One thread. */
final class HeapUse {
  private final long most;
  private long taken;

  /** A share in bytes. */
  HeapUse(long most) {
    this.most = most;
  }

  void take(long bytes) throws TooHeavyException {
    taken += bytes;
    if (taken > most) {
      throw new TooHeavyException(most);
    }
  }

  void give(long bytes) {
    taken -= bytes;
  }
}
