package org.documentpipeline.summarizing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.langchain4j.exception.LangChain4jException;
import dev.langchain4j.model.chat.ChatModel;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

/** Many calls, with their retries, to a real HTTP server that fails in the ways servers do. */
class ModelFaultsTest {
  private static final int CALLS = 4;
  private static final Pattern QUESTION = Pattern.compile("\"(question \\d+)\"");
  private static final IntPredicate NEVER = call -> false;

  private final ProviderPause pause = new ProviderPause();
  private final ModelUsage usage = new ModelUsage();
  private final RunningCalls running = new RunningCalls();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final ExecutorService serving = Executors.newCachedThreadPool();
  private final CountDownLatch end = new CountDownLatch(1);
  private final List<String> answered = Collections.synchronizedList(new ArrayList<>());
  private final List<Calling> retried = Collections.synchronizedList(new ArrayList<>());
  private final AtomicInteger asked = new AtomicInteger();
  private final AtomicInteger inFlight = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();
  private ModelCircuit circuit = new ModelCircuit(5, 60);
  private volatile IntPredicate limited = NEVER;
  private volatile IntPredicate hanging = NEVER;
  private volatile IntPredicate failing = NEVER;
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(serving);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    end.countDown();
    server.stop(0);
    threads.shutdownNow();
    serving.shutdownNow();
  }

  @Test
  void everyThirdCallOverTheLimitComesBackWhenAskedToAndNothingIsAskedTwice() throws Exception {
    limited = call -> call % 3 == 0;
    assertAllAnsweredOnce(ask(24));
    assertThat(retried).hasSizeGreaterThanOrEqualTo(8);
    assertThat(retried)
        .allSatisfy(
            calling -> {
              assertThat(calling.reason()).isEqualTo("rate-limited");
              assertThat(calling.waitMillis()).isGreaterThanOrEqualTo(1000);
              assertThat(calling.failures()).isZero();
            });
    assertThat(most).hasValueLessThanOrEqualTo(CALLS);
  }

  @Test
  void everyFourthCallThatHangsIsTriedAgain() throws Exception {
    hanging = call -> call % 4 == 0;
    assertAllAnsweredOnce(ask(12));
    assertThat(retried).hasSizeGreaterThanOrEqualTo(3);
    assertThat(retried).allMatch(calling -> "timeout".equals(calling.reason()));
  }

  @Test
  void whileTheModelIsAwayOneCallAtATimeTriesAndThenAllGoOn() throws Exception {
    circuit = new ModelCircuit(3, Duration.ofMinutes(1), Duration.ofMillis(500));
    failing = call -> true;
    List<Future<Calling>> calls = ask(16);
    await().until(circuit::isOpen);
    await().until(() -> inFlight.get() == 0);
    int before = asked.get();
    assertThat(before)
        .as("those that waited for a place ask no more")
        .isLessThanOrEqualTo(3 + CALLS - 1);
    most.set(0);
    await().until(() -> asked.get() >= before + 2);
    assertThat(circuit.outage()).isNotNull();
    assertThat(most).hasValue(1);
    failing = NEVER;
    assertAllAnsweredOnce(calls);
    assertThat(circuit.outage()).isNull();
  }

  @Test
  void anOutageThatNobodyHasWaitedForEndsWithTheNextDocument() throws Exception {
    circuit = new ModelCircuit(2, Duration.ofMillis(1500), Duration.ofMillis(200));
    failing = call -> true;
    for (Future<Calling> call : ask(3)) {
      assertThat(call)
          .failsWithin(Duration.ofSeconds(20))
          .withThrowableThat()
          .havingCause()
          .isInstanceOfSatisfying(
              ModelUnavailableException.class,
              e -> assertThat(e.code()).isEqualTo("llm-unavailable"));
    }
    failing = NEVER;
    await().until(() -> circuit.outage() == null);
    assertThat(circuit.isOpen()).as("nobody knows yet").isTrue();
    assertThat(circuit.mayTake()).isTrue();
    assertAllAnsweredOnce(ask(4));
    assertThat(circuit.isOpen()).isFalse();
  }

  private void assertAllAnsweredOnce(List<Future<Calling>> calls) throws Exception {
    for (Future<Calling> call : calls) {
      assertThat(call.get(30, TimeUnit.SECONDS).answer()).isEqualTo("Hello.");
    }
    assertThat(answered).doesNotHaveDuplicates().hasSize(calls.size());
  }

  private List<Future<Calling>> ask(int questions) {
    MockEnvironment settings =
        new MockEnvironment()
            .withProperty("openai.api-key", "key")
            .withProperty(
                "openai.base-url", "http://127.0.0.1:" + server.getAddress().getPort() + "/v1");
    ChatModel model =
        new BoundedChatModel(
            new Providers(settings, Duration.ofSeconds(1), 1000, pause).model("openai"),
            CALLS,
            usage,
            circuit,
            running);
    CallRetries retries = new CallRetries(6, 60, usage, pause, circuit, CallAccounts.free());
    List<Future<Calling>> calls = new ArrayList<>();
    for (int i = 0; i < questions; i++) {
      String question = "question " + i;
      calls.add(threads.submit(() -> ask(question, model, retries)));
    }
    return calls;
  }

  /** As the route does it. */
  private Calling ask(String question, ChatModel model, CallRetries retries) {
    Calling calling = retries.begin();
    while (calling.open()) {
      running.callFor("lease");
      try {
        calling = retries.answered(model.chat(question), calling);
      } catch (LangChain4jException e) {
        calling = retries.failed(calling, e);
        retried.add(calling);
        running.pause("lease", calling.waitMillis(), null);
      }
    }
    return calling;
  }

  private void answer(HttpExchange exchange) throws IOException {
    int call = asked.incrementAndGet();
    most.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
    try (exchange) {
      String request = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      if (hanging.test(call)) {
        end.await();
      } else if (limited.test(call)) {
        exchange.getResponseHeaders().set("Retry-After", "1");
        send(exchange, 429, "{}");
      } else if (failing.test(call)) {
        send(exchange, 503, "{}");
      } else {
        Matcher question = QUESTION.matcher(request);
        answered.add(question.find() ? question.group(1) : request);
        send(
            exchange,
            200,
            """
            {"id":"1","object":"chat.completion","created":0,"model":"m","choices":[{"index":0,
            "finish_reason":"stop","message":{"role":"assistant","content":"Hello."}}]}""");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void send(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    inFlight.decrementAndGet(); // before the client can know, and ask again
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }
}
