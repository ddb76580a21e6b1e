package org.documentpipeline.summarizing;

/**
 * A call to the model with its retries.
 *
 * @param open whether it has still to be answered
 * @param tries how often it has been made, this time included
 * @param failures how many of those count against its tries
 * @param waitedMillis milliseconds waited for retries so far, the wait ahead included; waits while
 *     the provider is away are not
 * @param waitMillis milliseconds to wait before the next try
 * @param retryInSeconds the wait ahead in whole seconds, as told to people
 * @param outage whether the provider counts as away, so that nothing is used up by waiting
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
    long retryInSeconds,
    boolean outage,
    String reason,
    String answer,
    CallUsage usage) {

  static Calling first() {
    return new Calling(true, 1, 0, 0, 0, 0, false, null, null, null);
  }

  Calling again(boolean counts, long wait, String why) {
    return new Calling(
        true,
        tries + 1,
        failures + (counts ? 1 : 0),
        waitedMillis + wait,
        wait,
        Math.round(wait / 1000.0),
        false,
        why,
        null,
        null);
  }

  Calling againAfterOutage(long wait, long probeInSeconds, String why) {
    return new Calling(
        true, tries + 1, failures, waitedMillis, wait, probeInSeconds, true, why, null, null);
  }

  Calling answered(String text, CallUsage used) {
    return new Calling(false, tries, failures, waitedMillis, 0, 0, false, reason, text, used);
  }
}
