package org.documentpipeline.routing;

import java.util.Objects;
import java.util.stream.Stream;
import org.apache.camel.component.direct.DirectConsumerNotAvailableException;

/**
 * Tells an exchange that has failed because an edit replaced a route from one that has failed for a
 * reason of its own. Camel (4.17) has two ways to say so: a step of a route that was stopped around
 * the exchange is no longer started, and a route that is just being replaced was not back within
 * the 30 seconds that a {@code direct:} call waits for it. The first can also befall who calls the
 * new route as one of the first, for of several at once only one looks up where it is by now.
 */
public final class CaughtByReload {
  private static final String STOPPED = "Processor has not been started: ";
  private static final int DEEPEST_CAUSE = 20;

  private CaughtByReload() {}

  /** Whether this or one of its causes is such a failure: the work can be done, only not here. */
  public static boolean is(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .limit(DEEPEST_CAUSE)
        .anyMatch(
            cause ->
                cause instanceof DirectConsumerNotAvailableException
                    || cause instanceof IllegalStateException
                        && String.valueOf(cause.getMessage()).contains(STOPPED));
  }
}
