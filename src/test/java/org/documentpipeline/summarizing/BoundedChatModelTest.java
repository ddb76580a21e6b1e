package org.documentpipeline.summarizing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.exception.ContentFilteredException;
import dev.langchain4j.exception.InternalServerException;
import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BoundedChatModelTest {

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final ModelUsage usage = new ModelUsage();
  private final ModelCircuit circuit = new ModelCircuit(1000, 1);
  private final RunningCalls running = new RunningCalls();
  private final Gate gate = new Gate();

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  @Test
  void letsExactlySoManyCallsThroughAtOnce() throws Exception {
    ChatModel model = new BoundedChatModel(gate, 3, usage, circuit, running);
    List<Future<?>> calls = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      calls.add(threads.submit(() -> model.chat("hello")));
    }
    for (int done = 0; done < 20; done++) {
      int inFlight = Math.min(3, 20 - done);
      await().until(() -> gate.inFlight.get() == inFlight);
      gate.answers.release();
      int begun = Math.min(20, done + 4);
      await().until(() -> gate.begun.get() == begun);
    }
    for (Future<?> call : calls) {
      call.get(5, TimeUnit.SECONDS);
    }
    assertThat(gate.most.get()).isEqualTo(3);
  }

  @Test
  void givesThePermitBackWhenACallFails() {
    ChatModel model =
        new BoundedChatModel(
            new ChatModel() {
              @Override
              public ChatResponse doChat(ChatRequest request) {
                throw new IllegalStateException("down");
              }
            },
            1,
            usage,
            circuit,
            running);
    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(() -> model.chat("hello")).hasMessageContaining("down");
    }
  }

  @Test
  void stopsWaitingWhenInterrupted() throws Exception {
    ChatModel model = new BoundedChatModel(gate, 1, usage, circuit, running);
    threads.submit(() -> model.chat("hello"));
    await().until(() -> gate.inFlight.get() == 1);
    AtomicInteger flagged = new AtomicInteger(-1);
    Thread waiting =
        new Thread(
            () -> {
              try {
                model.chat("hello");
              } catch (CancellationException e) {
                flagged.set(Thread.currentThread().isInterrupted() ? 1 : 0);
              }
            });
    waiting.start();
    await().until(() -> waiting.getState() == Thread.State.WAITING);
    waiting.interrupt();
    waiting.join(5000);
    assertThat(flagged).hasValue(1);
    assertThat(gate.begun).hasValue(1);
  }

  @Test
  void tellsTheUsageOfTheLastCallOfTheThreadOnce() throws Exception {
    ChatModel model = new BoundedChatModel(gate, 2, usage, circuit, running);
    gate.answers.release(3);
    model.chat("hello");
    Usage elsewhere = threads.submit(usage::takeLast).get(5, TimeUnit.SECONDS);
    assertThat(elsewhere).isEqualTo(new Usage(0, 0));
    assertThat(usage.takeLast()).isEqualTo(new Usage(7, 5));
    assertThat(usage.takeLast()).isEqualTo(new Usage(0, 0));

    model.chat("hello");
    ChatModel failing = new BoundedChatModel(new ChatModel() {}, 1, usage, circuit, running);
    assertThatThrownBy(() -> failing.chat("hello")).isInstanceOf(RuntimeException.class);
    assertThat(usage.takeLast()).as("a failed call has no usage").isEqualTo(new Usage(0, 0));
  }

  @Test
  void callsThatWaitForAPlaceDoNotTryAModelThatHasGoneAway() throws Exception {
    ModelCircuit circuit = new ModelCircuit(1, Duration.ofMinutes(5), Duration.ofMinutes(1));
    ChatModel model = new BoundedChatModel(gate, 2, usage, circuit, running);
    gate.failing = true;
    List<Future<?>> calls = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      calls.add(threads.submit(() -> model.chat("hello")));
    }
    await().until(() -> gate.inFlight.get() == 2);
    gate.answers.release(100);
    await().until(() -> calls.stream().filter(Future::isDone).count() == 2);
    await()
        .during(Duration.ofMillis(300))
        .atMost(Duration.ofSeconds(5))
        .until(() -> gate.begun.get() == 2);
    gate.failing = false;
    circuit.answered();
    await().until(() -> calls.stream().allMatch(Future::isDone));
    assertThat(gate.begun).hasValue(10);
    assertThat(gate.most).hasValue(2);
  }

  @Test
  void anAnswerThatIsFilteredIsARefusalAndPaidFor() {
    ChatModel model = answering("Half of it", FinishReason.CONTENT_FILTER);
    assertThatThrownBy(() -> model.chat("hello")).isInstanceOf(ContentFilteredException.class);
    assertThat(usage.takeLast()).isEqualTo(new Usage(7, 5));
  }

  @Test
  void anEmptyAnswerIsAFaultAndPaidFor() {
    ChatModel model = answering(" ", FinishReason.STOP);
    assertThatThrownBy(() -> model.chat("hello")).isInstanceOf(InternalServerException.class);
    assertThat(usage.takeLast()).isEqualTo(new Usage(7, 5));
  }

  @Test
  void ofAnAnswerThatBreaksOffWholeSentencesAreKept() {
    assertThat(answering("One. Two. Thr", FinishReason.LENGTH).chat("hello"))
        .isEqualTo("One. Two. […]");
    assertThat(answering("One. Two. Three", FinishReason.STOP).chat("hello"))
        .isEqualTo("One. Two. Three");
    ChatModel wordless = answering("Not one that is", FinishReason.LENGTH);
    assertThatThrownBy(() -> wordless.chat("hello")).isInstanceOf(InternalServerException.class);
  }

  private ChatModel answering(String text, FinishReason reason) {
    return new BoundedChatModel(
        new ChatModel() {
          @Override
          public ChatResponse doChat(ChatRequest request) {
            return ChatResponse.builder()
                .aiMessage(AiMessage.from(text))
                .tokenUsage(new TokenUsage(7, 5))
                .finishReason(reason)
                .build();
          }
        },
        1,
        usage,
        circuit,
        running);
  }

  /** A model that answers when it is told to. */
  private static final class Gate implements ChatModel {
    private final Semaphore answers = new Semaphore(0);
    private volatile boolean failing;
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    @Override
    public ChatResponse doChat(ChatRequest request) {
      begun.incrementAndGet();
      most.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
      answers.acquireUninterruptibly();
      inFlight.decrementAndGet();
      if (failing) {
        throw new TimeoutException("too slow");
      }
      return ChatResponse.builder()
          .aiMessage(AiMessage.from("hi"))
          .tokenUsage(new TokenUsage(7, 5))
          .build();
    }
  }
}
