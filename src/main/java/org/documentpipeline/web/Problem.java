package org.documentpipeline.web;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.http.HttpStatus;

/**
 * The answer to a request that failed: a problem detail of RFC 9457 with the contract's {@code
 * code}.
 *
 * @param status HTTP status
 * @param code stable, for programs
 * @param detail a sentence, for people
 * @param retryAfter seconds to wait before asking again, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"type", "title", "status", "detail", "code"})
public record Problem(int status, String code, String detail, @JsonIgnore Integer retryAfter) {

  /** The media type of {@link #json()}. */
  public static final String MEDIA_TYPE = "application/problem+json";

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Says that {@code title} is no more than the status in words. */
  public String getType() {
    return "about:blank";
  }

  /** The status in words. */
  public String getTitle() {
    HttpStatus known = HttpStatus.resolve(status);
    return known == null ? "Error" : known.getReasonPhrase();
  }

  /** The problem as JSON. */
  public String json() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A record of strings and numbers is always JSON", e);
    }
  }
}
