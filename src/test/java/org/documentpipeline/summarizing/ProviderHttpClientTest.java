package org.documentpipeline.summarizing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.langchain4j.exception.AuthenticationException;
import dev.langchain4j.exception.ContentFilteredException;
import dev.langchain4j.exception.InvalidRequestException;
import dev.langchain4j.exception.LangChain4jException;
import dev.langchain4j.exception.NonRetriableException;
import dev.langchain4j.exception.RateLimitException;
import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.model.chat.ChatModel;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

/** The client of a provider against a real HTTP server. */
class ProviderHttpClientTest {
  private final ProviderPause pause = new ProviderPause();
  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch end = new CountDownLatch(1);
  private HttpServer server;
  private int status = 200;
  private String retryAfter;
  private String answer =
      """
      {"id":"1","object":"chat.completion","created":0,"model":"m","choices":[{"index":0,"finish_reason":"stop",
      "message":{"role":"assistant","content":"Hello."}}]}""";
  private boolean hangs;
  private boolean stopsInTheMiddle;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    end.countDown();
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    asked.countDown();
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      if (retryAfter != null) {
        exchange.getResponseHeaders().set("Retry-After", retryAfter);
      }
      if (hangs) {
        end.await();
      }
      byte[] body = answer.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body, 0, stopsInTheMiddle ? 10 : body.length);
      exchange.getResponseBody().flush();
      if (stopsInTheMiddle) {
        end.await();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private ChatModel model(Duration timeout) {
    return model("openai", timeout);
  }

  private ChatModel model(String provider, Duration timeout) {
    MockEnvironment settings =
        new MockEnvironment()
            .withProperty(provider + ".api-key", "key")
            .withProperty(
                provider + ".base-url",
                "http://127.0.0.1:" + server.getAddress().getPort() + "/v1");
    return new Providers(settings, timeout, 1000, pause).model(provider);
  }

  private ChatModel model() {
    return model(Duration.ofSeconds(20));
  }

  @Test
  void anAnswerIsAnAnswer() {
    assertThat(model().chat("Hello?")).isEqualTo("Hello.");
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 503})
  void theWaitAProviderAsksForIsNoted(int code) {
    status = code;
    retryAfter = "17";
    assertThatThrownBy(() -> model().chat("Hello?")).isInstanceOf(LangChain4jException.class);
    assertThat(pause.takeLast()).isEqualTo(Duration.ofSeconds(17));
    assertThat(pause.takeLast()).as("once").isZero();
  }

  @Test
  void theWaitMayBeADate() {
    status = 429;
    retryAfter =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(
            ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(60));
    assertThatThrownBy(() -> model().chat("Hello?")).isInstanceOf(RateLimitException.class);
    assertThat(pause.takeLast()).isBetween(Duration.ofSeconds(55), Duration.ofSeconds(60));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"soon", "-5", "1.5", "99999999999", "Wed, 21 Oct 2015 07:28:00 GMT", "", " "})
  void nonsenseAndThePastAreNoWait(String value) {
    pause.note(value);
    assertThat(pause.takeLast()).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403})
  void aKeyThatIsRefusedIsRefusedForGood(int code) {
    status = code;
    assertThatThrownBy(() -> model().chat("Hello?")).isInstanceOf(AuthenticationException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 404, 422})
  void aRequestThatIsRefusedIsRefusedForGood(int code) {
    status = code;
    assertThatThrownBy(() -> model().chat("Hello?"))
        .isInstanceOf(NonRetriableException.class)
        .isNotInstanceOf(AuthenticationException.class);
    assertThat(InvalidRequestException.class).isAssignableTo(NonRetriableException.class);
  }

  /** What Gemini's filter holds back comes as an answer without any answer in it. */
  @Test
  void aTextThatGeminiDoesNotAnswerIsRefusedForGood() {
    answer =
        "{\"promptFeedback\": {\"blockReason\": \"PROHIBITED_CONTENT\"}, \"modelVersion\": \"m\"}";
    assertThatThrownBy(() -> model("gemini", Duration.ofSeconds(20)).chat("Hello?"))
        .isInstanceOf(ContentFilteredException.class)
        .isInstanceOf(NonRetriableException.class);
  }

  @Test
  void anAnswerThatSpeaksOfBlockingIsAnAnswer() {
    answer =
        """
        {"candidates": [{"content": {"role": "model", "parts": [{"text": "It says \\"blockReason\\"."}]},
        "finishReason": "STOP"}], "usageMetadata": {"promptTokenCount": 1, "totalTokenCount": 2}}""";
    assertThat(model("gemini", Duration.ofSeconds(20)).chat("Hello?"))
        .isEqualTo("It says \"blockReason\".");
  }

  @Test
  void anAnswerThatDoesNotComeIsNotWaitedForForEver() {
    hangs = true;
    assertThatThrownBy(() -> model(Duration.ofMillis(200)).chat("Hello?"))
        .isInstanceOf(TimeoutException.class);
  }

  @Test
  void norIsOneThatStopsInTheMiddle() {
    stopsInTheMiddle = true;
    assertThatThrownBy(() -> model(Duration.ofMillis(500)).chat("Hello?"))
        .isInstanceOf(TimeoutException.class);
  }

  @Test
  void noServerIsAnErrorThatMayPass() {
    server.stop(0);
    assertThatThrownBy(() -> model().chat("Hello?"))
        .isInstanceOf(LangChain4jException.class)
        .isNotInstanceOf(NonRetriableException.class);
  }

  @Test
  void atTheEndOfTheProcessNoCallBegins() {
    RunningCalls running = new RunningCalls();
    running.close();
    ChatModel model =
        new BoundedChatModel(model(), 1, new ModelUsage(), new ModelCircuit(1, 1), running);
    assertThatThrownBy(() -> model.chat("Hello?")).isInstanceOf(CancellationException.class);
    assertThat(asked.getCount()).isOne();
  }

  @Test
  void aCallIsBrokenOffWhenNobodyWantsItAnyMore() {
    hangs = true;
    RunningCalls running = new RunningCalls();
    ModelCircuit circuit = new ModelCircuit(1, 1);
    ChatModel model = new BoundedChatModel(model(), 1, new ModelUsage(), circuit, running);
    CompletableFuture<String> call =
        CompletableFuture.supplyAsync(
            () -> {
              running.callFor("token");
              return model.chat("Hello?");
            });
    await().until(() -> asked.getCount() == 0);
    running.interrupt("another");
    assertThat(call).isNotDone();
    running.interrupt("token");
    assertThat(call)
        .failsWithin(Duration.ofSeconds(5))
        .withThrowableThat()
        .withRootCauseInstanceOf(CancellationException.class);
    assertThat(circuit.outage()).as("it says nothing of the provider").isNull();
  }
}
