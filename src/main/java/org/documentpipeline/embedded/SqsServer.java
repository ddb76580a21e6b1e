package org.documentpipeline.embedded;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An SQS server inside the JVM; it answers a send only after its store has committed the message.
 */
final class SqsServer implements Server {

  static final String REGION = "us-east-1";
  private static final Logger log = LoggerFactory.getLogger(SqsServer.class);
  private static final int LONGEST_PAUSE_SECONDS = 10;

  private final QueueStore store;
  private final int port;
  private SqsActors actors;
  private boolean closed;

  private SqsServer(QueueStore store, int port) {
    this.store = store;
    this.port = port;
  }

  /**
   * Starts the server and returns when the stored queues and messages are back.
   *
   * @param store waits until there is a store, and gives it; the actor system starts meanwhile
   */
  static SqsServer start(Callable<QueueStore> store, int wantedPort) throws Exception {
    SqsActors actors = SqsActors.create();
    SqsServer server = null;
    try {
      server = new SqsServer(store.call(), Ports.choose(EmbeddedService.SQS, wantedPort));
      server.store.connect();
      server.serve(actors);
      return server;
    } catch (Exception e) {
      actors.close();
      if (server != null) {
        server.close();
      }
      throw e;
    }
  }

  private synchronized void serve(SqsActors created) throws IOException {
    actors = created;
    if (closed) {
      stopActors();
    } else {
      created.serve(store, port, this::startAgain);
    }
  }

  /**
   * The store's actor ends when its database fails; what is in memory may then differ from what is
   * kept.
   */
  private void startAgain() {
    stopActors();
    for (int i = 1; isWanted(); i++) {
      log.warn("The SQS server's store failed; starting it again on port {} (try {})", port, i);
      try {
        serve(SqsActors.create());
        return;
      } catch (IOException | RuntimeException e) {
        stopActors();
        log.error("The SQS server could not be started again: {}", e.getMessage());
        Pause.seconds(Math.min(i, LONGEST_PAUSE_SECONDS));
      }
    }
  }

  private synchronized boolean isWanted() {
    return !closed;
  }

  private synchronized void stopActors() {
    if (actors != null) {
      actors.close();
      actors = null;
    }
  }

  @Override
  public Map<String, String> environment() {
    return Map.of("AWS_ENDPOINT_URL_SQS", "http://%s:%d".formatted(Ports.HOST, port));
  }

  @Override
  public synchronized void close() {
    closed = true;
    stopActors();
    store.close();
  }
}
