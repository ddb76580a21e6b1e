package org.documentpipeline.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.net.ConnectException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Map;
import org.documentpipeline.routing.CaughtByReload;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** Turns failures into problem details, without showing what is inside. */
@Component
public class Problems {

  private static final int RETRY_AFTER = 5;
  private static final Map<Integer, Problem> BY_STATUS =
      Map.of(
          400, new Problem(400, "bad-request", "The request is not well formed.", null),
          401, new Problem(401, "unauthorized", "This page asks for the admin's password.", null),
          403, new Problem(403, "forbidden", "This is not allowed.", null),
          404, new Problem(404, "not-found", "There is nothing at this address.", null),
          405,
              new Problem(
                  405, "method-not-allowed", "This address does not take that method.", null),
          406,
              new Problem(
                  406,
                  "not-acceptable",
                  "The answer cannot have any of the types that were asked for.",
                  null),
          413, new Problem(413, "too-large", "The request is larger than what is accepted.", null),
          415,
              new Problem(
                  415,
                  "unsupported-type",
                  "Send a file as multipart/form-data or a text as application/json.",
                  null),
          503,
              new Problem(
                  503,
                  "unavailable",
                  "A service behind this one does not answer. Please try again.",
                  RETRY_AFTER));
  private static final Problem INTERNAL =
      new Problem(
          500,
          "internal",
          "Something went wrong on the server. The server's log has the reason.",
          null);

  /**
   * Ends the request with a problem; a 503 says when to ask again.
   *
   * @throws ProblemException always
   */
  public void raise(int status, String code, String detail) {
    if (status == 503) {
      throw new ProblemException(status, code, detail, RETRY_AFTER);
    }
    throw new ProblemException(status, code, detail);
  }

  /** What to answer for a failure; 500 {@code internal} for everything that is not known. */
  public Problem describe(Throwable failure) {
    int depth = 0;
    for (Throwable cause = failure;
        cause != null && depth < 20;
        cause = cause.getCause(), depth++) {
      Problem known = known(cause);
      if (known != null) {
        return known;
      }
    }
    return INTERNAL;
  }

  /** What to answer when only the status is known. */
  static Problem ofStatus(int status) {
    Problem known = BY_STATUS.get(status);
    if (known != null) {
      return known;
    }
    return status >= 400 && status < 500
        ? new Problem(status, "bad-request", "The request was refused.", null)
        : INTERNAL;
  }

  private static Problem known(Throwable cause) {
    if (cause instanceof ErrorResponse response) {
      return ofResponse(response);
    }
    if (cause instanceof JsonProcessingException) {
      return new Problem(400, "bad-request", "The body is not valid JSON.", null);
    }
    if (cause instanceof NoSuchKeyException) {
      return BY_STATUS.get(404);
    }
    return isUnavailable(cause) || CaughtByReload.is(cause) ? BY_STATUS.get(503) : null;
  }

  private static Problem ofResponse(ErrorResponse response) {
    int status = response.getStatusCode().value();
    Map<String, Object> properties = response.getBody().getProperties();
    if (properties == null || !(properties.get("code") instanceof String code)) {
      return ofStatus(status);
    }
    String retryAfter = response.getHeaders().getFirst(HttpHeaders.RETRY_AFTER);
    return new Problem(
        status,
        code,
        response.getBody().getDetail(),
        retryAfter == null ? null : Integer.valueOf(retryAfter));
  }

  private static boolean isUnavailable(Throwable cause) {
    return cause instanceof DataAccessResourceFailureException
        || cause instanceof RecoverableDataAccessException
        || cause instanceof CannotCreateTransactionException
        || cause instanceof SQLTransientConnectionException
        || cause instanceof SQLNonTransientConnectionException
        || cause instanceof SQLRecoverableException
        || cause instanceof SQLException sql && isConnectionState(sql.getSQLState())
        || cause instanceof SdkClientException
        || cause instanceof SdkServiceException aws
            && (aws.statusCode() >= 500 || aws.isThrottlingException())
        || cause instanceof ConnectException;
  }

  // PostgreSQL's classes: 08 connection, 53 resources (too many connections), 57P going down or
  // starting.
  private static boolean isConnectionState(String state) {
    return state != null
        && (state.startsWith("08") || state.startsWith("53") || state.startsWith("57P"));
  }
}
