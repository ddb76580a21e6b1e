package org.documentpipeline.routes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.apache.camel.Exchange;

/**
 * What tests of the API's routes have in common: a request comes in as headers and a body, an
 * answer goes out.
 */
abstract class ApiTest extends RouteTest {
  static final ObjectMapper JSON = new ObjectMapper();

  ApiTest(String... files) {
    super(files);
  }

  Exchange request(String routeId, Map<String, Object> headers) {
    return request(routeId, headers, null);
  }

  Exchange request(String routeId, Map<String, Object> headers, Object body) {
    return call(
        routeId,
        exchange -> {
          exchange.getMessage().getHeaders().putAll(headers);
          exchange.getMessage().setBody(body);
        });
  }

  static int status(Exchange answer) {
    Integer status = answer.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class);
    return status == null ? 200 : status;
  }

  static String body(Exchange answer) {
    return answer.getMessage().getBody(String.class);
  }

  /** The answer is this JSON, and nothing but what HTTP needs comes with it. */
  static void assertJson(Exchange answer, int status, String json) {
    assertThat(answer.getException()).isNull();
    assertThat(status(answer)).isEqualTo(status);
    assertThat(body(answer)).isEqualTo(json);
    assertThat(answer.getMessage().getHeader("Content-Type")).isEqualTo("application/json");
    assertThat(answer.getMessage().getHeaders().keySet())
        .isSubsetOf("Content-Type", "Location", Exchange.HTTP_RESPONSE_CODE);
  }

  /**
   * The answer is a problem of RFC 9457 with this status and code, and nothing leaks out with it.
   */
  static void assertProblem(Exchange answer, int status, String code) {
    assertThat(answer.getException()).isNull();
    JsonNode problem = json(body(answer));
    assertThat(status(answer)).as(body(answer)).isEqualTo(status);
    assertThat(answer.getMessage().getHeader("Content-Type")).isEqualTo("application/problem+json");
    assertThat(problem.get("status").asInt()).isEqualTo(status);
    assertThat(problem.get("code").asText()).isEqualTo(code);
    assertThat(problem.get("detail").asText()).isNotBlank();
    assertThat(problem.get("title").asText()).isNotBlank();
    assertThat(answer.getMessage().getHeaders().keySet())
        .isSubsetOf("Content-Type", "Retry-After", Exchange.HTTP_RESPONSE_CODE);
    assertThat(answer.getMessage().getHeaders().containsKey("Retry-After"))
        .isEqualTo(status == 503);
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError("Not JSON: " + text, e);
    }
  }
}
