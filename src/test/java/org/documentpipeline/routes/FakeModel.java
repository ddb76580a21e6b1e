package org.documentpipeline.routes;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.TokenUsage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/**
 * A provider behind camel-langchain4j-chat: answers as the test says, with 100 tokens read and 10
 * written.
 */
final class FakeModel implements ChatModel {
  static final int INPUT_TOKENS = 100;
  static final int OUTPUT_TOKENS = 10;

  /** A call as the provider would see it. */
  record Asked(String system, String user) {}

  private final List<Asked> asked = Collections.synchronizedList(new ArrayList<>());
  private volatile Function<Asked, String> answer;

  @Override
  public ChatResponse chat(ChatRequest request) {
    Asked call =
        new Asked(
            ((SystemMessage) request.messages().get(0)).text(),
            ((UserMessage) request.messages().get(1)).singleText());
    asked.add(call);
    return ChatResponse.builder()
        .aiMessage(AiMessage.from(answer.apply(call)))
        .tokenUsage(new TokenUsage(INPUT_TOKENS, OUTPUT_TOKENS))
        .build();
  }

  void answers(Function<Asked, String> with) {
    answer = with;
  }

  /** Answers or throws, call by call; the last one again and again. */
  @SafeVarargs
  @SuppressWarnings("varargs")
  final void does(Function<Asked, String>... turns) {
    List<Function<Asked, String>> left =
        Collections.synchronizedList(new ArrayList<>(List.of(turns)));
    answer = call -> (left.size() > 1 ? left.remove(0) : left.get(0)).apply(call);
  }

  static Function<Asked, String> throwing(RuntimeException failure) {
    return call -> {
      throw failure;
    };
  }

  List<Asked> asked() {
    return List.copyOf(asked);
  }

  void reset() {
    asked.clear();
    answer = throwing(new IllegalStateException("The test has no answer of the model"));
  }
}
