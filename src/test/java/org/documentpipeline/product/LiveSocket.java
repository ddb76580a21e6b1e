package org.documentpipeline.product;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

/** Someone who watches over the WebSocket and keeps what came. */
final class LiveSocket implements WebSocket.Listener {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final List<JsonNode> messages = new CopyOnWriteArrayList<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final StringBuilder text = new StringBuilder();

  private LiveSocket() {}

  static LiveSocket open(String address) {
    LiveSocket live = new LiveSocket();
    HTTP.newWebSocketBuilder().buildAsync(URI.create(address), live).join();
    return live;
  }

  /** All messages but pings. */
  List<JsonNode> messages() {
    return messages.stream()
        .filter(message -> !message.get("type").asText().equals("ping"))
        .toList();
  }

  /** The code it was closed with, once it is. */
  CompletableFuture<Integer> closed() {
    return closed;
  }

  @Override
  public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
    text.append(data);
    if (last) {
      messages.add(Api.parse(text.toString()));
      text.setLength(0);
    }
    socket.request(1);
    return null;
  }

  @Override
  public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
    closed.complete(code);
    return null;
  }

  @Override
  public void onError(WebSocket socket, Throwable error) {
    closed.completeExceptionally(error);
  }
}
