package org.documentpipeline.failures;

/** A document was claimed again and again without getting any further. */
public class PoisonedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The detail is shown to the person who sent the document. */
  public PoisonedException(String detail) {
    super(detail);
  }
}
