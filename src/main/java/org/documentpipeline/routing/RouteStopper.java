package org.documentpipeline.routing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.Suspendable;
import org.apache.camel.support.service.ServiceHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stops routes so that exchanges on their way finish: for some time in all, then without them. What
 * is at work in them is told of before; who takes in work from outside is stopped first.
 */
final class RouteStopper {

  /**
   * Shorter than the 30 seconds for which a {@code direct:} call waits for a route that is being
   * replaced.
   */
  static final Duration GRACE = Duration.ofSeconds(25);

  /**
   * How long exchanges get to come to the end that {@link BeforeForcedStop} has made possible; in
   * an entrance, whose callers nobody has to answer, once more as long as before.
   */
  private static final Duration AFTERWARDS = Duration.ofSeconds(3);

  private static final Logger LOG = LoggerFactory.getLogger(RouteStopper.class);
  private static final long SHORTEST_STOP_MILLIS = 100;
  private static final Duration POLL = Duration.ofMillis(20);
  private static final int QUIET_POLLS = 3;
  private final CamelContext context;
  private final Duration grace;
  private final Collection<BeforeForcedStop> listeners;

  /**
   * Knows who lets go of exchanges.
   *
   * @param grace how long exchanges may take to finish
   */
  RouteStopper(CamelContext context, Duration grace, Collection<BeforeForcedStop> listeners) {
    this.context = context;
    this.grace = grace;
    this.listeners = listeners;
  }

  /**
   * Stops the routes {@code ids} in this order; but entrances first, and at last what listeners
   * call.
   *
   * @param calls which route calls which
   */
  void stop(Collection<String> ids, CallGraph calls) throws Exception {
    long deadline = System.nanoTime() + grace.toNanos();
    List<Route> routes = new ArrayList<>();
    ids.stream().map(context::getRoute).filter(route -> route != null).forEach(routes::add);
    routes.sort(Comparator.comparingInt(this::rank));
    for (Route route : routes) {
      stop(route, calls.callsItself(route.getRouteId()), deadline);
    }
  }

  private int rank(Route route) {
    if (listeners.stream().anyMatch(each -> each.calls().contains(route.getRouteId()))) {
      return 2;
    }
    return route.getEndpoint().getEndpointUri().startsWith("direct:") ? 1 : 0;
  }

  private void stop(Route route, boolean callsItself, long deadline) throws Exception {
    String id = route.getRouteId();
    if (route.getConsumer() instanceof Suspendable && !callsItself) {
      drain(route, deadline);
    }
    long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
    context
        .getRouteController()
        .stopRoute(id, Math.max(SHORTEST_STOP_MILLIS, left), TimeUnit.MILLISECONDS);
  }

  /**
   * Camel itself would leave a direct route open while it waits, and under load never see it empty.
   */
  private void drain(Route route, long deadline) throws InterruptedException {
    String id = route.getRouteId();
    ServiceHelper.suspendService(route.getConsumer());
    if (!becomesQuiet(id, deadline)) {
      LOG.info("{} is replaced before all work in it has come to its end", id);
      if (listeners.stream().filter(listener -> letsGo(listener, id)).count() > 0) {
        Duration more = rank(route) == 0 ? grace : AFTERWARDS;
        becomesQuiet(id, System.nanoTime() + more.toNanos());
      }
    }
  }

  /** A caller that found the route open may be a moment away from being counted in it. */
  private boolean becomesQuiet(String id, long deadline) throws InterruptedException {
    for (int quiet = 0; quiet < QUIET_POLLS; ) {
      quiet = context.getInflightRepository().size(id) == 0 ? quiet + 1 : 0;
      if (quiet == 0 && System.nanoTime() >= deadline) {
        return false;
      }
      TimeUnit.NANOSECONDS.sleep(POLL.toNanos());
    }
    return true;
  }

  private static boolean letsGo(BeforeForcedStop listener, String id) {
    try {
      return listener.beforeForcedStop(id);
    } catch (RuntimeException e) {
      LOG.warn("{} could not let go of what is at work in {}", listener, id, e);
      return false;
    }
  }
}
