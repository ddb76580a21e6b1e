package org.documentpipeline.streaming;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Stands before the upgrade: other sites' pages are refused, so are more sockets than the process
 * may hold, and no query parameter gets through, since the component would make a Camel header of
 * each.
 */
final class Handshake implements Handler<RoutingContext> {

  private final HandshakeRule rule;
  private final BooleanSupplier full;

  Handshake(HandshakeRule rule, BooleanSupplier full) {
    this.rule = rule;
    this.full = full;
  }

  @Override
  public void handle(RoutingContext context) {
    List<String> host = context.request().headers().getAll(HttpHeaders.HOST);
    List<String> origin = context.request().headers().getAll(HttpHeaders.ORIGIN);
    if (origin.size() > 1 || !rule.allows(only(host), only(origin))) {
      refuse(context, 403, "Forbidden", "forbidden-origin");
    } else if (full.getAsBoolean()) {
      context.response().putHeader(HttpHeaders.RETRY_AFTER, "5");
      refuse(context, 503, "Too many sockets", "unavailable");
    } else {
      context.queryParams().clear();
      context.next();
    }
  }

  private static String only(List<String> values) {
    return values.size() == 1 ? values.get(0) : null;
  }

  private static void refuse(RoutingContext context, int status, String title, String code) {
    context
        .response()
        .setStatusCode(status)
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
        .putHeader(HttpHeaders.CONNECTION, "close")
        .end(
            "{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%d,\"code\":\"%s\"}"
                .formatted(title, status, code));
  }
}
