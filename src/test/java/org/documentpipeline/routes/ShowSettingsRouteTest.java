package org.documentpipeline.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.documentpipeline.routes.FakeDatabase.row;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

class ShowSettingsRouteTest extends ApiTest {

  ShowSettingsRouteTest() {
    super("api/show-settings", "api/answer-json", "api/answer-problems");
  }

  @Test
  void thePageIsToldWhatItNeedsOnTheNameItWasOpenedUnder() {
    Exchange answer = request("show-settings", Map.of("Host", "127.0.0.1:8080"));
    assertJson(answer, 200, body(answer));
    JsonNode settings = json(body(answer));
    assertThat(settings.get("webSocketUrl").asText()).isEqualTo("ws://127.0.0.1:8081");
    assertThat(settings.get("maxUploadBytes").asLong()).isEqualTo(200L * 1024 * 1024);
    assertThat(settings.get("mediaTypes"))
        .extracting(JsonNode::asText)
        .contains("application/pdf", "text/plain", "text/markdown");
    assertThat(settings.get("refusedExtensions"))
        .extracting(JsonNode::asText)
        .contains("xlsx", "zip", "png")
        .doesNotContain("pdf", "docx", "txt");
    assertThat(settings.get("samples"))
        .extracting(sample -> sample.get("shows").asText())
        .containsExactly("completed", "encrypted", "no-text", "poisoned");
    assertThat(settings.get("model"))
        .isEqualTo(json("{\"provider\":\"fake\",\"name\":\"fake-1\"}"));
    assertThat(settings.get("lengths"))
        .extracting(JsonNode::asText)
        .containsExactly("short", "medium", "long");
  }

  @Test
  void aRequestWithoutHostIsAnsweredToo() {
    Exchange answer = request("show-settings", Map.of());
    assertThat(json(body(answer)).get("webSocketUrl").asText()).isEqualTo("ws://localhost:8081");
  }

  @Test
  void thePageIsToldWhatHoldsUpTheWork() {
    database.on("read-status").gives(row("json", "{\"model\":{\"outage\":null}}"));
    Exchange answer = request("show-status", Map.of());
    assertJson(answer, 200, "{\"model\":{\"outage\":null}}");
  }

  @Test
  void theApiDescribesItself() {
    Exchange answer = request("show-openapi", Map.of("Host", "localhost"));
    assertThat(answer.getException()).isNull();
    JsonNode openApi = json(body(answer));
    assertThat(openApi.get("openapi").asText()).startsWith("3.");
    assertThat(openApi.get("paths").fieldNames()).toIterable().isNotEmpty();
    assertThat(answer.getMessage().getHeader("Content-Type")).isEqualTo("application/json");
    assertThat(answer.getMessage().getHeaders()).hasSize(1);
  }
}
