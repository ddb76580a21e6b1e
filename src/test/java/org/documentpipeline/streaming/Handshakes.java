package org.documentpipeline.streaming;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Handshakes that no well-behaved client sends. */
final class Handshakes {

  static final String UPGRADE =
      "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
          + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";

  private Handshakes() {}

  /** The status that a GET of this path with exactly these header lines is answered with. */
  static int status(int port, String path, String headers) throws IOException {
    try (Socket socket = open(port, path, headers)) {
      byte[] start = socket.getInputStream().readNBytes("HTTP/1.1 200".length());
      return Integer.parseInt(new String(start, StandardCharsets.US_ASCII).split(" ")[1]);
    }
  }

  /** A connection on which this was sent and nothing read. */
  static Socket open(int port, String path, String headers) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(10_000);
    socket
        .getOutputStream()
        .write(
            ("GET " + path + " HTTP/1.1\r\n" + headers + "\r\n")
                .getBytes(StandardCharsets.ISO_8859_1));
    return socket;
  }
}
