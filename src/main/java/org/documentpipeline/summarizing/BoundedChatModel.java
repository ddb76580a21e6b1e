package org.documentpipeline.summarizing;

import dev.langchain4j.model.ModelProvider;
import dev.langchain4j.model.chat.Capability;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.response.ChatResponse;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;

/**
 * Lets so many calls at once through to a model, first come first served, and notes what each used.
 * A permit is held for the call alone: waiting between retries is the route's business and holds
 * none.
 */
final class BoundedChatModel implements ChatModel {

  private final ChatModel delegate;
  private final Semaphore permits;
  private final ModelUsage usage;

  BoundedChatModel(ChatModel delegate, int concurrency, ModelUsage usage) {
    this.delegate = delegate;
    this.permits = new Semaphore(concurrency, true);
    this.usage = usage;
  }

  /**
   * Throws what the model throws, and CancellationException when interrupted while waiting for a
   * permit.
   */
  @Override
  public ChatResponse chat(ChatRequest request) {
    usage.clear();
    try {
      permits.acquire();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted while waiting for a free model call");
    }
    try {
      ChatResponse response = delegate.chat(request);
      usage.record(response.tokenUsage());
      return response;
    } finally {
      permits.release();
    }
  }

  @Override
  public ChatRequestParameters defaultRequestParameters() {
    return delegate.defaultRequestParameters();
  }

  @Override
  public ModelProvider provider() {
    return delegate.provider();
  }

  @Override
  public Set<Capability> supportedCapabilities() {
    return delegate.supportedCapabilities();
  }
}
