package org.documentpipeline.queueing;

import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultPollingConsumerPollStrategy;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Looks for messages only while there is a point in taking one: so none is received, and counted by
 * the queue, that could only be put back.
 */
@Component("takeWhenReady")
class TakeWhenReady extends DefaultPollingConsumerPollStrategy {
  private final WorkRoom room;
  private final ObjectProvider<Readiness> others;

  TakeWhenReady(WorkRoom room, ObjectProvider<Readiness> others) {
    this.room = room;
    this.others = others;
  }

  /** Whether this round of polling takes place. */
  @Override
  public boolean begin(Consumer consumer, Endpoint endpoint) {
    return room.isOpen() && others.stream().allMatch(Readiness::mayTake);
  }
}
