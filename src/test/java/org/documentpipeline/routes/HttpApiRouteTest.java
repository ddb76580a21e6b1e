package org.documentpipeline.routes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.Processor;
import org.apache.camel.Route;
import org.apache.camel.component.platform.http.PlatformHttpConstants;
import org.apache.camel.component.platform.http.PlatformHttpEndpoint;
import org.apache.camel.component.platform.http.spi.PlatformHttpConsumer;
import org.apache.camel.component.platform.http.spi.PlatformHttpEngine;
import org.apache.camel.support.DefaultConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which route answers which request; the web server itself is replaced. */
class HttpApiRouteTest extends ApiTest {

  HttpApiRouteTest() {
    super("api/http-api");
  }

  @Override
  void prepare(CamelContext context) {
    context.getRegistry().bind(PlatformHttpConstants.PLATFORM_HTTP_ENGINE_NAME, new NoServer());
    context.getRestConfiguration().setComponent("platform-http");
    context.getRestConfiguration().setInlineRoutes(false);
  }

  @ParameterizedTest
  @CsvSource({
    "POST,   /api/documents,                     receive-document",
    "GET,    /api/documents,                     list-documents",
    "GET,    /api/documents/{id},                show-document",
    "DELETE, /api/documents/{id},                delete-document",
    "GET,    /api/documents/{id}/events,         list-events",
    "GET,    /api/documents/{id}/chunks,         list-chunks",
    "GET,    /api/documents/{id}/chunks/{index}, show-chunk",
    "GET,    /api/documents/{id}/summary,        download-summary",
    "GET,    /api/documents/{id}/original,       download-original",
    "GET,    /api/documents/{id}/pdf,            show-pdf",
    "POST,   /api/documents/{id}/cancel,         cancel-document",
    "POST,   /api/documents/{id}/retry,          retry-document",
    "GET,    /api/settings,                      show-settings",
    "GET,    /api/status,                        show-status",
    "GET,    /api/openapi,                       show-openapi"
  })
  void everyCallOfTheContractHasItsRoute(String method, String path, String route)
      throws Exception {
    Consumer consumer =
        consumers().stream()
            .filter(found -> call(found).equals(method + " " + path))
            .findFirst()
            .orElseThrow();
    Exchange exchange = consumer.getEndpoint().createExchange(ExchangePattern.InOut);
    exchange.getMessage().setBody("the request");
    consumer.getProcessor().process(exchange);
    assertThat(exchange.getException()).isNull();
    assertThat(getMockEndpoint("mock:" + route).getReceivedExchanges())
        .singleElement()
        .satisfies(
            received -> assertThat(received.getMessage().getBody()).isEqualTo("the request"));
  }

  @Test
  void theDescriptionOfTheApiNamesExactlyTheseCalls() {
    JsonNode openApi =
        json(template.requestBody("bean:openApi?method=document", null, String.class));
    List<String> described = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : openApi.get("paths").properties()) {
      path.getValue()
          .fieldNames()
          .forEachRemaining(
              key -> {
                if (List.of("get", "post", "put", "patch", "delete").contains(key)) {
                  described.add(key.toUpperCase(Locale.ROOT) + " " + path.getKey());
                }
              });
    }
    String base = openApi.path("servers").path(0).path("url").asText("");
    String prefix =
        described.get(0).contains("/api/") ? "" : base.replaceAll("^https?://[^/]+", "");
    assertThat(described)
        .map(call -> call.replaceFirst(" ", " " + prefix))
        .containsExactlyInAnyOrderElementsOf(
            consumers().stream().map(HttpApiRouteTest::call).toList());
  }

  private static String call(Consumer consumer) {
    PlatformHttpEndpoint endpoint = (PlatformHttpEndpoint) consumer.getEndpoint();
    return endpoint.getHttpMethodRestrict() + " " + endpoint.getPath();
  }

  private List<Consumer> consumers() {
    return context.getRoutes().stream()
        .map(Route::getConsumer)
        .filter(consumer -> consumer.getEndpoint() instanceof PlatformHttpEndpoint)
        .toList();
  }

  private static final class NoServer implements PlatformHttpEngine {
    @Override
    public PlatformHttpConsumer createConsumer(PlatformHttpEndpoint endpoint, Processor processor) {
      return new NoConsumer(endpoint, processor);
    }

    @Override
    public int getServerPort() {
      return 0;
    }

    @Override
    public String getScheme() {
      return "http";
    }
  }

  private static final class NoConsumer extends DefaultConsumer implements PlatformHttpConsumer {
    private NoConsumer(PlatformHttpEndpoint endpoint, Processor processor) {
      super(endpoint, processor);
    }

    @Override
    public PlatformHttpEndpoint getEndpoint() {
      return (PlatformHttpEndpoint) super.getEndpoint();
    }
  }
}
