package org.documentpipeline.queueing;

/** The document is no longer this worker's: it was cancelled, deleted or taken over. */
public class LeaseLostException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** There was no row under the lease. */
  public LeaseLostException() {
    super("the lease was lost");
  }
}
