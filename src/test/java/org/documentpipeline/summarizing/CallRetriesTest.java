package org.documentpipeline.summarizing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.exception.AuthenticationException;
import dev.langchain4j.exception.InternalServerException;
import dev.langchain4j.exception.LangChain4jException;
import dev.langchain4j.exception.RateLimitException;
import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.exception.UnresolvedModelServerException;
import dev.langchain4j.model.output.TokenUsage;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

class CallRetriesTest {
  private final ProviderPause pause = new ProviderPause();
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final ModelCircuit circuit = new ModelCircuit(1000, 1);
  private final ModelUsage usage = new ModelUsage();
  private final CallRetries retries =
      new CallRetries(3, 20, usage, pause, circuit, CallAccounts.counting(registry));

  @Test
  void aProviderIsLeftAloneAsLongAsItAsked() {
    pause.note("5");
    Calling limited = retries.failed(retries.begin(), new RateLimitException("429"));
    assertThat(limited.waitMillis()).isBetween(5_000L, 5_500L);
    assertThat(limited.retryInSeconds()).isBetween(5L, 6L);
    pause.note("7");
    Calling failing = retries.failed(limited, new InternalServerException("503"));
    assertThat(failing.waitMillis()).isBetween(7_000L, 7_500L);
    assertThat(retries.failed(failing, new InternalServerException("503")).waitMillis())
        .as("what was asked counts once")
        .isBetween(2_000L, 4_000L);
  }

  @Test
  void whoAsksForMorePatienceThanThereIsIsNotWaitedFor() {
    pause.note("60");
    assertThatThrownBy(() -> retries.failed(retries.begin(), new RateLimitException("429")))
        .hasMessage(
            "The provider asks for a pause of 60 seconds, longer than the 20 that a call still waits")
        .isInstanceOfSatisfying(
            ModelUnavailableException.class,
            e -> assertThat(e.code()).isEqualTo("llm-rate-limited"));
  }

  @Test
  void aProviderThatIsAwayForLongerSaysSoAndDocumentsWait() {
    ModelCircuit circuit = new ModelCircuit(1000, 86_400);
    CallRetries retries = new CallRetries(3, 20, usage, pause, circuit, CallAccounts.free());
    pause.note("1200");
    Calling calling = retries.failed(retries.begin(), new InternalServerException("503"));
    assertThat(calling.outage()).isTrue();
    assertThat(calling.retryInSeconds()).isBetween(1199L, 1202L);
    assertThat(calling.waitedMillis()).isZero();
    assertThat(circuit.outage().reason()).isEqualTo("server-error");
    for (int i = 0; i < 10; i++) {
      calling = retries.failed(calling, new InternalServerException("503"));
    }
    assertThat(calling.failures()).as("of the outage only what opened it").isOne();

    circuit.answered();
    pause.note("1200");
    Calling second = retries.failed(calling, new InternalServerException("503"));
    circuit.answered();
    pause.note("1200");
    assertThatThrownBy(() -> retries.failed(second, new InternalServerException("503")))
        .as("others are answered: it is this call")
        .hasMessage("No answer to 3 tries of one call");
  }

  @Test
  void timeoutsDoNotUseUpThePatienceForRateLimits() {
    pause.note("50");
    assertThat(retries.failed(retries.begin(), new InternalServerException("503")).waitMillis())
        .isBetween(50_000L, 50_500L);
  }

  @Test
  void aCallWaitsForAnOutageNoLongerThanItsPatience() {
    ModelCircuit open = new ModelCircuit(1, 0);
    open.failed(false, "connection");
    CallRetries retries = new CallRetries(3, 20, usage, pause, open, CallAccounts.free());
    assertThatThrownBy(() -> retries.failed(retries.begin(), new InternalServerException("503")))
        .isInstanceOfSatisfying(
            ModelUnavailableException.class,
            e -> assertThat(e.code()).isEqualTo("llm-unavailable"));
  }

  @Test
  void anAnswerThatIsThrownAwayIsPaidForWithTheOneThatIsKept() {
    usage.record(new TokenUsage(70, 30));
    Calling empty = retries.failed(retries.begin(), new InternalServerException("empty"));
    Calling away = retries.failed(empty, new TimeoutException("slow"));
    usage.record(new TokenUsage(7, 3));
    assertThat(retries.answered("Here.", away).usage()).isEqualTo(new CallUsage(2, 77, 33));
    assertThat(registry.get("pipeline.llm.tokens").tag("direction", "input").counter().count())
        .isEqualTo(77);
  }

  @Test
  void anAnswerThatBreaksOffIsWarnedOfAlsoWhenItIsKnown() {
    assertThat(retries.warning(retries.answered("Whole.", retries.begin()))).isNull();
    assertThat(retries.warning(retries.known("Half. […]", retries.begin()))).contains("answer-cut");
  }

  @Test
  void anOutageUsesUpNothing() {
    ModelCircuit open = new ModelCircuit(1, 1);
    open.failed(false, "connection");
    CallRetries retries =
        new CallRetries(3, 20, new ModelUsage(), pause, open, CallAccounts.free());
    Calling calling = retries.begin();
    for (int i = 0; i < 100; i++) {
      calling = retries.failed(calling, new InternalServerException("503"));
    }
    assertThat(calling.failures()).isZero();
    assertThat(calling.outage()).isTrue();
    assertThat(calling.tries()).isEqualTo(101);
    assertThat(calling.retryInSeconds()).isBetween(3L, 6L);
  }

  @Test
  void aFailureUsesUpATryAndWaitsLongerEachTime() {
    Calling first = retries.failed(retries.begin(), new InternalServerException("500"));
    assertThat(first.open()).isTrue();
    assertThat(first.tries()).isEqualTo(2);
    assertThat(first.reason()).isEqualTo("server-error");
    assertThat(registry.get("pipeline.llm.calls").tag("outcome", "server-error").counter().count())
        .isOne();
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
    assertThat(registry.get("pipeline.llm.calls").tag("outcome", "refused").counter().count())
        .isOne();
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
