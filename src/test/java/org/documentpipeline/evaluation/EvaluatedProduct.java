package org.documentpipeline.evaluation;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * The packaged application with the caller's own settings for the model: what it makes of a
 * document is what a user would get.
 */
final class EvaluatedProduct implements AutoCloseable {

  private static final Path JAR = Path.of("target/document-pipeline.jar").toAbsolutePath();
  private static final Duration START_LIMIT = Duration.ofMinutes(3);
  private static final Duration DOCUMENT_LIMIT = Duration.ofMinutes(30);
  private static final Set<String> ENDED = Set.of("completed", "failed", "cancelled");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String BOUNDARY = "----document-pipeline-evaluation";

  private final int port = freePort();
  private final HttpClient http = HttpClient.newHttpClient();
  private final Process process;

  /** Starts it in the folder and waits until it is ready. */
  EvaluatedProduct(Path folder) throws IOException {
    Path work = Files.createDirectories(folder.resolve("work")).toAbsolutePath();
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-jar",
            JAR.toString());
    builder.environment().put("SERVER_PORT", String.valueOf(port));
    builder.environment().put("PIPELINE_WEBSOCKET_PORT", String.valueOf(freePort()));
    builder.environment().put("PIPELINE_DATA_DIR", work.resolve("data").toString());
    process =
        builder
            .directory(work.toFile())
            .redirectErrorStream(true)
            .redirectOutput(work.resolve("product.log").toFile())
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(this::close, "stop-evaluated-product"));
    await()
        .atMost(START_LIMIT)
        .pollInterval(Duration.ofMillis(500))
        .failFast("it ended; see " + work.resolve("product.log"), () -> !process.isAlive())
        .ignoreExceptions()
        .until(() -> get("/actuator/health").path("status").asText().equals("UP"));
  }

  /** Provider and name of the model it uses. */
  String model() {
    JsonNode model = get("/api/settings").get("model");
    return model.get("provider").asText() + "/" + model.get("name").asText();
  }

  /** Sends a document and waits for its end; gives it as it is then, with its chunks. */
  JsonNode summarize(Sample sample, String length) {
    JsonNode accepted = send(post(sample, length));
    if (!accepted.has("id")) {
      throw new IllegalStateException(sample.name() + ": " + accepted);
    }
    return await(sample.name())
        .atMost(DOCUMENT_LIMIT)
        .pollInterval(Duration.ofMillis(200))
        .until(
            () -> get("/api/documents/" + accepted.get("id").asText()),
            document -> ENDED.contains(document.get("status").asText()));
  }

  /** The text that was found in a document. */
  String text(JsonNode document) {
    StringBuilder text = new StringBuilder();
    for (JsonNode chunk : document.path("chunks")) {
      String path = "/api/documents/" + document.get("id").asText() + "/chunks/";
      text.append(get(path + chunk.get("index").asInt()).path("text").asText()).append("\n\n");
    }
    return text.toString();
  }

  private HttpRequest.Builder post(Sample sample, String length) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    String part = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=";
    write(body, part + "\"length\"\r\n\r\n" + length + "\r\n");
    String name = sample.name().replace("\"", "%22");
    write(body, part + "\"file\"; filename=\"" + name + "\"\r\n\r\n");
    body.writeBytes(sample.bytes());
    write(body, "\r\n--" + BOUNDARY + "--\r\n");
    return request("/api/documents")
        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
        .POST(BodyPublishers.ofByteArray(body.toByteArray()));
  }

  private static void write(ByteArrayOutputStream body, String text) {
    body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  private JsonNode get(String path) {
    return send(request(path));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .timeout(Duration.ofMinutes(1));
  }

  private JsonNode send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
