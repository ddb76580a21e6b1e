package org.documentpipeline.web;

import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.util.DisconnectedClientHelper;

/**
 * Answers with a problem where Spring refuses a request before it reaches a route, or a controller
 * fails.
 */
@RestControllerAdvice
class ProblemAdvice {

  private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

  private final Problems problems;

  ProblemAdvice(Problems problems) {
    this.problems = problems;
  }

  @ExceptionHandler(Exception.class)
  ResponseEntity<byte[]> answer(Exception failure) {
    if (DisconnectedClientHelper.isClientDisconnectedException(failure)) {
      return null;
    }
    Problem problem = problems.describe(failure);
    if (problem.status() == 500) {
      log.error("A request failed", failure);
    }
    HttpHeaders headers = new HttpHeaders();
    if (failure instanceof ErrorResponse response) {
      headers.addAll(response.getHeaders());
    }
    headers.setContentType(MediaType.parseMediaType(Problem.MEDIA_TYPE));
    if (problem.retryAfter() != null) {
      headers.set(HttpHeaders.RETRY_AFTER, problem.retryAfter().toString());
    }
    return ResponseEntity.status(problem.status())
        .headers(headers)
        .body(problem.json().getBytes(StandardCharsets.UTF_8));
  }
}
