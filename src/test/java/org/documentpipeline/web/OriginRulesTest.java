package org.documentpipeline.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.util.unit.DataSize;

class OriginRulesTest {

  private final MockEnvironment environment =
      new MockEnvironment()
          .withProperty("server.port", "8080")
          .withProperty("pipeline.websocket-port", "8081");

  private Addresses addresses() {
    return new Addresses(environment);
  }

  private OriginRules rules() {
    return new OriginRules(addresses());
  }

  @Test
  void knowsTheWebSocketServersOwnAddresses() {
    OriginRules rules = rules();
    assertThat(rules.allows("localhost:8081", null)).isTrue();
    assertThat(rules.allows("127.0.0.1:8081", "http://localhost:8080")).isTrue();
    assertThat(rules.allows("[::1]:8081", "http://[::1]:8080")).isTrue();
    assertThat(rules.allows("localhost:8080", null)).isFalse();
    assertThat(rules.allows("localhost:8081", "http://localhost:8081")).isFalse();
    assertThat(rules.allows("evil.example:8081", null)).isFalse();
    assertThat(rules.allows("localhost:8081", "null")).isFalse();
    assertThat(rules.allows(null, null)).isFalse();
  }

  @Test
  void takesThePortTheSocketServerReallyHas() {
    environment.setProperty("local.websocket.port", "4711");
    assertThat(rules().allows("localhost:4711", null)).isTrue();
    assertThat(rules().allows("localhost:8081", null)).isFalse();
    assertThat(addresses().webSocketUrl("127.0.0.1:8080")).isEqualTo("ws://127.0.0.1:4711");
  }

  @Test
  void allowsThePublicAddresses() {
    environment.setProperty(
        "pipeline.public-url", "https://Docs.example.org, http://intranet:9000/");
    environment.setProperty(
        "pipeline.public-websocket-url", "wss://live.example.org,ws://intranet:9001");
    OriginRules rules = rules();
    assertThat(rules.allowsHost("docs.example.org")).isTrue();
    assertThat(rules.allowsHost("docs.example.org:443")).isTrue();
    assertThat(rules.allowsHost("docs.example.org:80")).isFalse();
    assertThat(rules.allowsHost("intranet:9000")).isTrue();
    assertThat(rules.allowsHost("localhost:8080")).isTrue();
    assertThat(rules.allows("live.example.org", "https://docs.example.org")).isTrue();
    assertThat(rules.allows("intranet:9001", "http://intranet:9000")).isTrue();
    assertThat(rules.allows("docs.example.org:8081", null)).isFalse();
    assertThat(rules.allowsOrigin("http://docs.example.org")).isFalse();
    assertThat(addresses().webSocketUrl("docs.example.org")).isEqualTo("wss://live.example.org");
    assertThat(addresses().webSocketUrl("intranet:9000")).isEqualTo("ws://intranet:9001");
    assertThat(addresses().webSocketUrl("localhost:8080")).isEqualTo("ws://localhost:8081");
  }

  @Test
  void findsTheSocketBesideThePublicPage() {
    environment.setProperty("pipeline.public-url", "https://docs.example.org");
    assertThat(addresses().webSocketUrl("docs.example.org"))
        .isEqualTo("wss://docs.example.org:8081");
    assertThat(rules().allows("docs.example.org:8081", "https://docs.example.org")).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "localhost:8080,ws://localhost:8081",
    "127.0.0.1:8080,ws://127.0.0.1:8081",
    "[::1]:8080,ws://localhost:8081",
    ",ws://localhost:8081"
  })
  void answersOnTheNameThatWasAskedFor(String host, String url) {
    assertThat(addresses().webSocketUrl(host)).isEqualTo(url);
  }

  @ParameterizedTest
  @ValueSource(strings = {"docs.example.org", "ftp://docs.example.org", "https://", "https://a b"})
  void stopsTheStartAtABadAddress(String url) {
    environment.setProperty("pipeline.public-url", url);
    assertThatThrownBy(this::addresses)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("pipeline.public-url");
  }

  @Test
  void refusesUnsafeRequestsOfOtherSites() {
    assertThat(rules().allowsFetch("POST", null, "cross-site")).isFalse();
    assertThat(rules().allowsFetch("DELETE", null, "cross-site")).isFalse();
    assertThat(rules().allowsFetch("GET", null, "cross-site")).isTrue();
    assertThat(rules().allowsFetch("POST", null, "same-origin")).isTrue();
    assertThat(rules().allowsFetch("POST", null, null)).isTrue();
  }

  @Test
  void describesThePagesSettings() {
    PageSettings settings =
        new PageSettings(
            addresses(),
            new UploadLimits(DataSize.ofMegabytes(200)),
            List.of("text/plain"),
            List.of("xlsx"),
            List.of("short"),
            new SampleDocuments(false));
    assertThat(settings.describe("127.0.0.1:8080", "builtin", "extractive", "Set a key."))
        .containsEntry("webSocketUrl", "ws://127.0.0.1:8081")
        .containsEntry("maxUploadBytes", 209_715_200L)
        .containsEntry("mediaTypes", List.of("text/plain"))
        .containsEntry("lengths", List.of("short"))
        .extractingByKey("model")
        .hasToString("{provider=builtin, name=extractive, hint=Set a key.}");
    assertThat(settings.describe("localhost:8080", "openai", "m", "").get("model"))
        .hasToString("{provider=openai, name=m}");
  }
}
