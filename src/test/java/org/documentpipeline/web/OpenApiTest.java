package org.documentpipeline.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.FileSystemResource;
import org.yaml.snakeyaml.Yaml;

class OpenApiTest {

  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

  private static JsonNode document() throws IOException {
    return new ObjectMapper()
        .readTree(new OpenApi(new FileSystemResource("routes/api/openapi.yaml")).document());
  }

  @Test
  void describesTheVeryRequestsThatRoutesAnswer() throws IOException {
    List<String> described = new ArrayList<>();
    document()
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .fieldNames()
                    .forEachRemaining(
                        key -> {
                          if (METHODS.contains(key)) {
                            described.add(key + " " + path.getKey());
                          }
                        }));
    assertThat(described).containsExactlyInAnyOrderElementsOf(routed());
  }

  private static List<String> routed() throws IOException {
    String yaml = Files.readString(Path.of("routes/api/http-api.camel.yaml"));
    List<Map<String, Map<String, Object>>> file = new Yaml().load(yaml);
    List<String> routed = new ArrayList<>();
    for (String method : METHODS) {
      if (file.get(0).get("rest").get(method) instanceof List<?> requests) {
        requests.forEach(request -> routed.add(method + " " + ((Map<?, ?>) request).get("path")));
      }
    }
    return routed;
  }

  @Test
  void refusesANameThatIsThereTwice() {
    OpenApi twice =
        new OpenApi(
            new ByteArrayResource(
                "schemas: {Status: 1, Status: 2}".getBytes(StandardCharsets.UTF_8)));
    assertThatThrownBy(twice::document).hasMessageContaining("Status");
  }

  @Test
  void pointsOnlyAtWhatIsThere() throws IOException {
    JsonNode document = document();
    List<String> references = document.findValuesAsText("$ref");
    assertThat(references)
        .isNotEmpty()
        .allSatisfy(
            reference ->
                assertThat(document.at(reference.substring(1)).isMissingNode())
                    .as(reference)
                    .isFalse());
  }
}
