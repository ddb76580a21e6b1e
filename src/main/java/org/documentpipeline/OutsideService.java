package org.documentpipeline;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.postgresql.Driver;

/**
 * A service at an address that the settings name.
 *
 * @param setting the environment variable with the address
 * @param addresses host and port; one of them must answer
 */
record OutsideService(String setting, List<InetSocketAddress> addresses) {

  private static final int TRY_MILLIS = 2_000;
  private static final Map<String, Integer> DEFAULT_PORTS =
      Map.of("redis", 6379, "rediss", 6379, "http", 80, "https", 443);

  /**
   * Reads a {@code jdbc:postgresql:}, {@code redis(s):} or {@code http(s):} address.
   *
   * @throws StartupException when it is none of these
   */
  static OutsideService of(String setting, String address) {
    List<InetSocketAddress> found = address.startsWith("jdbc:") ? jdbc(address) : uri(address);
    if (found.isEmpty()) {
      throw new StartupException(
          setting + " is not an address that can be used: " + withoutPassword(address));
    }
    return new OutsideService(setting, found);
  }

  private static List<InetSocketAddress> jdbc(String address) {
    List<InetSocketAddress> found = new ArrayList<>();
    Properties parts = Driver.parseURL(address, new Properties());
    if (parts != null) {
      String[] hosts = parts.getProperty("PGHOST").split(",");
      String[] ports = parts.getProperty("PGPORT").split(",");
      for (int i = 0; i < hosts.length; i++) {
        found.add(InetSocketAddress.createUnresolved(hosts[i], Integer.parseInt(ports[i])));
      }
    }
    return found;
  }

  private static List<InetSocketAddress> uri(String address) {
    try {
      URI uri = URI.create(address);
      Integer port =
          uri.getPort() > 0 ? Integer.valueOf(uri.getPort()) : DEFAULT_PORTS.get(uri.getScheme());
      return uri.getHost() == null || port == null || !DEFAULT_PORTS.containsKey(uri.getScheme())
          ? List.of()
          : List.of(InetSocketAddress.createUnresolved(uri.getHost(), port));
    } catch (IllegalArgumentException e) {
      return List.of();
    }
  }

  private static String withoutPassword(String address) {
    return address.replaceAll("//[^/@]*@", "//…@").replaceAll("(?i)(password=)[^&]*", "$1…");
  }

  /**
   * Waits until a connection can be made: a service that starts together with this process may need
   * a moment.
   *
   * @throws StartupException when none could be made within the limit
   */
  void awaitAnswer(Duration limit) {
    long end = System.nanoTime() + limit.toNanos();
    String reason = answer();
    while (reason != null) {
      if (System.nanoTime() > end) {
        throw new StartupException("%s: no answer from %s.".formatted(setting, reason));
      }
      pause();
      reason = answer();
    }
  }

  /** Gives null when one of the addresses answers, else the last one and why it did not. */
  private String answer() {
    String reason = "";
    for (InetSocketAddress address : addresses) {
      try (Socket socket = new Socket()) {
        socket.connect(
            new InetSocketAddress(address.getHostString(), address.getPort()), TRY_MILLIS);
        return null;
      } catch (IOException e) {
        reason = "%s:%d (%s)".formatted(address.getHostString(), address.getPort(), describe(e));
      }
    }
    return reason;
  }

  private static String describe(IOException e) {
    return e instanceof java.net.UnknownHostException ? "unknown host" : e.getMessage();
  }

  private static void pause() {
    try {
      Thread.sleep(200);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for an outside service", e);
    }
  }
}
