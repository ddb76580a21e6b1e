package org.documentpipeline.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.documentpipeline.StartupException;

/** Ports on the loopback address. */
final class Ports {

  static final String HOST = "127.0.0.1";

  private Ports() {}

  /**
   * Gives the wanted port after seeing that it can be had, or a free one when 0 is wanted.
   *
   * @throws StartupException when the wanted port is taken or is no port
   */
  static int choose(EmbeddedService service, int wanted) {
    if (wanted < 0 || wanted > 65_535) {
      throw new StartupException(
          service.portSetting() + "=" + wanted + " is not a port: use 0 (a free one) to 65535.");
    }
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getByName(HOST), wanted));
      return socket.getLocalPort();
    } catch (IOException e) {
      if (wanted == 0) {
        throw new UncheckedIOException("no free port on " + HOST, e);
      }
      throw new StartupException(
          "Port %d (%s) cannot be used: %s. Choose another one, or 0 for a free one."
              .formatted(wanted, service.portSetting(), e.getMessage()),
          e);
    }
  }
}
