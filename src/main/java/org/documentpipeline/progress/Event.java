package org.documentpipeline.progress;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Objects;
import java.util.Set;

/**
 * News of one document, as it travels over Redis: the few fields that decide where it goes, and the
 * text to pass on.
 *
 * @param documentId the document's UUID, as PostgreSQL writes it (lower case)
 * @param seq the event's place among the document's events, from 1; 0 for news that is not a stored
 *     event
 * @param type the event's type as in the contract, or {@code deleted}
 * @param text the JSON exactly as it came; watchers get this text, so that it is never written
 *     twice
 */
public record Event(String documentId, int seq, String type, String text) {

  private static final JsonFactory JSON = new JsonFactory();
  private static final Set<String> LAST_OF_AN_ATTEMPT = Set.of("completed", "failed", "cancelled");

  public Event {
    Objects.requireNonNull(documentId, "documentId");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(text, "text");
  }

  /**
   * Reads the three deciding fields and steps over all else; {@code data} is not built.
   *
   * @throws IllegalArgumentException if the text is not a JSON object with a document's id and a
   *     type
   */
  public static Event parse(String text) {
    String documentId = null;
    String type = null;
    int seq = 0;
    try (JsonParser json = JSON.createParser(text)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new IllegalArgumentException("Not a JSON object");
      }
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        json.nextToken();
        switch (name) {
          case "documentId" -> documentId = json.getValueAsString();
          case "type" -> type = json.getValueAsString();
          case "seq" -> seq = json.getIntValue();
          default -> json.skipChildren();
        }
      }
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Not news of a document: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new IllegalArgumentException("Not news of a document: " + e.getMessage(), e);
    }
    if (documentId == null || type == null) {
      throw new IllegalArgumentException("Not news of a document: documentId or type is missing");
    }
    return new Event(documentId, seq, type, text);
  }

  /**
   * Whether this event ends an attempt: nothing follows it unless somebody retries the document.
   */
  public boolean endsAttempt() {
    return LAST_OF_AN_ATTEMPT.contains(type);
  }

  /** Whether this tells that the document and all its events are gone. */
  public boolean isDeletion() {
    return type.equals("deleted");
  }
}
