package org.documentpipeline.streaming;

import java.util.concurrent.CompletionStage;

/**
 * What a watcher needs of a WebSocket. Every method may be called by any thread and none of them
 * waits.
 */
interface Socket {

  /**
   * Whether more than the socket's own bounded queue is waiting for the reader. False once it is
   * closed.
   */
  boolean full();

  /** Whether either side has closed it. */
  boolean closed();

  /** Queues one text message; does nothing on a closed socket. */
  void send(String text);

  /**
   * Queues the closing frame behind what was sent. The stage ends when the frame has left, or
   * cannot any more.
   */
  CompletionStage<Void> close(CloseCode code);
}
