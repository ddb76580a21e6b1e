package org.documentpipeline.web;

import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Who may ask: only this product's own page and tools that are no browser. A foreign Origin is
 * another site's page, a foreign Host is another site's name pointed at this machine (DNS
 * rebinding).
 */
@Component
public class OriginRules {

  private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");

  private static final Pattern ADDRESS =
      Pattern.compile("(?:[0-9]{1,3}(?:\\.[0-9]{1,3}){3}|\\[[0-9a-fA-F:.]+])(?::[0-9]{1,5})?");

  private final Addresses addresses;

  OriginRules(Addresses addresses) {
    this.addresses = addresses;
  }

  /**
   * The rule of the WebSocket server.
   *
   * @param host the Host header, with its port
   * @param origin the Origin header, or null when there is none (no browser)
   */
  public boolean allows(String host, String origin) {
    return host != null && addresses.isSocketHost(host) && allowsOrigin(origin);
  }

  /** Whether a Host header is the address of a machine and no name: 10.0.0.7:8080, [fd00::7]. */
  static boolean isAddress(String host) {
    return host != null && ADDRESS.matcher(host).matches();
  }

  boolean allowsHost(String host) {
    return host != null && addresses.isPageHost(host);
  }

  /**
   * A missing Origin is allowed; the Origin {@code null} of sandboxed frames and local files is
   * not.
   */
  boolean allowsOrigin(String origin) {
    return origin == null || addresses.isPageOrigin(origin);
  }

  /** Form posts of old browsers carry no Origin, but say that they come from another site. */
  boolean allowsFetch(String method, String origin, String fetchSite) {
    return SAFE_METHODS.contains(method) || origin != null || !"cross-site".equals(fetchSite);
  }
}
