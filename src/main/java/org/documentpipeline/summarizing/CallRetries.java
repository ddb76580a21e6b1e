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
 * up the tries, but has a patience of its own; nor does an outage, which the circuit waits out.
 * When the provider says how long it wants to be left alone, it is.
 */
@Component("callRetries")
class CallRetries {
  private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

  /** Only to leave the thread to another call: the circuit knows when to go on. */
  private static final long OUTAGE_WAIT_MILLIS = 1_000;

  private final int tries;
  private final Duration patience;
  private final ModelUsage usage;
  private final ProviderPause pause;
  private final ModelCircuit circuit;

  CallRetries(
      @Value("${pipeline.llm-tries:6}") int tries,
      @Value("${pipeline.llm-patience:900}") int patienceSeconds,
      ModelUsage usage,
      ProviderPause pause,
      ModelCircuit circuit) {
    this.tries = tries;
    this.patience = Duration.ofSeconds(patienceSeconds);
    this.usage = usage;
    this.pause = pause;
    this.circuit = circuit;
  }

  /** A call that is about to be made for the first time. */
  public Calling begin() {
    return Calling.first();
  }

  /** The model has answered; takes the usage of the call from the thread that made it. */
  public Calling answered(String answer, Calling calling) {
    Usage used = usage.takeLast();
    return calling.answered(
        answer.replace("\0", ""), new CallUsage(1, used.inputTokens(), used.outputTokens()));
  }

  /** The same question was answered before: nothing is asked, and nothing paid. */
  public Calling known(String answer, Calling calling) {
    return calling.answered(answer, new CallUsage(0, 0, 0));
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
    String reason = reason(failure);
    long asked = asked(pause.takeLast());
    boolean limited = failure instanceof RateLimitException;
    if (!limited && circuit.isOpen()) {
      circuit.leaveAlone(asked);
      return calling.againAfterOutage(OUTAGE_WAIT_MILLIS, circuit.secondsToProbe(), reason);
    }
    Calling again = calling.again(!limited, Math.max(waitMillis(calling.tries()), asked), reason);
    if (again.failures() >= tries || again.waitedMillis() > patience.toMillis()) {
      throw new ModelUnavailableException(
          limited ? "llm-rate-limited" : "llm-unavailable", calling.waitedMillis() / 1000, failure);
    }
    return again;
  }

  /** The pause a provider asked for, and a little more, so that not all come back at once. */
  private static long asked(Duration pause) {
    long millis = Math.min(pause.toMillis(), Duration.ofDays(1).toMillis());
    return millis + (millis == 0 ? 0 : RandomGenerator.getDefault().nextLong(500));
  }

  private static long waitMillis(int tries) {
    long full = Math.min(LONGEST_WAIT.toMillis(), FIRST_WAIT.toMillis() << Math.min(tries - 1, 10));
    return full / 2 + RandomGenerator.getDefault().nextLong(full / 2 + 1);
  }

  static String reason(LangChain4jException failure) {
    if (failure instanceof RateLimitException) {
      return "rate-limited";
    }
    if (failure instanceof TimeoutException) {
      return "timeout";
    }
    return failure instanceof InternalServerException ? "server-error" : "connection";
  }
}
