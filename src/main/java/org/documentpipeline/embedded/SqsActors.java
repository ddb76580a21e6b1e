package org.documentpipeline.embedded;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.Props;
import org.apache.pekko.pattern.Patterns;
import org.elasticmq.StrictSQSLimits$;
import org.elasticmq.actor.QueueManagerActor;
import org.elasticmq.actor.queue.QueueEvent;
import org.elasticmq.persistence.sql.SqlQueuePersistenceActor;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import org.elasticmq.rest.sqs.TheSQSRestServerBuilder;
import org.elasticmq.util.NowProvider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scala.Option;
import scala.collection.immutable.List$;
import scala.util.Left;

/** The actors of ElasticMQ: one keeps the store, one the queues, and the HTTP server asks them. */
final class SqsActors implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(SqsActors.class);
  private static final Duration START_LIMIT = Duration.ofSeconds(60);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(5);

  /**
   * By default a store that failed is started again without its queues: it then accepts messages
   * and keeps none. So it is only stopped here, sends fail, and its end is noticed.
   */
  private static final String CONFIGURATION =
      """
      pekko.loglevel = WARNING
      pekko.stdout-loglevel = WARNING
      pekko.daemonic = on
      pekko.jvm-shutdown-hooks = off
      pekko.coordinated-shutdown.run-by-jvm-shutdown-hook = off
      pekko.actor.guardian-supervisor-strategy = "org.apache.pekko.actor.StoppingSupervisorStrategy"
      """;

  private final ActorSystem system;

  private SqsActors(ActorSystem system) {
    this.system = system;
  }

  /** Makes the actor system, which takes a second of loading classes and needs nothing. */
  static SqsActors create() {
    Config configuration =
        ConfigFactory.parseString(CONFIGURATION).withFallback(ConfigFactory.load());
    return new SqsActors(ActorSystem.create("sqs", configuration));
  }

  /**
   * Starts the actors, then the HTTP server, so that no request comes before the stored queues and
   * messages are back.
   *
   * @param onFailure what to do when the store fails later; runs on a thread of its own
   * @throws IOException when the store cannot be read
   */
  void serve(QueueStore store, int port, Runnable onFailure) throws IOException {
    ActorRef keeper = system.actorOf(keeper(store), "keeper");
    ActorRef queues = system.actorOf(queues(keeper), "queues");
    restore(keeper, queues);
    server(keeper, queues, port).start().waitUntilStarted();
    system.actorOf(Watcher.of(keeper, onFailure));
  }

  /** The server registers a bean that keeps asking its own actors, and leaves it there. */
  private static void forgetMetrics() {
    try {
      ObjectName metrics = new ObjectName("org.elasticmq:name=Queues");
      MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
      if (beans.isRegistered(metrics)) {
        beans.unregisterMBean(metrics);
      }
    } catch (JMException e) {
      log.debug("The SQS server's metrics could not be removed", e);
    }
  }

  private static Props keeper(QueueStore store) {
    return Props.create(
        SqlQueuePersistenceActor.class,
        () -> new SqlQueuePersistenceActor(store.configuration(), List$.MODULE$.empty()));
  }

  private static Props queues(ActorRef keeper) {
    return Props.create(
        QueueManagerActor.class,
        () ->
            new QueueManagerActor(
                new NowProvider(), StrictSQSLimits$.MODULE$, Option.apply(keeper)));
  }

  private static void restore(ActorRef keeper, ActorRef queues) throws IOException {
    try {
      Object answer =
          Patterns.ask(keeper, new QueueEvent.Restore(queues), START_LIMIT)
              .toCompletableFuture()
              .get();
      if (answer instanceof Left<?, ?> errors) {
        throw new IOException("the stored queues could not be restored: " + errors.value());
      }
    } catch (ExecutionException e) {
      throw new IOException("the stored queues could not be restored", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while restoring the stored queues", e);
    }
  }

  private TheSQSRestServerBuilder server(ActorRef keeper, ActorRef queues, int port) {
    return SQSRestServerBuilder.withActorSystem(system)
        .withQueueManagerActor(queues)
        .withQueueEventListener(keeper)
        .withInterface(Ports.HOST)
        .withPort(port)
        .withAWSRegion(SqsServer.REGION);
  }

  @Override
  public void close() {
    forgetMetrics();
    system.terminate();
    try {
      system
          .getWhenTerminated()
          .toCompletableFuture()
          .get(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      log.warn("The SQS server did not stop within {} s", STOP_LIMIT.toSeconds());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
