package org.documentpipeline.routing;

import org.apache.camel.impl.engine.DefaultInflightRepository;
import org.springframework.stereotype.Component;

/**
 * Goes on counting the exchanges in a route when an edit replaces it. Camel's own begins at zero
 * again, and falls below when those end around which the old route was stopped: the next edit would
 * take a route for empty that is not.
 */
@Component
public final class InflightAcrossEdits extends DefaultInflightRepository {

  /** Lets exchanges be looked at, as Hawtio does. */
  public InflightAcrossEdits() {
    setInflightBrowseEnabled(true);
  }

  @Override
  public void removeRoute(String routeId) {
    // The count stays until the last exchange has left; a route of that name takes it over.
  }
}
