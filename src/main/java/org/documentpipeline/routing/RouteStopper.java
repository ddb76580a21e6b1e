package org.documentpipeline.routing;

import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.Route;
import org.apache.camel.support.service.ServiceHelper;

/**
 * Stops routes so that exchanges on their way finish: for up to 25 seconds in all, then without
 * them.
 */
final class RouteStopper {

  /**
   * Shorter than the 30 seconds for which a {@code direct:} call waits for a route that is being
   * replaced.
   */
  private static final Duration GRACE = Duration.ofSeconds(25);

  private static final Duration POLL = Duration.ofMillis(20);
  private static final int QUIET_POLLS = 3;

  private final CamelContext context;

  RouteStopper(CamelContext context) {
    this.context = context;
  }

  /**
   * Stops the routes {@code ids} in this order.
   *
   * @param calls which route calls which
   */
  void stop(Collection<String> ids, CallGraph calls) throws Exception {
    long deadline = System.nanoTime() + GRACE.toNanos();
    for (String id : ids) {
      stop(id, calls.callsItself(id), deadline);
    }
  }

  private void stop(String id, boolean callsItself, long deadline) throws Exception {
    Route route = context.getRoute(id);
    if (route == null) {
      return;
    }
    if (route.getEndpoint().getEndpointUri().startsWith("direct:") && !callsItself) {
      drain(id, route.getConsumer(), deadline);
    }
    long left = Math.max(1, TimeUnit.NANOSECONDS.toSeconds(deadline - System.nanoTime()));
    context.getRouteController().stopRoute(id, left, TimeUnit.SECONDS);
  }

  /**
   * Camel itself would leave a direct route open while it waits, and under load never see it empty.
   */
  private void drain(String id, Consumer consumer, long deadline) throws InterruptedException {
    ServiceHelper.suspendService(consumer);
    // A caller that found the route open may be a moment away from being counted in it.
    int quiet = 0;
    while (quiet < QUIET_POLLS && System.nanoTime() < deadline) {
      quiet = context.getInflightRepository().size(id) == 0 ? quiet + 1 : 0;
      TimeUnit.NANOSECONDS.sleep(POLL.toNanos());
    }
  }
}
