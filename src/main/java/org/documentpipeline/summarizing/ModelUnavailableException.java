package org.documentpipeline.summarizing;

import java.time.Duration;
import java.time.Instant;

/** The model did not answer, however patiently it was asked. */
public class ModelUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;

  private ModelUnavailableException(String code, String message, Throwable cause) {
    super(message, cause);
    this.code = code;
  }

  static ModelUnavailableException triedOut(int tries, Throwable cause) {
    return new ModelUnavailableException(
        "llm-unavailable", "No answer to %d tries of one call".formatted(tries), cause);
  }

  static ModelUnavailableException away(Instant since, Throwable cause) {
    long seconds = Duration.between(since, Instant.now()).toSeconds();
    return new ModelUnavailableException(
        "llm-unavailable", "No answer for %d seconds".formatted(seconds), cause);
  }

  /** What the provider asks for is zero when it did not say. */
  static ModelUnavailableException limited(
      Duration waited, Duration asked, Duration patience, Throwable cause) {
    Duration left = patience.minus(waited);
    return new ModelUnavailableException(
        "llm-rate-limited",
        asked.compareTo(left) > 0
            ? "The provider asks for a pause of %d seconds, longer than the %d that a call still waits"
                .formatted(asked.toSeconds(), left.toSeconds())
            : "Still over its limit after %d seconds of waiting".formatted(waited.toSeconds()),
        cause);
  }

  /** {@code llm-unavailable} or {@code llm-rate-limited}. */
  public String code() {
    return code;
  }
}
