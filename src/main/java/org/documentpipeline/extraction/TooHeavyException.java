package org.documentpipeline.extraction;

import org.apache.tika.exception.WriteLimitReachedException;

/**
 * The way out of a parser when a document would take too much memory. Of all exceptions Tika lets
 * only this kind pass from a file within a file; its cause has the words for a person.
 */
final class TooHeavyException extends WriteLimitReachedException {
  private static final long serialVersionUID = 1L;

  TooHeavyException(long most) {
    super(0);
    initCause(
        new ExtractionException(
            "too-complex",
            "Reading it, with all that is in it, would take more than %,d MB of memory. Parts of it, or a PDF or plain text made of it, may work."
                .formatted(most >> 20)));
  }

  @Override
  public String getMessage() {
    return getCause().getMessage();
  }
}
