package org.documentpipeline.summarizing;

import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The parts of a document that are worked on at the same time, in lanes: a document has no more of
 * them than calls are allowed at once, so that one whose calls all wait leaves the threads of
 * others alone. A lane that is done with a part takes the next one that nobody has begun. After the
 * first failure no further part begins, but those begun come to their end: what they were answered
 * is saved, and not paid for again when somebody retries.
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

  /** Takes parts as long as there are any; what it gives last may be null. */
  private record Lane(Queue<Object> left) implements Iterator<Object> {
    @Override
    public boolean hasNext() {
      return !left.isEmpty();
    }

    @Override
    public Object next() {
      return left.poll();
    }
  }

  private final int lanes;

  Parts(@Value("${pipeline.llm-concurrency}") int lanes) {
    this.lanes = lanes;
  }

  /** Deals parts out to lanes, which take them in order; no more lanes than parts. */
  public List<Iterator<Object>> lanes(List<?> parts) {
    Queue<Object> left = new ConcurrentLinkedQueue<>(parts);
    return Stream.<Iterator<Object>>generate(() -> new Lane(left))
        .limit(Math.min(lanes, parts.size()))
        .toList();
  }

  /** A round without a failure. */
  public Round begin() {
    return new Round();
  }

  /** A part has failed; only the first is remembered. */
  public void fail(Throwable failure, Round round) {
    round.failure.compareAndSet(null, failure);
  }

  /**
   * Goes on only as long as the round does; a part without a round, null, always does.
   *
   * @throws CancellationException when another part has failed
   */
  public void check(Round round) {
    if (round != null && !round.isGoingOn()) {
      throw new CancellationException("another part has failed");
    }
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
