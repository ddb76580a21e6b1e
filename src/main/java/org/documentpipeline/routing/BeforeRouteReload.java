package org.documentpipeline.routing;

import java.util.Set;

/**
 * A bean that wants to know when routes are about to be replaced by an edit, to let go of what they
 * hold.
 */
@FunctionalInterface
public interface BeforeRouteReload {

  /**
   * Called on the reloading thread while the old routes still run; the replacement waits for the
   * return.
   *
   * @param routeIds the ids of the routes that stop now
   */
  void beforeReload(Set<String> routeIds);
}
