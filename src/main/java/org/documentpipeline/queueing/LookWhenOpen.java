package org.documentpipeline.queueing;

import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultPollingConsumerPollStrategy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Looks for messages while no service is away; also when there is no place for a document. */
@Component("lookWhenOpen")
class LookWhenOpen extends DefaultPollingConsumerPollStrategy {
  private static final Logger log = LoggerFactory.getLogger(LookWhenOpen.class);

  final WorkRoom room;
  private final ObjectProvider<Readiness> others;

  LookWhenOpen(WorkRoom room, ObjectProvider<Readiness> others) {
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
