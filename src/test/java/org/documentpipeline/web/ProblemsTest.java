package org.documentpipeline.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.s3.model.S3Exception;

class ProblemsTest {

  private final Problems problems = new Problems();

  static Stream<Throwable> outages() {
    return Stream.of(
        new CannotGetJdbcConnectionException("x"),
        new SQLTransientConnectionException("x"),
        new SQLException("x", "57P03"),
        new SQLException("x", "08006"),
        new CannotCreateTransactionException("x"),
        SdkClientException.create("x"),
        S3Exception.builder().statusCode(503).build(),
        new ConnectException("x"),
        new RuntimeException(new RuntimeException(new ConnectException("x"))));
  }

  @ParameterizedTest
  @MethodSource("outages")
  void saysThatAServiceIsAway(Throwable failure) {
    Problem problem = problems.describe(failure);
    assertThat(problem.status()).isEqualTo(503);
    assertThat(problem.code()).isEqualTo("unavailable");
    assertThat(problem.retryAfter()).isEqualTo(5);
  }

  static Stream<Throwable> surprises() {
    Exception circle = new IllegalStateException("secret");
    circle.initCause(new IOException("secret", circle));
    return Stream.of(
        new NullPointerException("secret"),
        new SQLException("secret", "42601"),
        circle,
        new DataIntegrityViolationException("secret"),
        S3Exception.builder().statusCode(404).message("secret").build());
  }

  @ParameterizedTest
  @MethodSource("surprises")
  void tellsNothingOfWhatNobodyExpected(Throwable failure) {
    Problem problem = problems.describe(failure);
    assertThat(problem.status()).isEqualTo(500);
    assertThat(problem.code()).isEqualTo("internal");
    assertThat(problem.json()).doesNotContain("secret");
  }

  @Test
  void findsWhatWasRaisedOnPurpose() {
    assertThatThrownBy(() -> problems.raise(409, "not-finished", "Not yet."))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e ->
                assertThat(problems.describe(new RuntimeException(e)))
                    .isEqualTo(new Problem(409, "not-finished", "Not yet.", null)));
    assertThat(problems.describe(new ProblemException(503, "unavailable", "Away.", 7)).retryAfter())
        .isEqualTo(7);
    assertThat(problems.describe(new JsonParseException(null, "secret")).code())
        .isEqualTo("bad-request");
  }

  @Test
  void knowsSpringsOwnRefusals() {
    assertThat(
            problems
                .describe(new HttpRequestMethodNotSupportedException("PUT", List.of("GET")))
                .code())
        .isEqualTo("method-not-allowed");
    assertThat(problems.describe(new NoResourceFoundException(HttpMethod.GET, "secret")).json())
        .contains("not-found")
        .doesNotContain("secret");
    assertThat(Problems.ofStatus(418).code()).isEqualTo("bad-request");
    assertThat(Problems.ofStatus(502).code()).isEqualTo("internal");
  }

  @Test
  void writesRfc9457() throws IOException {
    String text = new Problem(404, "not-found", "No \"such\" document.", null).json();
    Map<?, ?> json = new ObjectMapper().readValue(text, Map.class);
    assertThat(json)
        .isEqualTo(
            Map.of(
                "type",
                "about:blank",
                "title",
                "Not Found",
                "status",
                404,
                "detail",
                "No \"such\" document.",
                "code",
                "not-found"));
  }
}
