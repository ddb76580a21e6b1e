package org.documentpipeline.summarizing;

import dev.langchain4j.exception.LangChain4jException;
import dev.langchain4j.model.ModelProvider;
import dev.langchain4j.model.chat.Capability;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.response.ChatResponse;
import java.util.Set;
import java.util.concurrent.CancellationException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * Bedrock, failing in the words of the other providers: its client lets the SDK's own exceptions
 * through when the service is not there.
 *
 * @param delegate its client
 */
record BedrockModel(ChatModel delegate) implements ChatModel {

  /**
   * Throws LangChain4jException when there is no connection, CancellationException when this thread
   * is interrupted, and what the client throws.
   */
  @Override
  public ChatResponse chat(ChatRequest request) {
    try {
      return delegate.chat(request);
    } catch (AbortedException e) {
      throw new CancellationException("the call was broken off");
    } catch (SdkClientException e) {
      throw new LangChain4jException(e);
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
