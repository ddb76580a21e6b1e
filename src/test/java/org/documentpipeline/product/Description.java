package org.documentpipeline.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;

/** The server's description of itself (OpenAPI), to hold its answers to. */
final class Description {

  private static final JsonSchemaFactory SCHEMAS =
      JsonSchemaFactory.getInstance(VersionFlag.V202012);
  private static final SchemaValidatorsConfig STRICT =
      SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

  private final JsonNode components;

  Description(JsonNode openApi) {
    components = openApi.get("components");
  }

  /** The value has all that a schema of this name asks for, and nothing at its top beyond it. */
  void assertDescribes(String schema, JsonNode value) {
    ObjectNode whole = Api.JSON.createObjectNode();
    whole.put("$ref", "#/components/schemas/" + schema);
    whole.put("unevaluatedProperties", false);
    whole.set("components", components);
    assertThat(SCHEMAS.getSchema(whole, STRICT).validate(value))
        .as("%s as the description has it: %s", schema, value)
        .isEmpty();
  }
}
