package org.documentpipeline.queueing;

import org.apache.camel.ProducerTemplate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;

/**
 * When the process is told to end: takes nothing new, and has the route {@code release-documents}
 * see to what is at work, before Camel stops.
 */
@Component
class OrderlyEnd implements ApplicationListener<ContextClosedEvent>, Ordered {
  private static final Logger log = LoggerFactory.getLogger(OrderlyEnd.class);
  private static final String RELEASE = "direct:release-documents";

  private final WorkRoom room;
  private final ObjectProvider<ProducerTemplate> camel;

  OrderlyEnd(WorkRoom room, ObjectProvider<ProducerTemplate> camel) {
    this.room = room;
    this.camel = camel;
  }

  /** Before Camel's own listener, which stops the routes. */
  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE;
  }

  @Override
  public void onApplicationEvent(ContextClosedEvent event) {
    room.close();
    if (room.isEmpty()) {
      return;
    }
    log.info("Calls under way may end; then the documents at work are given back");
    try {
      camel.getObject().sendBody(RELEASE, "");
    } catch (RuntimeException e) {
      log.warn("They could not be given back and are free when their leases run out", e);
    }
  }
}
