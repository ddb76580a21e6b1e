package org.documentpipeline.web;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** A request that ends with a problem (RFC 9457) of its own status, code and sentence. */
public class ProblemException extends ErrorResponseException {

  /**
   * A problem.
   *
   * @param status HTTP status, 4xx or 5xx
   * @param code the stable code of the contract
   * @param detail a sentence for the person who asked
   */
  public ProblemException(int status, String code, String detail) {
    super(HttpStatusCode.valueOf(status), body(status, code, detail), null);
  }

  /**
   * A problem that may be gone later.
   *
   * @param retryAfter seconds to wait before asking again
   */
  public ProblemException(int status, String code, String detail, int retryAfter) {
    this(status, code, detail);
    getHeaders().set(HttpHeaders.RETRY_AFTER, Integer.toString(retryAfter));
  }

  /** The exception that ends a request with this problem. */
  static ProblemException of(Problem problem) {
    return problem.retryAfter() == null
        ? new ProblemException(problem.status(), problem.code(), problem.detail())
        : new ProblemException(
            problem.status(), problem.code(), problem.detail(), problem.retryAfter());
  }

  @Override
  public String getMessage() {
    return getBody().getDetail();
  }

  private static ProblemDetail body(int status, String code, String detail) {
    ProblemDetail body = ProblemDetail.forStatusAndDetail(HttpStatusCode.valueOf(status), detail);
    body.setProperty("code", code);
    return body;
  }
}
