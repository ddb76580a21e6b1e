package org.documentpipeline.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.boot.web.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The addresses under which browsers reach the page and the WebSocket server. */
@Component
class Addresses {

  private static final Set<String> LOCAL_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

  private final Environment environment;
  private final List<URI> pages;
  private final List<URI> sockets;
  private volatile int serverPort;

  Addresses(Environment environment) {
    this.environment = environment;
    this.pages = urls("pipeline.public-url", Set.of("http", "https"));
    this.sockets = urls("pipeline.public-websocket-url", Set.of("ws", "wss"));
    this.serverPort = environment.getProperty("server.port", Integer.class, 8080);
  }

  /** Port 0 in the settings means a free one: only now is it known which. */
  @EventListener
  void onStart(WebServerInitializedEvent event) {
    if (event.getApplicationContext().getServerNamespace() == null) {
      serverPort = event.getWebServer().getPort();
    }
  }

  /** Where people find the page. */
  String page() {
    return pages.isEmpty() ? local("http", "localhost") : origin(pages.get(0));
  }

  boolean isPageHost(String host) {
    return isLocal(host, serverPort) || isOneOf(pages, host);
  }

  /**
   * Whether the Host is the WebSocket server's: by name and port, or the public one of a proxy
   * before it.
   */
  boolean isSocketHost(String host) {
    return isLocal(host, webSocketPort())
        || isOneOf(sockets, host)
        || isPublicName(host, webSocketPort());
  }

  boolean isPageOrigin(String origin) {
    String lower = origin.toLowerCase(Locale.ROOT);
    return LOCAL_NAMES.stream()
            .anyMatch(
                name -> lower.equals(local("http", name)) || lower.equals(local("https", name)))
        || pages.stream().anyMatch(page -> lower.equals(origin(page)));
  }

  /** Scheme, host and port under which a browser that asked for this Host opens a WebSocket. */
  String webSocketUrl(String host) {
    String asked = host == null ? "" : host.toLowerCase(Locale.ROOT);
    for (int i = 0; i < pages.size(); i++) {
      if (authority(pages.get(i)).equals(asked)) {
        return sockets.isEmpty()
            ? besidePage(pages.get(i))
            : origin(sockets.get(Math.min(i, sockets.size() - 1)));
      }
    }
    if (!sockets.isEmpty() && pages.isEmpty()) {
      return origin(sockets.get(0));
    }
    // A content security policy cannot name an IPv6 address.
    String name = asked.startsWith("127.0.0.1") ? "127.0.0.1" : "localhost";
    return "ws://" + name + ":" + webSocketPort();
  }

  private String besidePage(URI page) {
    return (page.getScheme().equalsIgnoreCase("https") ? "wss://" : "ws://")
        + page.getHost().toLowerCase(Locale.ROOT)
        + ":"
        + webSocketPort();
  }

  // Read at each use: with port 0 the socket server knows its port only after it was started.
  private int webSocketPort() {
    return environment.getProperty(
        "local.websocket.port",
        Integer.class,
        environment.getProperty("pipeline.websocket-port", Integer.class, 8081));
  }

  private String local(String scheme, String name) {
    return origin(URI.create(scheme + "://" + name + ":" + serverPort));
  }

  private static boolean isLocal(String host, int port) {
    String lower = host.toLowerCase(Locale.ROOT);
    return LOCAL_NAMES.stream()
        .anyMatch(name -> lower.equals(name + ":" + port) || port == 80 && lower.equals(name));
  }

  private boolean isPublicName(String host, int port) {
    return sockets.isEmpty()
        && pages.stream()
            .anyMatch(
                page ->
                    (page.getHost() + ":" + port).equalsIgnoreCase(host)
                        || authority(page).equalsIgnoreCase(host));
  }

  private static boolean isOneOf(List<URI> urls, String host) {
    String lower = host.toLowerCase(Locale.ROOT);
    return urls.stream()
        .anyMatch(
            url ->
                lower.equals(authority(url))
                    || lower.equals(authority(url) + ":" + defaultPort(url.getScheme())));
  }

  private static String authority(URI url) {
    int port = url.getPort();
    String host = url.getHost().toLowerCase(Locale.ROOT);
    return port < 0 || port == defaultPort(url.getScheme()) ? host : host + ":" + port;
  }

  private static String origin(URI url) {
    return url.getScheme().toLowerCase(Locale.ROOT) + "://" + authority(url);
  }

  private static int defaultPort(String scheme) {
    return scheme.equalsIgnoreCase("https") || scheme.equalsIgnoreCase("wss") ? 443 : 80;
  }

  private List<URI> urls(String key, Set<String> schemes) {
    return Arrays.stream(environment.getProperty(key, "").split(","))
        .map(String::strip)
        .filter(url -> !url.isEmpty())
        .map(url -> checked(key, url, schemes))
        .toList();
  }

  private static URI checked(String key, String url, Set<String> schemes) {
    try {
      URI uri = new URI(url);
      String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
      if (uri.getHost() != null && schemes.contains(scheme)) {
        return uri;
      }
    } catch (URISyntaxException e) {
      throw new IllegalStateException(key + " is not a URL: " + url, e);
    }
    throw new IllegalStateException(
        key + " must be a full address with one of " + schemes + ": " + url);
  }
}
