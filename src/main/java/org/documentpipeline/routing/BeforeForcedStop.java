package org.documentpipeline.routing;

import java.util.Set;

/**
 * A bean that lets go of what is at work in a route which an edit replaces, when the exchanges in
 * it did not come to their end in time.
 */
public interface BeforeForcedStop {

  /**
   * Called on the reloading thread while the route still runs, closed to newcomers; it is stopped
   * after the return. An exchange in it then fails with what {@link CaughtByReload} knows; or, when
   * its error handling belongs to the route itself, with nobody to see it.
   *
   * @param routeId the route that is about to be stopped
   * @return whether something was let go of, so that exchanges can end within a few seconds
   */
  boolean beforeForcedStop(String routeId);

  /** The ids of the routes it calls to do so; they are stopped after all others. */
  Set<String> calls();
}
