package org.documentpipeline.failures;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;

/** What a model's provider says of an error, for a person. */
final class ProviderMessage {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LONGEST = 200;

  /** Where it stands in the JSON that providers answer with. */
  private static final List<String> PLACES =
      List.of("/error/message", "/message", "/error", "/detail", "/0/error/message");

  private ProviderMessage() {}

  /** The words of an answer, on one line of at most 200 characters. */
  static String of(String answer) {
    if (answer == null || answer.isBlank()) {
      return "no reason given";
    }
    String plain = words(answer).replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST) + "\u2026";
  }

  private static String words(String answer) {
    try {
      JsonNode json = JSON.readTree(answer);
      return PLACES.stream()
          .map(json::at)
          .filter(JsonNode::isTextual)
          .map(JsonNode::asText)
          .findFirst()
          .orElse(answer);
    } catch (JsonProcessingException e) {
      return answer;
    }
  }
}
