package org.documentpipeline.queueing;

/** A reason to take no work for the moment, besides those the worker has itself. */
public interface Readiness {

  /** Whether a document may be taken off the queue now. */
  boolean mayTake();
}
