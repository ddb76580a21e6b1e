package org.documentpipeline.summarizing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.exception.LangChain4jException;
import dev.langchain4j.exception.RateLimitException;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkClientException;

class BedrockModelTest {

  @Test
  void whatItsClientThrowsIsSaidInTheWordsOfTheOthers() {
    assertThatThrownBy(() -> failing(SdkClientException.create("no route to host")).chat("Hello?"))
        .isInstanceOf(LangChain4jException.class)
        .extracting(e -> CallRetries.reason((LangChain4jException) e))
        .isEqualTo("connection");
    assertThatThrownBy(() -> failing(AbortedException.create("interrupted")).chat("Hello?"))
        .isInstanceOf(CancellationException.class);
    assertThatThrownBy(() -> failing(new RateLimitException("429")).chat("Hello?"))
        .isInstanceOf(RateLimitException.class);
  }

  private static ChatModel failing(RuntimeException failure) {
    return new BedrockModel(
        new ChatModel() {
          @Override
          public ChatResponse doChat(ChatRequest request) {
            throw failure;
          }
        });
  }
}
