package org.documentpipeline.intake;

import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * A document or a field that is not accepted. Whoever answers HTTP reads status, detail and the
 * property {@code code} from {@link #getBody()}.
 */
public class RefusedException extends ErrorResponseException {

  /**
   * A refusal.
   *
   * @param status HTTP status, 4xx
   * @param code the stable code of the contract
   * @param detail a sentence for the person who sent it
   */
  public RefusedException(int status, String code, String detail) {
    super(HttpStatusCode.valueOf(status), problem(status, code, detail), null);
  }

  static RefusedException badRequest(String detail) {
    return new RefusedException(400, "bad-request", detail);
  }

  static RefusedException empty() {
    return new RefusedException(
        422, "empty-document", "There is no text in it: the document is empty or blank.");
  }

  static RefusedException unsupported(String detail) {
    return new RefusedException(415, "unsupported-type", detail);
  }

  @Override
  public String getMessage() {
    return getBody().getDetail();
  }

  private static ProblemDetail problem(int status, String code, String detail) {
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(HttpStatusCode.valueOf(status), detail);
    problem.setProperty("code", code);
    return problem;
  }
}
