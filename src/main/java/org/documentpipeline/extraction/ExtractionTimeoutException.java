package org.documentpipeline.extraction;

/** Reading a document took longer than the settings allow. */
public class ExtractionTimeoutException extends ExtractionException {
  private static final long serialVersionUID = 1L;

  /** The detail is shown to the person who sent the document. */
  public ExtractionTimeoutException(String detail) {
    super("extraction-timeout", detail);
  }
}
