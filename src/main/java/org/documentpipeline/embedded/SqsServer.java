package org.documentpipeline.embedded;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.Props;
import org.apache.pekko.pattern.Patterns;
import org.elasticmq.StrictSQSLimits$;
import org.elasticmq.actor.QueueManagerActor;
import org.elasticmq.actor.queue.QueueEvent;
import org.elasticmq.persistence.sql.SqlQueuePersistenceActor;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import org.elasticmq.util.NowProvider;
import scala.Option;
import scala.collection.immutable.List$;

/** An SQS server inside the JVM; it answers a send only after its store has committed the message. */
final class SqsServer implements Server {

  static final String REGION = "us-east-1";
  private static final Duration START_LIMIT = Duration.ofSeconds(60);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(5);

  /**
   * A store that failed once must not come back without its queues: it would then accept messages and keep none. So it
   * stops instead of being restarted, and sends fail.
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

  private final QueueStore store;
  private final ActorSystem actors;
  private final SQSRestServer server;
  private final int port;

  private SqsServer(QueueStore store, ActorSystem actors, SQSRestServer server, int port) {
    this.store = store;
    this.actors = actors;
    this.server = server;
    this.port = port;
  }

  static SqsServer start(QueueStore store, int wantedPort) throws IOException {
    int port = Ports.choose(EmbeddedService.SQS, wantedPort);
    store.connect();
    Config configuration = ConfigFactory.parseString(CONFIGURATION).withFallback(ConfigFactory.load());
    ActorSystem actors = ActorSystem.create("sqs", configuration);
    try {
      SQSRestServer server = start(actors, store, port);
      return new SqsServer(store, actors, server, server.waitUntilStarted().localAddress().getPort());
    } catch (IOException | RuntimeException e) {
      actors.terminate();
      store.close();
      throw e;
    }
  }

  private static SQSRestServer start(ActorSystem actors, QueueStore store, int port) throws IOException {
    ActorRef keeper =
        actors.actorOf(
            Props.create(
                SqlQueuePersistenceActor.class,
                () -> new SqlQueuePersistenceActor(store.configuration(), List$.MODULE$.empty())));
    ActorRef queues =
        actors.actorOf(
            Props.create(
                QueueManagerActor.class,
                () -> new QueueManagerActor(new NowProvider(), StrictSQSLimits$.MODULE$, Option.apply(keeper))));
    restore(keeper, queues);
    return SQSRestServerBuilder.withActorSystem(actors)
        .withQueueManagerActor(queues)
        .withQueueEventListener(keeper)
        .withInterface(Ports.HOST)
        .withPort(port)
        .withAWSRegion(REGION)
        .start();
  }

  /** The server takes requests only after the stored queues and messages are back. */
  private static void restore(ActorRef keeper, ActorRef queues) throws IOException {
    try {
      Object answer =
          Patterns.ask(keeper, new QueueEvent.Restore(queues), START_LIMIT)
              .toCompletableFuture()
              .get(START_LIMIT.toSeconds(), TimeUnit.SECONDS);
      if (answer instanceof scala.util.Left<?, ?> errors) {
        throw new IOException("the stored queues could not be restored: " + errors.value());
      }
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException("the stored queues could not be restored", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while restoring the stored queues", e);
    }
  }

  @Override
  public Map<String, String> environment() {
    return Map.of("AWS_ENDPOINT_URL_SQS", "http://%s:%d".formatted(Ports.HOST, port));
  }

  @Override
  public void close() {
    server.stopAndGetFuture().apply();
    try {
      actors.terminate();
      actors.getWhenTerminated().toCompletableFuture().get(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("the embedded SQS server did not stop", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      store.close();
    }
  }
}
