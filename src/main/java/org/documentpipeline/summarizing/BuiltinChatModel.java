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
import org.documentpipeline.chunking.Sentences;

/**
 * A summariser that needs no model: it answers with the most telling sentences of the text it is
 * given, word for word. It gets the same messages as any model and keeps to the wanted length and
 * focus; it cannot translate. Thread-safe.
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
    List<UserMessage> asked =
        request.messages().stream()
            .filter(UserMessage.class::isInstance)
            .map(UserMessage.class::cast)
            .toList();
    if (asked.isEmpty()) {
      throw new IllegalArgumentException("there is no user message to answer");
    }
    String text = answer(Request.read(asked.get(asked.size() - 1).singleText()));
    return ChatResponse.builder()
        .aiMessage(AiMessage.from(text))
        .modelName(NAME)
        .tokenUsage(new TokenUsage(0, 0))
        .finishReason(FinishReason.STOP)
        .build();
  }

  /** The answer in Markdown. */
  String answer(Request request) {
    SourceText source = new SourceText(request);
    if (source.sentences().isEmpty()) {
      return "There is no text to summarise.";
    }
    Selection selection = Selection.of(source, request, extractor);
    List<SourceSentence> sentences = selection.sentences();
    return request.whole()
        ? selection.withRemark(whole(source, sentences, request))
        : part(source, sentences);
  }

  /**
   * Running text; the opening paragraph stays one, so that the next level knows it. Sentences that
   * a reader of running text could not tell apart stand in paragraphs of their own.
   */
  private static String part(SourceText source, List<SourceSentence> sentences) {
    StringBuilder text = new StringBuilder();
    String heading = source.isBeginning() ? Title.inText(source) : null;
    if (heading != null) {
      text.append("## ").append(heading).append("\n\n");
    }
    List<SourceSentence> opening = source.sentences().subList(0, source.openingLength());
    SourceSentence before = null;
    for (SourceSentence sentence : sentences) {
      boolean opens = before != null && opening.contains(before) && !opening.contains(sentence);
      String gap = opens || before != null && areOne(before, sentence) ? "\n\n" : " ";
      text.append(before == null ? "" : gap).append(sentence.text());
      before = sentence;
    }
    return text.toString();
  }

  private static boolean areOne(SourceSentence before, SourceSentence after) {
    List<String> split = Sentences.of(before.text() + " " + after.text());
    return !split.equals(List.of(before.text() + " ", after.text()));
  }

  /**
   * A title, a paragraph of the sentences that come first, and the others as key points; behind
   * each sentence taken from notes, their number.
   */
  private static String whole(SourceText source, List<SourceSentence> sentences, Request request) {
    List<String> paragraph = new ArrayList<>();
    int length = 0;
    for (SourceSentence sentence : sentences) {
      if (length < request.words() * 2 / 5) {
        paragraph.add(cited(sentence, source, request));
        length += sentence.words();
      }
    }
    String points =
        sentences.stream()
            .skip(paragraph.size())
            .map(sentence -> "- " + cited(sentence, source, request))
            .collect(Collectors.joining("\n"));
    return "# "
        + Title.of(source, request.title())
        + "\n\n"
        + String.join(" ", paragraph)
        + (points.isEmpty() ? "" : "\n\n" + points)
        + "\n";
  }

  private static String cited(SourceSentence sentence, SourceText source, Request request) {
    return request.summaries()
        ? sentence.text() + " [" + source.label(sentence) + "]"
        : sentence.text();
  }
}
