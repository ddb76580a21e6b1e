package org.documentpipeline.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What the server says is what its description says: the page's types are made from that, so that a
 * field that changes here alone would be wrong there.
 */
class DescriptionIT {

  private final Product product = Product.shared();
  private final Api api = product.api();
  private final ModelServer model = product.model();
  private Description description;

  @BeforeEach
  void calm() {
    product.calm();
    description = new Description(api.get("/api/openapi").json());
  }

  @Test
  void answersAreAsDescribed() {
    String id = api.accept("lamps.pdf", Samples.pdf());
    String document = "/api/documents/" + id;
    assertDescribes("DocumentWithChunks", document);
    api.awaitStatus(id, "completed");
    assertDescribes("DocumentWithChunks", document);
    assertDescribes("DocumentPage", "/api/documents?limit=1");
    assertDescribes("ChunkPage", document + "/chunks?limit=2");
    assertDescribes("ChunkWithText", document + "/chunks/0");
    assertDescribes("EventPage", document + "/events");
    assertDescribes("SummaryFile", document + "/summary?format=json");
    assertDescribes("Settings", "/api/settings");
    assertDescribes("ServerStatus", "/api/status");
    assertDescribes("Problem", "/api/documents/none");
    assertDescribes("Problem", "/api/documents?limit=none");
  }

  @Test
  void allKindsOfEventsAreAsDescribed() {
    Set<String> seen = new TreeSet<>();
    seen.addAll(events(api.accept("wages.pdf", Samples.encryptedPdf()), "failed"));
    String pdf = api.accept("lamps.pdf", Samples.pdf());
    seen.addAll(events(pdf, "completed"));
    model.answerOnly(3);
    model.failWith(503, null, 2);
    String text = Api.accepted(api.paste("lamps.txt", "Another text. " + Samples.report()));
    await().until(() -> types(text).contains("call-retrying"));
    api.awaitChunks(text, 1);
    api.post("/api/documents/" + text + "/cancel");
    seen.addAll(events(text, "cancelled"));
    model.answerEverything();
    api.post("/api/documents/" + text + "/retry");
    seen.addAll(events(text, "completed"));
    assertThat(seen)
        .contains(
            "received",
            "stage-started",
            "stage-finished",
            "chunk-summarized",
            "call-retrying",
            "retried",
            "completed",
            "failed",
            "cancelled");
  }

  @Test
  void whatSocketsSayIsAsDescribed() {
    LiveSocket all = LiveSocket.open(product.socket("/ws/documents/all"));
    String id = api.accept("lamps.pdf", Samples.pdf());
    LiveSocket one = LiveSocket.open(product.socket("/ws/documents/" + id));
    api.awaitStatus(id, "completed");
    api.delete("/api/documents/" + id);
    await().until(() -> types(all.messages()).contains("deleted"));
    await().until(() -> one.closed().isDone());
    assertThat(types(one.messages())).contains("snapshot").contains("completed");
    for (JsonNode message : one.messages()) {
      description.assertDescribes("LiveMessage", message);
    }
    for (JsonNode message : all.messages()) {
      description.assertDescribes("LiveMessage", message);
    }
  }

  private void assertDescribes(String schema, String path) {
    description.assertDescribes(schema, api.get(path).json());
  }

  /** The types of a document's events once it has ended so, each held to its description. */
  private List<String> events(String id, String status) {
    api.awaitStatus(id, status);
    List<JsonNode> events = api.events(id);
    events.forEach(event -> description.assertDescribes("Event", event));
    return types(events);
  }

  private List<String> types(String id) {
    return types(api.events(id));
  }

  private static List<String> types(List<JsonNode> messages) {
    return messages.stream().map(message -> message.get("type").asText()).toList();
  }
}
