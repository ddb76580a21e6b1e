package org.documentpipeline.summarizing;

import dev.langchain4j.exception.InternalServerException;
import dev.langchain4j.exception.LangChain4jException;
import dev.langchain4j.exception.NonRetriableException;
import dev.langchain4j.exception.RateLimitException;
import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.exception.UnresolvedModelServerException;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * When a failed call is made again: exponential back-off with full jitter above a half ("equal
 * jitter", M. Brooker, AWS Architecture Blog 2015), at most a minute apart. A rate limit never uses
 * up the tries, but has a patience of its own.
 */
@Component("callRetries")
class CallRetries {
  private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

  private final int tries;
  private final Duration patience;
  private final ModelUsage usage;

  CallRetries(
      @Value("${pipeline.llm-tries:6}") int tries,
      @Value("${pipeline.llm-patience:900}") int patienceSeconds,
      ModelUsage usage) {
    this.tries = tries;
    this.patience = Duration.ofSeconds(patienceSeconds);
    this.usage = usage;
  }

  /** A call that is about to be made for the first time. */
  public Calling begin() {
    return new Calling(true, 1, 0, 0, 0, null, null, null);
  }

  /** The model has answered; takes the usage of the call from the thread that made it. */
  public Calling answered(String answer, Calling calling) {
    Usage used = usage.takeLast();
    return calling.answered(
        answer == null ? "" : answer.replace("\0", ""),
        new CallUsage(1, used.inputTokens(), used.outputTokens()));
  }

  /**
   * The call failed. A reason that may pass means another try after a wait.
   *
   * @throws ModelUnavailableException when its tries or its patience are used up
   * @throws LangChain4jException the failure itself, when asking again can not help: a key, a
   *     request that is refused
   */
  public Calling failed(Calling calling, LangChain4jException failure) {
    if (failure instanceof NonRetriableException
        && !(failure instanceof UnresolvedModelServerException)) {
      throw failure;
    }
    boolean limited = failure instanceof RateLimitException;
    int failures = calling.failures() + (limited ? 0 : 1);
    long wait = waitMillis(calling.tries());
    if (limited && calling.waitedMillis() + wait > patience.toMillis()) {
      throw new ModelUnavailableException(
          "llm-rate-limited", calling.waitedMillis() / 1000, failure);
    }
    if (failures >= tries) {
      throw new ModelUnavailableException(
          "llm-unavailable", calling.waitedMillis() / 1000, failure);
    }
    return new Calling(
        true,
        calling.tries() + 1,
        failures,
        calling.waitedMillis() + wait,
        wait,
        reason(failure),
        null,
        null);
  }

  private static long waitMillis(int tries) {
    long full = Math.min(LONGEST_WAIT.toMillis(), FIRST_WAIT.toMillis() << Math.min(tries - 1, 10));
    return full / 2 + RandomGenerator.getDefault().nextLong(full / 2 + 1);
  }

  private static String reason(LangChain4jException failure) {
    if (failure instanceof RateLimitException) {
      return "rate-limited";
    }
    if (failure instanceof TimeoutException) {
      return "timeout";
    }
    return failure instanceof InternalServerException ? "server-error" : "connection";
  }
}
