package org.documentpipeline.queueing;

import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultPollingConsumerPollStrategy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Looks for messages only while there is a point in taking one: so none is received, and counted by
 * the queue, that could only be put back.
 */
@Component("takeWhenReady")
class TakeWhenReady extends DefaultPollingConsumerPollStrategy {
  private static final Logger log = LoggerFactory.getLogger(TakeWhenReady.class);

  private final WorkRoom room;
  private final ObjectProvider<Readiness> others;

  TakeWhenReady(WorkRoom room, ObjectProvider<Readiness> others) {
    this.room = room;
    this.others = others;
  }

  /** The queue is away: it is left alone for a while, and one line says so. */
  @Override
  public boolean rollback(Consumer consumer, Endpoint endpoint, int tries, Exception cause) {
    log.warn("The queue does not answer; looking again in {} s: {}", room.rest(), cause.toString());
    return false;
  }

  /** Whether this round of polling takes place. */
  @Override
  public boolean begin(Consumer consumer, Endpoint endpoint) {
    return room.isOpen() && others.stream().allMatch(Readiness::mayTake);
  }
}
