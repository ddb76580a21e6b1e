package org.documentpipeline.summarizing;

/**
 * A call to the model with its retries.
 *
 * @param open whether it has still to be answered
 * @param tries how often it has been made, this time included
 * @param failures how many of those count against its tries
 * @param waitedMillis milliseconds waited for retries so far, the wait ahead included
 * @param waitMillis milliseconds to wait before the next try
 * @param reason why the last try failed: {@code rate-limited}, {@code timeout}, {@code
 *     server-error}, {@code connection}
 * @param answer what the model said; null while open
 * @param usage what the answer cost; null while open
 */
public record Calling(
    boolean open,
    int tries,
    int failures,
    long waitedMillis,
    long waitMillis,
    String reason,
    String answer,
    CallUsage usage) {

  /** The wait ahead in whole seconds, as told to people. */
  public long retryInSeconds() {
    return Math.round(waitMillis / 1000.0);
  }

  Calling answered(String text, CallUsage used) {
    return new Calling(false, tries, failures, waitedMillis, 0, reason, text, used);
  }
}
