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
 * When the provider says how long it wants to be left alone, it is. What a thrown away answer cost
 * is charged with the one that is kept.
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
  private final CallAccount account;

  CallRetries(
      @Value("${pipeline.llm-tries:6}") int tries,
      @Value("${pipeline.llm-patience:900}") int patienceSeconds,
      ModelUsage usage,
      ProviderPause pause,
      ModelCircuit circuit,
      CallAccount account) {
    this.tries = tries;
    this.patience = Duration.ofSeconds(patienceSeconds);
    this.usage = usage;
    this.pause = pause;
    this.circuit = circuit;
    this.account = account;
  }

  /** A call that is about to be made for the first time. */
  public Calling begin() {
    return Calling.first();
  }

  /**
   * The model has answered; takes the usage of the call from the thread that made it, and charges
   * it.
   */
  public Calling answered(String answer, Calling calling) {
    return calling.answered(answer.replace("\0", ""), account.charge(usage.takeLast()));
  }

  /** The same question was answered before: nothing is asked, and nothing paid. */
  public Calling known(String answer, Calling calling) {
    return calling.answered(answer, CallUsage.NONE);
  }

  /**
   * The call failed. A reason that may pass means another try after a wait.
   *
   * @throws ModelUnavailableException when its tries or its patience are used up
   * @throws LangChain4jException the failure itself, when asking again can not help: a key, a
   *     request that is refused
   */
  public Calling failed(Calling calling, LangChain4jException failure) {
    boolean refused =
        failure instanceof NonRetriableException
            && !(failure instanceof UnresolvedModelServerException);
    String reason = refused ? "refused" : reason(failure);
    Calling paid = calling.paid(account.failed(usage.takeLast(), reason));
    Duration asked = pause.takeLast();
    if (refused) {
      throw failure;
    }
    return failure instanceof RateLimitException
        ? limited(paid, asked, failure)
        : unanswered(paid, asked, failure);
  }

  private Calling limited(Calling calling, Duration asked, LangChain4jException failure) {
    long wait = Math.max(waitMillis(calling.tries()), millis(asked));
    if (calling.waitedMillis() + wait > patience.toMillis()) {
      throw ModelUnavailableException.limited(
          Duration.ofMillis(calling.waitedMillis()), asked, patience, failure);
    }
    return calling.again(wait, reason(failure));
  }

  /** A provider that asks for a longer pause than there is between tries says that it is away. */
  private Calling unanswered(Calling calling, Duration asked, LangChain4jException failure) {
    Calling failed = calling;
    if (!circuit.isOpen()) {
      failed = calling.oneFailureMore();
      if (failed.failures() >= tries) {
        throw ModelUnavailableException.triedOut(failed.failures(), failure);
      }
      if (asked.compareTo(LONGEST_WAIT) <= 0) {
        return failed.again(Math.max(waitMillis(calling.tries()), millis(asked)), reason(failure));
      }
      circuit.open(reason(failure));
    }
    circuit.leaveAlone(millis(asked));
    if (circuit.isTooLong(calling.begun())) {
      throw ModelUnavailableException.away(calling.begun(), failure);
    }
    return failed.againAfterOutage(OUTAGE_WAIT_MILLIS, circuit.secondsToProbe(), reason(failure));
  }

  /** The pause a provider asked for, and a little more, so that not all come back at once. */
  private static long millis(Duration asked) {
    long millis = Math.min(asked.toMillis(), Duration.ofDays(1).toMillis());
    return millis + (millis == 0 ? 0 : RandomGenerator.getDefault().nextLong(500));
  }

  /** A warning, as JSON, when the answer breaks off; null when it does not. */
  public String warning(Calling calling) {
    return BrokenOff.is(calling.answer()) ? BrokenOff.WARNING : null;
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
