package org.documentpipeline.queueing;

import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Looks for messages only while there is a point in taking one: so none is received, and counted by
 * the queue, that could only be put back, and none waits here that another worker could take.
 */
@Component("takeWhenReady")
class TakeWhenReady extends LookWhenOpen {
  TakeWhenReady(WorkRoom room, ObjectProvider<Readiness> others) {
    super(room, others);
  }

  @Override
  public boolean begin(Consumer consumer, Endpoint endpoint) {
    return room.hasPlace() && super.begin(consumer, endpoint);
  }
}
