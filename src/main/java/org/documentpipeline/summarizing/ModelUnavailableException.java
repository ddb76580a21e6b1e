package org.documentpipeline.summarizing;

/** The model did not answer, however patiently it was asked. */
public class ModelUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;

  ModelUnavailableException(String code, long waitedSeconds, Throwable cause) {
    super("No answer after %d seconds of retries".formatted(waitedSeconds), cause);
    this.code = code;
  }

  /** {@code llm-unavailable} or {@code llm-rate-limited}. */
  public String code() {
    return code;
  }
}
