package org.documentpipeline.streaming;

import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.ExecutionException;
import java.util.function.IntConsumer;
import org.apache.camel.component.vertx.websocket.VertxWebsocketComponent;
import org.apache.camel.component.vertx.websocket.VertxWebsocketHost;
import org.apache.camel.component.vertx.websocket.VertxWebsocketHostConfiguration;
import org.apache.camel.component.vertx.websocket.VertxWebsocketHostKey;
import org.apache.camel.spi.annotations.Component;

/**
 * Camel's vertx-websocket component with what a public server needs: a look at the handshake before
 * the upgrade, limits, and sockets that are told 1012 whenever the route stops, be it for a reload
 * or for good (the component alone would close them with 1000, after which a client never comes
 * back).
 */
@Component("vertx-websocket") // not inherited, and without it Camel sets no option of an endpoint
public class WatcherServer extends VertxWebsocketComponent {

  private static final int LARGEST_MESSAGE_TAKEN = 4096;
  private static final int SECONDS_TO_ANSWER_A_CLOSE = 2;

  private final Sockets sockets;
  private final HandshakeRule rule;
  private final StreamingSettings settings;
  private final IntConsumer portListener;
  private volatile int port;

  /**
   * Not listening yet.
   *
   * @param portListener told at each start the port the server listens on, which the system chose
   *     when it was set to 0
   */
  WatcherServer(
      Sockets sockets, HandshakeRule rule, StreamingSettings settings, IntConsumer portListener) {
    this.sockets = sockets;
    this.rule = rule;
    this.portListener = portListener;
    this.settings = settings;
    setVertxOptions(
        new VertxOptions()
            .setEventLoopPoolSize(2)
            .setWorkerPoolSize(4)
            .setInternalBlockingPoolSize(2)
            .setFileSystemOptions(
                new FileSystemOptions()
                    .setFileCachingEnabled(false)
                    .setClassPathResolvingEnabled(false)));
  }

  @Override
  protected VertxWebsocketHost createVertxWebsocketHost(
      VertxWebsocketHostConfiguration configuration, VertxWebsocketHostKey key) {
    Router router = Router.router(getVertx());
    router
        .route()
        .handler(new Handshake(rule, sockets::full))
        .failureHandler(WatcherServer::answerFailure);
    return new Host(
        new VertxWebsocketHostConfiguration(
            getVertx(), router, options(), configuration.getSslContextParameters()),
        address());
  }

  /**
   * Taken from the settings, for an IPv6 address does not survive Camel's URIs; a port found free
   * is kept for reloads.
   */
  private VertxWebsocketHostKey address() {
    return new VertxWebsocketHostKey(
        settings.address(), settings.port() == 0 ? port : settings.port());
  }

  private HttpServerOptions options() {
    return new HttpServerOptions()
        .setMaxWebSocketFrameSize(LARGEST_MESSAGE_TAKEN)
        .setMaxWebSocketMessageSize(LARGEST_MESSAGE_TAKEN)
        .setPerFrameWebSocketCompressionSupported(false)
        .setPerMessageWebSocketCompressionSupported(false)
        .setWebSocketClosingTimeout(SECONDS_TO_ANSWER_A_CLOSE)
        .setHttp2ClearTextEnabled(false)
        .setSendBufferSize(StreamingSettings.SYSTEM_QUEUE_BYTES)
        .setWriteIdleTimeout(settings.writeIdleSeconds());
  }

  /**
   * Not every request that cannot be upgraded is worth a line in the log, as it would be without
   * this.
   */
  private static void answerFailure(RoutingContext context) {
    if (!context.response().ended()) {
      context
          .response()
          .setStatusCode(context.statusCode() < 400 ? 500 : context.statusCode())
          .end();
    }
  }

  private final class Host extends VertxWebsocketHost {

    Host(VertxWebsocketHostConfiguration configuration, VertxWebsocketHostKey key) {
      super(getCamelContext(), configuration, key);
    }

    @Override
    public void start() throws Exception {
      sockets.opened();
      super.start();
      port = getPort();
      portListener.accept(port);
    }

    @Override
    public void stop() throws ExecutionException, InterruptedException {
      sockets.goAway();
      super.stop();
    }
  }
}
