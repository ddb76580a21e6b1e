package org.documentpipeline.product;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * A chat server that speaks as OpenAI's does: it answers after a while, only so often, or with a
 * failure, as a test wants, and remembers what it was asked.
 */
final class ModelServer {

  /** A call that was answered; its times are those of {@link System#nanoTime}. */
  record Call(String question, long asked, long answered) {}

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int UNLIMITED = Integer.MAX_VALUE;

  private final HttpServer server;
  private final ScheduledExecutorService clock =
      Executors.newScheduledThreadPool(4, ModelServer::daemon);
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final List<JsonNode> requests = new CopyOnWriteArrayList<>();
  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private final Queue<Runnable> held = new ArrayDeque<>();
  private int inFlight;
  private int allowed = UNLIMITED;
  private int failure;
  private int failures;
  private Integer retryAfter;
  private Duration latency = Duration.ZERO;

  private ModelServer(HttpServer server) {
    this.server = server;
  }

  static ModelServer start() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      ModelServer model = new ModelServer(server);
      server.setExecutor(Executors.newCachedThreadPool(ModelServer::daemon));
      server.createContext("/v1/chat/completions", model::take);
      server.start();
      return model;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What OPENAI_BASE_URL has to be. */
  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
  }

  /** Forgets what it was asked and answers everything at once, also what it still holds back. */
  synchronized void reset() {
    latency = Duration.ZERO;
    failWith(0);
    answerEverything();
    asked.clear();
    requests.clear();
    calls.clear();
  }

  /** Lets each answer take so long. */
  synchronized void answerAfter(Duration wanted) {
    latency = wanted;
  }

  /** Answers so many calls more, those first that it holds back, and holds back all others. */
  synchronized void answerOnly(int calls) {
    allowed = calls;
    for (; allowed > 0 && !held.isEmpty(); allowed--) {
      clock.execute(held.poll());
    }
  }

  synchronized void answerEverything() {
    allowed = UNLIMITED;
    while (!held.isEmpty()) {
      clock.execute(held.poll());
    }
  }

  /** Answers every call with this status; 0 ends it. */
  synchronized void failWith(int status) {
    failWith(status, null, UNLIMITED);
  }

  /**
   * Answers so many calls with this status.
   *
   * @param wait seconds to say in {@code Retry-After}, or null for none
   */
  synchronized void failWith(int status, Integer wait, int times) {
    failure = status;
    retryAfter = wait;
    failures = times;
  }

  /** How many calls it was sent. */
  int calls() {
    return asked.size();
  }

  /** The bodies of the calls it was sent, in the order they came. */
  List<JsonNode> requests() {
    return List.copyOf(requests);
  }

  /** How many calls had a text in what they asked. */
  long callsWith(String text) {
    return asked.stream().filter(question -> question.contains(text)).count();
  }

  /**
   * How many calls were answered although the same question had been answered before: work paid for
   * twice.
   */
  int repeated() {
    return repeats().size();
  }

  /** The same as a list: of each such call, those answered before with the same question. */
  List<List<Call>> repeats() {
    Map<String, List<Call>> answered = new HashMap<>();
    List<List<Call>> repeats = new ArrayList<>();
    for (Call call : answers()) {
      List<Call> before = answered.computeIfAbsent(call.question(), question -> new ArrayList<>());
      if (!before.isEmpty()) {
        repeats.add(List.copyOf(before));
      }
      before.add(call);
    }
    return repeats;
  }

  /** The calls that were answered with a text, in the order of their answers. */
  List<Call> answers() {
    return List.copyOf(calls);
  }

  /** How many calls it has taken and not answered yet. */
  synchronized int inFlight() {
    return inFlight;
  }

  private void take(HttpExchange exchange) throws IOException {
    JsonNode request = JSON.readTree(exchange.getRequestBody());
    requests.add(request);
    JsonNode messages = request.get("messages");
    String question = messages.get(messages.size() - 1).get("content").asText();
    asked.add(question);
    long begin = System.nanoTime();
    Runnable answer = () -> answer(exchange, question, begin);
    synchronized (this) {
      inFlight++;
      if (allowed == 0) {
        held.add(answer);
      } else {
        allowed -= allowed == UNLIMITED ? 0 : 1;
        clock.schedule(answer, latency.toMillis(), TimeUnit.MILLISECONDS);
      }
    }
  }

  private void answer(HttpExchange exchange, String question, long begin) {
    int status;
    Integer wait;
    synchronized (this) {
      inFlight--;
      status = nextStatus();
      wait = retryAfter;
      if (status == 200) {
        calls.add(new Call(question, begin, System.nanoTime()));
      }
    }
    try (exchange) {
      byte[] body = JSON.writeValueAsBytes(status == 200 ? completion(question) : refusal());
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      if (status != 200 && wait != null) {
        exchange.getResponseHeaders().set("Retry-After", wait.toString());
      }
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    } catch (IOException e) {
      // The caller is gone; that the answer was given counts all the same.
    }
  }

  private int nextStatus() {
    if (failure == 0 || failures == 0) {
      return 200;
    }
    failures -= failures == UNLIMITED ? 0 : 1;
    return failure;
  }

  private static Map<String, Object> completion(String question) {
    String answer = ModelAnswers.to(question);
    Map<String, Integer> usage =
        Map.of(
            "prompt_tokens",
            question.length() / 4,
            "completion_tokens",
            answer.length() / 4,
            "total_tokens",
            (question.length() + answer.length()) / 4);
    return Map.of(
        "id",
        "test",
        "object",
        "chat.completion",
        "created",
        0,
        "model",
        "test",
        "usage",
        usage,
        "choices",
        List.of(
            Map.of(
                "index",
                0,
                "finish_reason",
                "stop",
                "message",
                Map.of("role", "assistant", "content", answer))));
  }

  private static Map<String, Object> refusal() {
    return Map.of("error", Map.of("message", "refused by the test", "type", "test"));
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "model-server");
    thread.setDaemon(true);
    return thread;
  }
}
