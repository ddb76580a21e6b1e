package org.documentpipeline.summarizing;

import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Component;

/**
 * The parts of a document that are worked on at the same time. After the first failure no further
 * part begins, but those begun come to their end: what they were answered is saved, and not paid
 * for again when somebody retries.
 */
@Component("parts")
public class Parts {

  /** One round of parts. */
  public static final class Round {
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    /** Whether a part may still begin. */
    public boolean isGoingOn() {
      return failure.get() == null;
    }
  }

  /** A round without a failure. */
  public Round begin() {
    return new Round();
  }

  /** A part has failed; only the first is remembered. */
  public void fail(Throwable failure, Round round) {
    round.failure.compareAndSet(null, failure);
  }

  /** Ends a round: throws what the first part that failed has failed of. */
  public void end(Round round) {
    Throwable failure = round.failure.get();
    if (failure instanceof RuntimeException known) {
      throw known;
    }
    if (failure != null) {
      throw new CompletionException(failure);
    }
  }
}
