package org.documentpipeline.embedded;

import org.apache.pekko.actor.AbstractActor;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.Props;
import org.apache.pekko.actor.Terminated;

/** Notices that another actor has ended while the actor system goes on. */
final class Watcher extends AbstractActor {

  private final Runnable onEnd;

  private Watcher(ActorRef watched, Runnable onEnd) {
    this.onEnd = onEnd;
    getContext().watch(watched);
  }

  /** Runs the action on a thread of its own, for it may end this actor's system. */
  static Props of(ActorRef watched, Runnable onEnd) {
    return Props.create(Watcher.class, () -> new Watcher(watched, onEnd));
  }

  @Override
  public Receive createReceive() {
    return receiveBuilder()
        .match(Terminated.class, end -> EmbeddedServices.thread(onEnd).start())
        .build();
  }
}
