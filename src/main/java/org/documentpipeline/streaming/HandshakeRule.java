package org.documentpipeline.streaming;

import java.net.URI;
import java.util.Set;

/** Decides by two request headers whether a browser's page may open a socket here. */
@FunctionalInterface
public interface HandshakeRule {

  /**
   * Pages of this machine, whatever the port; programs that are no browser send no {@code Origin}.
   */
  HandshakeRule THIS_MACHINE =
      (host, origin) ->
          Loopback.named("http://" + host) && (origin == null || Loopback.named(origin));

  /**
   * Whether a handshake with these headers may go on.
   *
   * @param host the {@code Host} header, null when it is missing or given more than once
   * @param origin the {@code Origin} header, null when it is missing
   */
  boolean allows(String host, String origin);

  /** Addresses that only this machine itself can mean. */
  final class Loopback {

    private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    private Loopback() {}

    private static boolean named(String url) {
      try {
        String host = URI.create(url).getHost();
        return host != null && NAMES.contains(host);
      } catch (IllegalArgumentException e) {
        return false;
      }
    }
  }
}
