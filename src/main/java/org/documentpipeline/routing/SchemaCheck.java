package org.documentpipeline.routing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.NonValidationKeyword;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.camel.dsl.yaml.YamlRoutesBuilderLoader;

/** Holds route files to the JSON schema that Camel's YAML DSL ships (draft 4). */
final class SchemaCheck {

  private final JsonSchema schema;

  /** Reads the schema: 800 KB, so this is worth keeping. */
  SchemaCheck() {
    SchemaValidatorsConfig config =
        SchemaValidatorsConfig.builder().typeLoose(true).pathType(PathType.JSON_POINTER).build();
    try (InputStream in =
        YamlRoutesBuilderLoader.class
            .getClassLoader()
            .getResourceAsStream("schema/camelYamlDsl.json")) {
      schema = draft4().getSchema(in, config);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Camel marks what is on its way out with a keyword that draft 4 does not know. */
  private static JsonSchemaFactory draft4() {
    JsonMetaSchema standard = JsonMetaSchema.getV4();
    JsonMetaSchema withDeprecation =
        JsonMetaSchema.builder(standard).keyword(new NonValidationKeyword("deprecated")).build();
    return JsonSchemaFactory.builder()
        .defaultMetaSchemaIri(standard.getIri())
        .metaSchema(withDeprecation)
        .build();
  }

  /**
   * What the schema says about {@code file}: the message that is most to the point for each place.
   */
  List<Violation> check(RouteFile file) {
    Map<String, List<ValidationMessage>> byPlace =
        schema.validate(asCamelReadsIt(file.tree())).stream()
            .collect(Collectors.groupingBy(message -> message.getInstanceLocation().toString()));
    return byPlace.keySet().stream()
        .filter(
            place -> byPlace.keySet().stream().noneMatch(other -> other.startsWith(place + "/")))
        .map(place -> violation(file, place, byPlace.get(place)))
        .sorted(Violation.IN_READING_ORDER)
        .toList();
  }

  /**
   * Camel reads every plain value as text, so {@code expression: 0} is as good as {@code
   * expression: "0"}.
   */
  private static JsonNode asCamelReadsIt(JsonNode node) {
    if (node.isObject()) {
      ObjectNode copy = JsonNodeFactory.instance.objectNode();
      node.properties()
          .forEach(entry -> copy.set(entry.getKey(), asCamelReadsIt(entry.getValue())));
      return copy;
    }
    if (node.isArray()) {
      ArrayNode copy = JsonNodeFactory.instance.arrayNode();
      node.forEach(item -> copy.add(asCamelReadsIt(item)));
      return copy;
    }
    return node.isNull() ? node : JsonNodeFactory.instance.textNode(node.asText());
  }

  private static Violation violation(
      RouteFile file, String place, List<ValidationMessage> messages) {
    ValidationMessage message =
        messages.stream().min(Comparator.comparing(SchemaCheck::vagueness)).orElseThrow();
    String pointer =
        message.getProperty() == null
            ? place
            : place + "/" + YamlTree.escape(message.getProperty());
    String text = message.getMessage();
    int afterPlace = text.startsWith(place + ":") ? place.length() + 1 : 0;
    return file.violation(pointer, "Camel's schema: " + text.substring(afterPlace).trim() + ".");
  }

  /** An unknown or missing property says what to do; "none of the alternatives fits" does not. */
  private static int vagueness(ValidationMessage message) {
    return switch (message.getType()) {
      case "additionalProperties" -> 0;
      case "required" -> 1;
      case "enum", "type" -> 2;
      default -> 3;
    };
  }
}
