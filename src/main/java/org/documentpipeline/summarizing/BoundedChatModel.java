package org.documentpipeline.summarizing;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.exception.ContentFilteredException;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.InternalServerException;
import dev.langchain4j.exception.LangChain4jException;
import dev.langchain4j.exception.NonRetriableException;
import dev.langchain4j.exception.RateLimitException;
import dev.langchain4j.exception.UnresolvedModelServerException;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import java.util.concurrent.CancellationException;

/**
 * Lets so many calls at once through to a model, documents taking turns, none while the provider is
 * away but the one that tries, and notes what each used. A permit is held for the call alone:
 * waiting between retries is the route's business and holds none.
 */
final class BoundedChatModel extends ModelDecorator {

  private final FairPermits permits;
  private final ModelUsage usage;
  private final ModelCircuit circuit;
  private final RunningCalls running;

  BoundedChatModel(
      ChatModel delegate,
      int concurrency,
      ModelUsage usage,
      ModelCircuit circuit,
      RunningCalls running) {
    super(delegate);
    this.permits = new FairPermits(concurrency);
    this.usage = usage;
    this.circuit = circuit;
    this.running = running;
  }

  /**
   * Throws what the model throws, ModelUnavailableException when it is away for too long, and
   * CancellationException when the call is broken off.
   */
  @Override
  public ChatResponse chat(ChatRequest request) {
    usage.clear();
    String lease = running.begin();
    circuit.arrive();
    try {
      return said(asked(request, enter(lease)));
    } finally {
      circuit.depart();
      running.end();
    }
  }

  /**
   * Takes a permit; true when this call is the one that tries whether the model is back. While it
   * waited the model may have gone away: then it waits for that without a permit.
   */
  private boolean enter(String lease) {
    while (true) {
      boolean probe = circuit.await();
      try {
        permits.acquire(lease);
      } catch (InterruptedException e) {
        circuit.abandoned(probe);
        Thread.currentThread().interrupt();
        throw new CancellationException("broken off while waiting for a free model call");
      }
      if (probe || !circuit.isOpen()) {
        return probe;
      }
      permits.release();
    }
  }

  private ChatResponse asked(ChatRequest request, boolean probe) {
    try {
      ChatResponse response = delegate.chat(request);
      circuit.answered();
      usage.record(response.tokenUsage());
      return response;
    } catch (LangChain4jException e) {
      if (isAnswer(e)) {
        circuit.answered();
      } else {
        circuit.failed(probe, CallRetries.reason(e));
      }
      throw e;
    } catch (RuntimeException | Error e) {
      circuit.abandoned(probe);
      throw e;
    } finally {
      permits.release();
    }
  }

  /**
   * The answer, if there is one: not a word is a fault of the server's, worth another try and not
   * to be kept; of one that breaks off, whole sentences are.
   */
  private static ChatResponse said(ChatResponse response) {
    if (response.finishReason() == FinishReason.CONTENT_FILTER) {
      throw new ContentFilteredException("its content filter held the answer back");
    }
    String text = response.aiMessage().text();
    boolean breaksOff = text != null && response.finishReason() == FinishReason.LENGTH;
    String kept = breaksOff ? BrokenOff.whole(text) : text;
    if (kept == null || kept.isBlank()) {
      throw new InternalServerException(breaksOff ? "no room for one sentence" : "an empty answer");
    }
    return breaksOff
        ? ChatResponse.builder()
            .aiMessage(AiMessage.from(kept))
            .metadata(response.metadata())
            .build()
        : response;
  }

  /** Whether the provider itself has spoken, if only to say no or not now. */
  private static boolean isAnswer(LangChain4jException failure) {
    return failure instanceof RateLimitException
        || (failure instanceof NonRetriableException
            && !(failure instanceof UnresolvedModelServerException))
        || (failure instanceof HttpException answer
            && !(failure instanceof InternalServerException)
            && answer.statusCode() < 500);
  }
}
