package org.documentpipeline.summarizing;

import java.time.Instant;

/**
 * A call to the model with its retries.
 *
 * @param begun when it was to be made for the first time
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
 * @param usage what all its tries cost so far
 */
public record Calling(
    Instant begun,
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
    return new Calling(Instant.now(), true, 1, 0, 0, 0, 0, false, null, null, CallUsage.NONE);
  }

  /** A try was answered and the answer thrown away, or not answered at all. */
  Calling paid(CallUsage used) {
    return with(failures, usage.plus(used));
  }

  Calling oneFailureMore() {
    return with(failures + 1, usage);
  }

  private Calling with(int failed, CallUsage used) {
    return new Calling(
        begun,
        open,
        tries,
        failed,
        waitedMillis,
        waitMillis,
        retryInSeconds,
        outage,
        reason,
        answer,
        used);
  }

  Calling again(long wait, String why) {
    return new Calling(
        begun,
        true,
        tries + 1,
        failures,
        waitedMillis + wait,
        wait,
        Math.round(wait / 1000.0),
        false,
        why,
        null,
        usage);
  }

  Calling againAfterOutage(long wait, long probeInSeconds, String why) {
    return new Calling(
        begun,
        true,
        tries + 1,
        failures,
        waitedMillis,
        wait,
        probeInSeconds,
        true,
        why,
        null,
        usage);
  }

  Calling answered(String text, CallUsage used) {
    return new Calling(
        begun, false, tries, failures, waitedMillis, 0, 0, false, reason, text, usage.plus(used));
  }
}
