package org.documentpipeline.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.documentpipeline.routes.FakeDatabase.row;
import static org.documentpipeline.routes.FakeModel.throwing;
import static org.documentpipeline.routes.Rows.event;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.exception.AuthenticationException;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.InternalServerException;
import dev.langchain4j.exception.RateLimitException;
import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.exception.UnresolvedModelServerException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CallModelRouteTest extends RouteTest {
  private static final int TRIES = 6;

  CallModelRouteTest() {
    super("worker/call-model", "worker/ask-once", "worker/wait-for-database");
  }

  private KeptAnswers answers;

  @BeforeEach
  void nothingIsKnown() {
    answers = KeptAnswers.in(database);
  }

  @Test
  void anAnswerComesWithWhatItCost() {
    model.answers(asked -> "The answer.");
    Exchange done = ask();
    assertThat(done.getMessage().getBody()).isEqualTo("The answer.");
    assertCost();
    assertThat(model.asked()).containsExactly(new FakeModel.Asked("system", "user"));
    assertThat(database.queries()).containsExactly("claim-answer", "save-answer");
  }

  static Stream<Arguments> passing() {
    return Stream.of(
        Arguments.of(new RateLimitException("429"), "rate-limited"),
        Arguments.of(new TimeoutException("too slow"), "timeout"),
        Arguments.of(new InternalServerException("500"), "server-error"),
        Arguments.of(new UnresolvedModelServerException("no such host"), "connection"));
  }

  @ParameterizedTest
  @MethodSource("passing")
  void whatMayPassIsToldAndTriedAgainWithTheSameWords(RuntimeException failure, String reason)
      throws Exception {
    model.does(throwing(failure), asked -> "At last.");
    database.on("record-retry").gives(event("retrying"));
    Exchange done = ask();
    assertThat(done.getException()).isNull();
    assertThat(done.getMessage().getBody()).isEqualTo("At last.");
    assertThat(model.asked()).hasSize(2).containsOnly(new FakeModel.Asked("system", "user"));
    assertCost();
    assertThat(database.call("record-retry").parameters())
        .containsEntry("documentId", ID)
        .containsEntry("token", TOKEN)
        .containsEntry("index", 4)
        .containsEntry("level", null)
        .containsEntry("calling.reason", reason)
        .containsEntry("calling.tries", 2);
    assertThat(outside.pauses.waits)
        .singleElement()
        .satisfies(wait -> assertThat(wait).isBetween(400L, 1000L));
    assertThat((long) database.call("record-retry").get("calling.retryInSeconds"))
        .isBetween(0L, 1L);
    assertThat(announced()).containsExactly("retrying");
  }

  @Test
  void waitsGrow() {
    model.does(
        throwing(new TimeoutException("1")),
        throwing(new TimeoutException("2")),
        throwing(new TimeoutException("3")),
        asked -> "At last.");
    database.on("record-retry").gives(event("retrying"));
    assertThat(ask().getMessage().getBody()).isEqualTo("At last.");
    assertThat(outside.pauses.waits).hasSize(3);
    assertThat(outside.pauses.waits.get(1)).isBetween(900L, 2000L);
    assertThat(outside.pauses.waits.get(2)).isBetween(1900L, 4000L);
  }

  @Test
  void aKeyThatIsRefusedFailsAtOnce() throws Exception {
    model.answers(throwing(new AuthenticationException("401")));
    Exchange done = ask();
    assertThat(failure(done)).contains("\"code\":\"llm-auth\"");
    assertThat(model.asked()).hasSize(1);
    assertThat(database.queries()).containsExactly("claim-answer");
    assertThat(announced()).isEmpty();
  }

  @Test
  void whenItsTriesAreUsedUpTheModelIsUnavailable() throws Exception {
    model.answers(throwing(new InternalServerException("500", new HttpException(500, "down"))));
    database.on("record-retry").gives(event("retrying"));
    Exchange done = ask();
    assertThat(failure(done)).contains("\"code\":\"llm-unavailable\"", "\"retryable\":true");
    assertThat(model.asked()).hasSize(TRIES);
    assertThat(announced()).hasSize(TRIES - 1);
  }

  @Test
  void aRateLimitUsesUpNoTriesButAPatienceOfItsOwn() {
    List<Function<FakeModel.Asked, String>> turns = new ArrayList<>();
    for (int i = 0; i < 2 * TRIES; i++) {
      turns.add(throwing(new RateLimitException("429")));
    }
    turns.add(asked -> "At last.");
    model.answers(asked -> turns.remove(0).apply(asked));
    database.on("record-retry").gives(event(null));
    assertThat(ask().getMessage().getBody()).isEqualTo("At last.");

    answers.forget();
    model.answers(throwing(new RateLimitException("429")));
    outside.pauses.waits.clear();
    assertThat(failure(ask())).contains("\"code\":\"llm-rate-limited\"", "\"retryable\":true");
    long waited = outside.pauses.waits.stream().mapToLong(wait -> wait).sum();
    assertThat(waited).isBetween(800_000L, 900_000L);
  }

  @Test
  void aLostLeaseEndsTheRetries() throws Exception {
    model.answers(throwing(new TimeoutException("too slow")));
    database.on("record-retry").gives(event("retrying")).gives();
    Exchange done = ask();
    assertLeaseLost(done);
    assertThat(model.asked()).hasSize(2);
    assertThat(announced()).containsExactly("retrying");
  }

  @Test
  void anEmptyAnswerIsNoneAndAskedForAgain() {
    model.does(asked -> " \n", asked -> "At last.");
    database.on("record-retry").gives(event("retrying"));
    assertThat(ask().getMessage().getBody()).isEqualTo("At last.");
    assertThat(database.calls("save-answer")).hasSize(1);
  }

  @Test
  void anAnswerThatBreaksOffIsWarnedOf() throws Exception {
    model.answers(asked -> "Half of it. […]");
    database.on("record-warning").gives(event("warned"));
    assertThat(ask().getMessage().getBody()).isEqualTo("Half of it. […]");
    assertThat(announced()).containsExactly("warned");
    assertThat((String) database.call("record-warning").get("warning")).contains("answer-cut");
    assertThat(database.queries()).containsExactly("claim-answer", "save-answer", "record-warning");
    ask();
    assertThat(database.calls("record-warning")).as("also of one that is known").hasSize(2);
    assertThat(model.asked()).hasSize(1);
  }

  @Test
  void aCharacterThatNoDatabaseTakesIsLeftOut() {
    model.answers(asked -> "a\0b");
    assertThat(ask().getMessage().getBody()).isEqualTo("ab");
  }

  @Test
  void theSameQuestionIsNotPaidForTwice() {
    model.answers(asked -> "The answer.");
    ask();
    Exchange again = ask();
    assertThat(again.getMessage().getBody()).isEqualTo("The answer.");
    assertThat(model.asked()).hasSize(1);
    assertThat(database.calls("save-answer")).hasSize(1);
  }

  @Test
  void whatAnotherDocumentIsJustAskingIsWaitedFor() throws Exception {
    database
        .on("claim-answer")
        .gives(row("outcome", "wait", "text", null))
        .gives(row("outcome", "wait", "text", null))
        .gives(row("outcome", "saved", "text", "Its answer."));
    assertThat(ask().getMessage().getBody()).isEqualTo("Its answer.");
    assertThat(model.asked()).isEmpty();
    assertThat(announced()).isEmpty();
  }

  @Test
  void withoutTheLeaseNothingIsAsked() {
    database.on("claim-answer").gives();
    assertLeaseLost(ask());
    assertThat(model.asked()).isEmpty();
  }

  @Test
  void anAnswerIsNotGivenUpWhileTheDatabaseIsAway() {
    model.answers(asked -> "The answer.");
    database.on("save-answer").fails("08006").fails("08006").changes();
    assertThat(ask().getMessage().getBody()).isEqualTo("The answer.");
    assertThat(model.asked()).hasSize(1);
    assertThat(database.calls("save-answer")).hasSize(3);
  }

  private void assertCost() {
    assertThat(database.call("save-answer").parameters())
        .containsEntry("calling.usage.calls", 1)
        .containsEntry("calling.usage.inputTokens", FakeModel.INPUT_TOKENS)
        .containsEntry("calling.usage.outputTokens", FakeModel.OUTPUT_TOKENS)
        .containsEntry("index", 4)
        .containsEntry("calling.usage.currency", "USD");
    assertThat((BigDecimal) database.call("save-answer").get("calling.usage.cost"))
        .isEqualByComparingTo(
            BigDecimal.valueOf(2L * FakeModel.INPUT_TOKENS + 10L * FakeModel.OUTPUT_TOKENS, 6));
  }

  private Exchange ask() {
    List<ChatMessage> messages =
        new ArrayList<>(List.of(SystemMessage.from("system"), UserMessage.from("user")));
    return call(
        "call-model",
        exchange -> {
          exchange.setVariable("documentId", ID);
          exchange.setVariable("token", TOKEN);
          exchange.setVariable("index", 4);
          exchange.getMessage().setBody(messages);
        });
  }
}
