package org.documentpipeline.extraction;

import java.io.IOException;

/**
 * The original did not arrive whole: the storage went away while it was read, or this machine's
 * disk is full. Another try can go well.
 */
public class OriginalUnavailableException extends IOException {
  private static final long serialVersionUID = 1L;

  /** Takes over what the cause says. */
  public OriginalUnavailableException(IOException cause) {
    super("The original could not be copied: " + cause.getMessage(), cause);
  }
}
