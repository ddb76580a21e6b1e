package org.documentpipeline.intake;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Iterator;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Reads {@code {"name","text","length","language","focus"}}. */
@Component
public class PastedTextReader {

  private static final Set<String> FIELDS = Set.of("name", "text", "length", "language", "focus");
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final FileNames names;
  private final OptionRules rules;

  PastedTextReader(FileNames names, OptionRules rules) {
    this.names = names;
    this.rules = rules;
  }

  /**
   * The text with its name and options.
   *
   * @param body the request's body
   * @throws RefusedException 400 {@code bad-request} when it is not JSON, a field is missing,
   *     unknown or of the wrong type; 422 {@code empty-document} when the text is blank
   */
  public PastedText read(String body) {
    JsonNode json = parse(body);
    for (Iterator<String> fields = json.fieldNames(); fields.hasNext(); ) {
      String field = fields.next();
      if (!FIELDS.contains(field)) {
        throw RefusedException.badRequest("There is no field of that name: " + shortened(field));
      }
    }
    String name = required(json, "name");
    String text = required(json, "text");
    DocumentOptions options =
        rules.check(optional(json, "length"), optional(json, "language"), optional(json, "focus"));
    if (TextSniffer.isBlank(text)) {
      throw RefusedException.empty();
    }
    return new PastedText(names.display(name), text, options);
  }

  private static JsonNode parse(String body) {
    try {
      JsonNode json = JSON.readTree(body == null ? "" : body);
      if (json == null || !json.isObject()) {
        throw RefusedException.badRequest("The body must be a JSON object.");
      }
      return json;
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      throw RefusedException.badRequest(
          "The body is not valid JSON"
              + (at == null
                  ? "."
                  : ": see line " + at.getLineNr() + ", column " + at.getColumnNr() + "."));
    }
  }

  private static String required(JsonNode json, String field) {
    String value = optional(json, field);
    if (value == null) {
      throw RefusedException.badRequest("The field " + field + " is missing.");
    }
    return value;
  }

  private static String optional(JsonNode json, String field) {
    JsonNode value = json.get(field);
    if (value == null || value.isNull()) {
      return null;
    }
    if (!value.isTextual()) {
      throw RefusedException.badRequest("The field " + field + " must be a string.");
    }
    return value.textValue();
  }

  private static String shortened(String field) {
    return field.length() <= 40 ? field : field.substring(0, 40) + "…";
  }
}
