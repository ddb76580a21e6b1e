package org.documentpipeline.summarizing;

import dev.langchain4j.exception.LangChain4jException;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import java.util.concurrent.CancellationException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * Bedrock, failing in the words of the other providers: its client lets the SDK's own exceptions
 * through when the service is not there.
 */
final class BedrockModel extends ModelDecorator {

  BedrockModel(ChatModel client) {
    super(client);
  }

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
}
