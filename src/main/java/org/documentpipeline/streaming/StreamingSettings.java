package org.documentpipeline.streaming;

import java.time.Duration;

/**
 * Where the WebSocket service listens, and its limits.
 *
 * @param address the network interface to listen on
 * @param port the port to listen on; 0: a free one
 * @param maxSockets sockets open at once in this process; further handshakes are answered 503
 * @param ping silence after which a socket is sent a ping; the contract promises at most 20 s
 * @param slow how long a reader may take nothing before its socket is closed
 */
record StreamingSettings(String address, int port, int maxSockets, Duration ping, Duration slow) {

  /** Bytes waiting for one reader from which on nothing more is handed to its socket. */
  static final int QUEUE_BYTES = 64 * 1024;

  /** Bytes that the system may hold for one reader beside; left alone it would take megabytes. */
  static final int SYSTEM_QUEUE_BYTES = 128 * 1024;

  /**
   * As {@link #QUEUE_BYTES}, for watchers of all documents, who cannot be given later what did not
   * fit.
   */
  static final int ALL_QUEUE_BYTES = 256 * 1024;

  StreamingSettings {
    if (maxSockets < 1
        || ping.compareTo(Duration.ofMillis(100)) < 0
        || slow.compareTo(Duration.ofMillis(100)) < 0) {
      throw new IllegalArgumentException(
          "pipeline.websocket-max-sockets, -ping and -slow are too small: "
              + maxSockets
              + ", "
              + ping
              + ", "
              + slow);
    }
  }

  /**
   * Seconds without any finished write after which the connection is cut; pings keep a reading
   * client above it.
   */
  int writeIdleSeconds() {
    return (int) ping.plus(slow).toSeconds() + 15;
  }
}
