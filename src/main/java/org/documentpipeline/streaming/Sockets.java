package org.documentpipeline.streaming;

import io.vertx.core.http.ServerWebSocket;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens, tends and closes the sockets of those who watch. */
public class Sockets {

  private static final Logger LOG = LoggerFactory.getLogger(Sockets.class);
  private static final int SECONDS_TO_SAY_GOODBYE = 2;

  private final Registry registry;
  private final StreamingSettings settings;
  private final Consumer<String> catchUp;
  private volatile boolean closing;

  /**
   * Without sockets yet.
   *
   * @param catchUp takes the key of a watcher that has drained its socket and has to be read for;
   *     must not wait
   */
  Sockets(Registry registry, StreamingSettings settings, Consumer<String> catchUp) {
    this.registry = registry;
    this.settings = settings;
    this.catchUp = catchUp;
  }

  /** Sockets open now. */
  int size() {
    return registry.size();
  }

  /** Whether there is no room for one more socket. */
  boolean full() {
    return size() >= settings.maxSockets();
  }

  /**
   * Takes a socket just opened, or closes it when its address asks for nothing that can be
   * answered.
   *
   * @param key the connection's key
   * @return the key when the document has to be read now, else null
   */
  public String open(String key, ServerWebSocket socket) {
    Target target = Target.parse(socket.path(), socket.query());
    boolean all = target.documentId() == null;
    int queueBytes = all ? StreamingSettings.ALL_QUEUE_BYTES : StreamingSettings.QUEUE_BYTES;
    return open(key, target, new VertxSocket(socket, queueBytes, () -> drained(key)));
  }

  String open(String key, Target target, Socket socket) {
    CloseCode refusal =
        closing ? CloseCode.GOING_AWAY : full() ? CloseCode.TRY_LATER : target.refusal();
    if (refusal != null) {
      socket.close(refusal);
      return null;
    }
    if (target.documentId() == null) {
      registry.add(new AllWatcher(key, socket));
    } else {
      registry.add(new DocumentWatcher(key, target.documentId(), target.after(), socket));
    }
    // Its close may have been told before it was registered, and nobody tells it twice.
    if (socket.closed()) {
      registry.remove(key);
    }
    if (closing) {
      socket.close(CloseCode.GOING_AWAY);
    }
    return registry.document(key) == null ? null : key;
  }

  /** Forgets a socket that was closed. */
  public void close(String key) {
    registry.remove(key);
  }

  /**
   * Sends the pings that are due, closes the sockets of readers that are too slow, forgets what is
   * closed.
   */
  public void tend() {
    long now = System.nanoTime();
    for (Watcher watcher : registry.all()) {
      watcher.tend(now, settings.ping().toNanos(), settings.slow().toNanos());
      if (watcher.ended()) {
        registry.remove(watcher.key());
      }
    }
  }

  private void drained(String key) {
    DocumentWatcher watcher = registry.document(key);
    if (watcher != null && watcher.askWhenDrained()) {
      catchUp.accept(key);
    }
  }

  /** Takes sockets from now on. */
  void opened() {
    closing = false;
  }

  /** Closes every socket with 1012 and waits until that is on its way, at most two seconds. */
  void goAway() {
    closing = true;
    List<Watcher> watchers = registry.all();
    CompletableFuture<?>[] ends =
        watchers.stream()
            .map(watcher -> watcher.end(CloseCode.GOING_AWAY).toCompletableFuture())
            .toArray(CompletableFuture[]::new);
    try {
      CompletableFuture.allOf(ends).get(SECONDS_TO_SAY_GOODBYE, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      LOG.debug("Some sockets could not be told that the service goes away", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    watchers.forEach(watcher -> registry.remove(watcher.key()));
  }
}
