package org.documentpipeline.extraction;

import java.io.IOException;

/**
 * A file of our own could not be written: the disk is full, or a quota used up, in whatever words
 * the operating system says so. It is no fault of the document, and another try can go well.
 */
public class WorkFileException extends IOException {
  private static final long serialVersionUID = 1L;

  /** Takes over what the cause says. */
  public WorkFileException(IOException cause) {
    super("A work file could not be written: " + cause.getMessage(), cause);
  }

  /** Something that writes. */
  interface Writing<T> {
    T write() throws IOException;
  }

  /** Writes; throws WorkFileException when that is not possible. */
  static <T> T guard(Writing<T> writing) throws WorkFileException {
    try {
      return writing.write();
    } catch (IOException e) {
      throw new WorkFileException(e);
    }
  }
}
