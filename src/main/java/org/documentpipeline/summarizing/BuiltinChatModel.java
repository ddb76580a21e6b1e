package org.documentpipeline.summarizing;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A summariser that needs no model: it answers with the most telling sentences of the text it is given, word for word.
 * It gets the same messages as any model and keeps to the wanted length and focus; it cannot translate. Thread-safe.
 */
final class BuiltinChatModel implements ChatModel {

  /** What it is called where models are named. */
  static final String NAME = "extractive";

  private final Extractor extractor;

  BuiltinChatModel() {
    this(new Extractor());
  }

  BuiltinChatModel(Extractor extractor) {
    this.extractor = extractor;
  }

  @Override
  public ChatResponse doChat(ChatRequest request) {
    List<UserMessage> asked = request.messages().stream()
        .filter(UserMessage.class::isInstance).map(UserMessage.class::cast).toList();
    if (asked.isEmpty()) {
      throw new IllegalArgumentException("there is no user message to answer");
    }
    String text = answer(Request.read(asked.get(asked.size() - 1).singleText()));
    return ChatResponse.builder().aiMessage(AiMessage.from(text)).modelName(NAME)
        .tokenUsage(new TokenUsage(0, 0)).finishReason(FinishReason.STOP).build();
  }

  /** The answer in Markdown. */
  String answer(Request request) {
    SourceText source = new SourceText(request);
    List<String> sentences = extractor.select(source, request.words(), request.focus()).stream()
        .map(SourceSentence::text).toList();
    if (sentences.isEmpty()) {
      return "There is no text to summarise.";
    }
    return request.whole() ? whole(source, sentences, request.words()) : part(source, sentences);
  }

  private static String part(SourceText source, List<String> sentences) {
    String title = source.isBeginning() && source.title() != null ? "## " + source.title() + "\n\n" : "";
    return title + String.join(" ", sentences);
  }

  /** A title, a paragraph of the sentences that come first, and the others as key points. */
  private static String whole(SourceText source, List<String> sentences, int words) {
    List<String> paragraph = new ArrayList<>();
    int length = 0;
    for (String sentence : sentences) {
      if (length < words * 2 / 5) {
        paragraph.add(sentence);
        length += Words.count(sentence);
      }
    }
    String points = sentences.stream().skip(paragraph.size()).map(sentence -> "- " + sentence)
        .collect(Collectors.joining("\n"));
    return "# " + Title.of(source) + "\n\n" + String.join(" ", paragraph)
        + (points.isEmpty() ? "" : "\n\n" + points) + "\n";
  }
}
