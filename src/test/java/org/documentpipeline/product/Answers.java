package org.documentpipeline.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Set;

/** What holds for answers of all kinds. */
final class Answers {

  private static final Set<String> HEADERS =
      Set.of(
          "allow",
          "cache-control",
          "connection",
          "content-disposition",
          "content-length",
          "content-security-policy",
          "content-type",
          "cross-origin-opener-policy",
          "cross-origin-resource-policy",
          "date",
          "keep-alive",
          "location",
          "referrer-policy",
          "retry-after",
          "transfer-encoding",
          "vary",
          "www-authenticate",
          "x-content-type-options",
          "x-frame-options");

  private Answers() {}

  /** An error as RFC 9457 and the contract want it. */
  static void assertProblem(Api.Answer answer, int status, String code) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.json().get("code").asText()).isEqualTo(code);
    assertThat(answer.json().get("status").asInt()).isEqualTo(status);
    assertThat(answer.json().get("title").asText()).isNotBlank();
    assertThat(answer.json().get("detail").asText()).isNotBlank();
    assertNothingLeaks(answer);
  }

  /** No header that the request brought, or that the routes use among themselves. */
  static void assertNothingLeaks(Api.Answer answer) {
    assertThat(answer.headers().map().keySet())
        .map(name -> name.toLowerCase(Locale.ROOT))
        .isSubsetOf(HEADERS);
  }
}
