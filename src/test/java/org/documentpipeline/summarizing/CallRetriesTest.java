package org.documentpipeline.summarizing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.exception.AuthenticationException;
import dev.langchain4j.exception.InternalServerException;
import dev.langchain4j.exception.LangChain4jException;
import dev.langchain4j.exception.RateLimitException;
import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.exception.UnresolvedModelServerException;
import org.junit.jupiter.api.Test;

class CallRetriesTest {
  private final CallRetries retries = new CallRetries(3, 20, new ModelUsage());

  @Test
  void aFailureUsesUpATryAndWaitsLongerEachTime() {
    Calling first = retries.failed(retries.begin(), new InternalServerException("500"));
    assertThat(first.open()).isTrue();
    assertThat(first.tries()).isEqualTo(2);
    assertThat(first.reason()).isEqualTo("server-error");
    assertThat(first.waitMillis()).isBetween(500L, 1000L);
    Calling second = retries.failed(first, new TimeoutException("slow"));
    assertThat(second.reason()).isEqualTo("timeout");
    assertThat(second.waitMillis()).isBetween(1000L, 2000L);
    assertThatThrownBy(() -> retries.failed(second, new InternalServerException("500")))
        .isInstanceOfSatisfying(
            ModelUnavailableException.class,
            e -> assertThat(e.code()).isEqualTo("llm-unavailable"));
  }

  @Test
  void aRateLimitUsesUpPatienceInstead() {
    Calling calling = retries.begin();
    int rounds = 0;
    ModelUnavailableException end = null;
    while (end == null) {
      try {
        calling = retries.failed(calling, new RateLimitException("429"));
        assertThat(calling.failures()).isZero();
        assertThat(calling.reason()).isEqualTo("rate-limited");
        rounds++;
      } catch (ModelUnavailableException e) {
        end = e;
      }
    }
    assertThat(end.code()).isEqualTo("llm-rate-limited");
    assertThat(rounds).isGreaterThan(3);
    assertThat(calling.waitedMillis()).isLessThanOrEqualTo(20_000);
  }

  @Test
  void whatCanNotGetBetterIsThrownAtOnce() {
    assertThatThrownBy(() -> retries.failed(retries.begin(), new AuthenticationException("401")))
        .isInstanceOf(AuthenticationException.class);
  }

  @Test
  void aConnectionThatFailsIsTriedAgain() {
    assertThat(retries.failed(retries.begin(), new LangChain4jException("refused")).reason())
        .isEqualTo("connection");
    assertThat(retries.failed(retries.begin(), new UnresolvedModelServerException("dns")).reason())
        .isEqualTo("connection");
  }

  @Test
  void anAnswerEndsIt() {
    Calling calling = retries.answered("It says\0 this.", retries.begin());
    assertThat(calling.open()).isFalse();
    assertThat(calling.answer()).isEqualTo("It says this.");
    assertThat(calling.usage()).isEqualTo(new CallUsage(1, 0, 0));
  }
}
