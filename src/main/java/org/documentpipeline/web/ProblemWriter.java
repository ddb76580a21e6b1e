package org.documentpipeline.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;

/** Answers a request with a problem where no route and no controller is at work. */
final class ProblemWriter {

  private ProblemWriter() {}

  static void write(HttpServletResponse response, Problem problem) throws IOException {
    byte[] json = problem.json().getBytes(StandardCharsets.UTF_8);
    response.setStatus(problem.status());
    response.setContentType(Problem.MEDIA_TYPE);
    response.setContentLength(json.length);
    if (problem.retryAfter() != null) {
      response.setIntHeader(HttpHeaders.RETRY_AFTER, problem.retryAfter());
    }
    response.getOutputStream().write(json);
  }
}
