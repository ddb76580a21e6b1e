package org.documentpipeline.streaming;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

/** A real WebSocket client that keeps what it got. */
final class Client implements WebSocket.Listener {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<JsonNode> messages = new CopyOnWriteArrayList<>();
  private final List<String> texts = new CopyOnWriteArrayList<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final StringBuilder text = new StringBuilder();
  private final boolean reads;
  private WebSocket socket;

  private Client(boolean reads) {
    this.reads = reads;
  }

  static Client open(URI uri) {
    return open(uri, true);
  }

  /** A client that takes nothing out of its connection. */
  static Client openWithoutReading(URI uri) {
    return open(uri, false);
  }

  private static Client open(URI uri, boolean reads) {
    Client client = new Client(reads);
    client.socket = HTTP.newWebSocketBuilder().buildAsync(uri, client).join();
    return client;
  }

  @Override
  public void onOpen(WebSocket opened) {
    if (reads) {
      opened.request(1);
    }
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    text.append(data);
    if (last) {
      try {
        texts.add(text.toString());
        messages.add(JSON.readTree(text.toString()));
      } catch (JsonProcessingException e) {
        closed.completeExceptionally(e);
      }
      text.setLength(0);
    }
    from.request(1);
    return null;
  }

  @Override
  public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    closed.complete(code);
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable error) {
    closed.completeExceptionally(error);
  }

  void startReading() {
    socket.request(1);
  }

  WebSocket socket() {
    return socket;
  }

  void leave() {
    socket.abort();
  }

  /** The code the server closed with; done when it has. */
  CompletableFuture<Integer> closed() {
    return closed;
  }

  List<JsonNode> messages() {
    return messages;
  }

  /** The messages as they came. */
  List<String> texts() {
    return texts;
  }

  /** The numbers of all events got so far, in the order they came; a snapshot is left out. */
  List<Integer> seqs() {
    return messages.stream()
        .filter(m -> m.has("seq") && m.has("documentId"))
        .map(m -> m.get("seq").asInt())
        .toList();
  }

  List<String> types() {
    return messages.stream().map(m -> m.get("type").asText()).toList();
  }
}
