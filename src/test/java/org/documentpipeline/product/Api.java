package org.documentpipeline.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/** The HTTP API as a client sees it. */
final class Api {

  static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Set<String> ENDED = Set.of("completed", "failed", "cancelled");

  static {
    // Tests send foreign ones. Read once, when the first client is made.
    System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host");
  }

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final String base;

  Api(int port) {
    base = "http://127.0.0.1:" + port;
  }

  /** What the server said. */
  record Answer(int status, HttpHeaders headers, byte[] bytes) {

    String text() {
      return new String(bytes, StandardCharsets.UTF_8);
    }

    JsonNode json() {
      return parse(text());
    }

    /** The header's value, or an empty text. */
    String header(String name) {
      return headers.firstValue(name).orElse("");
    }
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(base + path)).timeout(LIMIT);
  }

  Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
      return new Answer(response.statusCode(), response.headers(), response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  Answer get(String path) {
    return send(request(path));
  }

  Answer post(String path) {
    return send(request(path).POST(BodyPublishers.noBody()));
  }

  Answer delete(String path) {
    return send(request(path).DELETE());
  }

  Answer postJson(String body, String... headers) {
    HttpRequest.Builder request =
        request("/api/documents")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body));
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  Answer paste(String name, String text) {
    return postJson(write(Map.of("name", name, "text", text)));
  }

  Answer upload(Multipart form, String... headers) {
    HttpRequest.Builder request =
        request("/api/documents")
            .header("Content-Type", form.contentType())
            .POST(BodyPublishers.ofByteArray(form.bytes()));
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  /** Sends a file and gives the new document's id. */
  String accept(String name, byte[] bytes) {
    return accepted(upload(new Multipart().file(name, bytes)));
  }

  /** The id of the document that an answer accepted. */
  static String accepted(Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(202);
    return answer.json().get("id").asText();
  }

  JsonNode document(String id) {
    Answer answer = get("/api/documents/" + id);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  /** Waits until the document is in this state; fails when it ends in another. */
  JsonNode awaitStatus(String id, String status) {
    JsonNode document = await(id, status, now -> now.get("status").asText().equals(status));
    assertThat(document.get("status").asText())
        .as(document.get("error").toString())
        .isEqualTo(status);
    return document;
  }

  /** Waits until so many chunks have their summaries; fails when the document ends before. */
  JsonNode awaitChunks(String id, int done) {
    String chunks = "/progress/chunksDone";
    JsonNode document = await(id, done + " chunks", now -> now.at(chunks).asInt() >= done);
    assertThat(document.at(chunks).asInt())
        .as(document.get("error").toString())
        .isGreaterThanOrEqualTo(done);
    return document;
  }

  private JsonNode await(String id, String what, Predicate<JsonNode> reached) {
    return Awaitility.await(id + ": " + what)
        .atMost(LIMIT)
        .pollInterval(Duration.ofMillis(50))
        .until(
            () -> document(id),
            now -> reached.test(now) || ENDED.contains(now.get("status").asText()));
  }

  /** All events of a document, read page by page. */
  List<JsonNode> events(String id) {
    List<JsonNode> events = new ArrayList<>();
    for (JsonNode after = JSON.getNodeFactory().numberNode(0); !after.isNull(); ) {
      JsonNode page = get("/api/documents/" + id + "/events?after=" + after.asText()).json();
      page.get("items").forEach(events::add);
      after = page.get("nextAfter");
    }
    return events;
  }

  /** The documents of a list, all pages. */
  List<JsonNode> list(String query) {
    List<JsonNode> documents = new ArrayList<>();
    for (String cursor = ""; cursor != null; ) {
      JsonNode page = get("/api/documents?cursor=" + cursor + "&" + query).json();
      page.get("items").forEach(documents::add);
      cursor = page.get("nextCursor").isNull() ? null : page.get("nextCursor").asText();
    }
    return documents;
  }

  static String write(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode parse(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException("not JSON: " + text, e);
    }
  }
}
