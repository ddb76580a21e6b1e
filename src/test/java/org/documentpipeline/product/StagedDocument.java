package org.documentpipeline.product;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.WebSocketRoute;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;

/**
 * A document as a page would see it at a moment that passes too fast to be waited for: the answers
 * about it, over HTTP and its socket, come from here and not from the server.
 */
final class StagedDocument {

  private final ObjectNode document;
  private final AtomicReference<WebSocketRoute> socket = new AtomicReference<>();

  /**
   * One that is begun from what the server said.
   *
   * @param real the document with its chunks
   */
  StagedDocument(Page page, JsonNode real) {
    document = real.deepCopy();
    String id = document.get("id").asText();
    page.route(Pattern.compile(".*/api/documents/" + id), this::answer);
    page.route(
        Pattern.compile(".*/api/documents/" + id + "/events.*"),
        route -> fulfil(route, "{\"items\":[],\"nextAfter\":null}"));
    page.routeWebSocket(Pattern.compile(".*/ws/documents/" + id + ".*"), this::watch);
  }

  /** Where it is from now on, for whoever asks next. */
  StagedDocument at(String status, String stage, int percent) {
    document.put("status", status);
    document.put("stage", stage);
    ((ObjectNode) document.get("progress")).put("percent", percent);
    return this;
  }

  ObjectNode document() {
    return document;
  }

  /** Sends something over the socket that is open. */
  void say(Object message) {
    socket.get().send(message instanceof String text ? text : Api.write(message));
  }

  /** Whether somebody watches. */
  boolean isWatched() {
    return socket.get() != null;
  }

  private void answer(Route route) {
    fulfil(route, document.toString());
  }

  private static void fulfil(Route route, String json) {
    route.fulfill(
        new Route.FulfillOptions()
            .setContentType("application/json")
            .setHeaders(Map.of("Cache-Control", "no-store"))
            .setBody(json));
  }

  private void watch(WebSocketRoute opened) {
    socket.set(opened);
    if (!opened.url().contains("after=")) {
      ObjectNode plain = document.deepCopy();
      plain.remove("chunks");
      opened.send(
          Api.write(
              Map.of("type", "snapshot", "seq", plain.get("lastSeq").asInt(), "document", plain)));
    }
  }
}
