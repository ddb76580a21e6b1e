package org.documentpipeline.queueing;

import java.util.Set;
import java.util.stream.Stream;
import org.apache.camel.ProducerTemplate;
import org.documentpipeline.routing.BeforeForcedStop;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * When an edit stops a route around documents at work, has the route {@code return-documents} give
 * back those that could not go on to their end by themselves: all of them when the worker's front
 * door is replaced, for with it goes what would see them fail; else those that are being extracted,
 * for with a route goes the time limit of what runs in it, and what it reads. A document whose
 * chunks are saved goes on until it comes by the stopped route, so that calls under way are not
 * paid twice.
 */
@Component
class ReturnsWhenReplaced implements BeforeForcedStop {
  private static final String FRONT_DOOR = "take-document";
  private static final String RETURN = "return-documents";

  private final HeldLeases leases;
  private final ExtractionThreads extraction;
  private final WorkRoom room;
  private final ObjectProvider<ProducerTemplate> camel;

  ReturnsWhenReplaced(
      HeldLeases leases,
      ExtractionThreads extraction,
      WorkRoom room,
      ObjectProvider<ProducerTemplate> camel) {
    this.leases = leases;
    this.extraction = extraction;
    this.room = room;
    this.camel = camel;
  }

  @Override
  public boolean beforeForcedStop(String routeId) {
    if (!routeId.equals(FRONT_DOOR)) {
      return giveBack(extraction.tokens());
    }
    String tokens = leases.tokens();
    try {
      return giveBack(tokens);
    } finally {
      // An exchange that does not end before the route is stopped can no longer do so itself.
      Stream.of(tokens.split(",")).forEach(leases::release);
      room.sendAllAway();
    }
  }

  private boolean giveBack(String tokens) {
    if (tokens.isEmpty()) {
      return false;
    }
    camel.getObject().sendBody("direct:" + RETURN, tokens);
    return true;
  }

  @Override
  public Set<String> calls() {
    return Set.of(RETURN);
  }
}
