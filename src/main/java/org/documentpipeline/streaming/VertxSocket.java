package org.documentpipeline.streaming;

import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.WebSocketFrame;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A watcher's socket on Vert.x, whose writes may come from any thread. What the client sends is
 * dropped unread; a client that does not stop sending (pings too, for each of which Vert.x queues
 * an answer) is cut off.
 */
final class VertxSocket implements Socket {

  private static final Logger LOG = LoggerFactory.getLogger(VertxSocket.class);

  /** Frames a client may send in one second; a browser sends none but answers to pings. */
  private static final int FRAMES_A_SECOND = 100;

  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  private final ServerWebSocket socket;
  // Used on the event loop only.
  private long second = System.nanoTime();
  private int frames;

  /**
   * Takes over the socket's incoming side.
   *
   * @param queueBytes bytes waiting for the reader from which on {@link #full()} is true
   * @param onDrain called on the event loop each time the reader has caught up after {@link
   *     #full()}; must not wait
   */
  VertxSocket(ServerWebSocket socket, int queueBytes, Runnable onDrain) {
    this.socket = socket;
    try {
      socket.setWriteQueueMaxSize(queueBytes);
      socket.textMessageHandler(null);
      socket.binaryMessageHandler(null);
      socket.frameHandler(frame -> countFrame());
      socket.exceptionHandler(failure -> LOG.debug("A watcher's connection broke off", failure));
      socket.drainHandler(nothing -> onDrain.run());
    } catch (IllegalStateException alreadyClosed) {
      close(CloseCode.GOING_AWAY);
    }
  }

  private void countFrame() {
    long now = System.nanoTime();
    if (now - second > SECOND) {
      second = now;
      frames = 0;
    }
    frames++;
    if (frames == FRAMES_A_SECOND) {
      close(CloseCode.NOT_LISTENING);
    }
  }

  @Override
  public boolean full() {
    try {
      return socket.writeQueueFull();
    } catch (IllegalStateException closed) {
      return false;
    }
  }

  @Override
  public boolean closed() {
    return socket.isClosed();
  }

  @Override
  public void send(String text) {
    // Not writeTextMessage: it cuts what goes out by the limit for what comes in.
    socket.writeFrame(WebSocketFrame.textFrame(text, true));
  }

  @Override
  public CompletionStage<Void> close(CloseCode code) {
    return socket.close((short) code.number, code.reason).toCompletionStage();
  }
}
