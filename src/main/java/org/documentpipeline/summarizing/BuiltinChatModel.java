package org.documentpipeline.summarizing;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
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
  private static String whole(SourceText source, List<SourceSentence> chosen, Request request) {
    String title = Title.of(source, request.title());
    List<SourceSentence> sentences = chosen.size() > 1 ? without(title, source, chosen) : chosen;
    int opening = 0;
    for (int length = 0; opening < sentences.size() && length < request.words() * 2 / 5; ) {
      length += sentences.get(opening++).words();
    }
    String paragraph = paragraph(sentences.subList(0, opening), source, request);
    String points =
        sentences.stream()
            .skip(opening)
            .map(sentence -> "- " + sentence.text() + label(sentence, source, request))
            .collect(Collectors.joining("\n"));
    return "# " + title + "\n\n" + paragraph + (points.isEmpty() ? "" : "\n\n" + points) + "\n";
  }

  private static String paragraph(
      List<SourceSentence> sentences, SourceText source, Request request) {
    StringBuilder paragraph = new StringBuilder();
    boolean close = true;
    for (SourceSentence sentence : sentences) {
      String text = sentence.text() + (sentences.size() > 1 ? end(sentence.text()) : "");
      paragraph.append(close ? "" : " ").append(text).append(label(sentence, source, request));
      close = endsWide(text);
    }
    return paragraph.toString();
  }

  /** A line that is the title already is not said again; gives at least one sentence. */
  private static List<SourceSentence> without(
      String title, SourceText source, List<SourceSentence> sentences) {
    return sentences.get(0).text().equals(title) && source.front().lines().contains(title)
        ? sentences.subList(1, sentences.size())
        : sentences;
  }

  /** What tells sentences apart that nothing ends: names, items and rows beside each other. */
  private static String end(String sentence) {
    int last = sentence.codePointBefore(sentence.length());
    boolean open = Character.isLetterOrDigit(last) && !Words.isUnspaced(last);
    return open ? Words.isIdeograph(last) ? "\u3002" : "." : "";
  }

  /** Whether the space is in the sign that ends a Chinese or Japanese sentence. */
  private static boolean endsWide(CharSequence text) {
    int last = Character.codePointBefore(text, text.length());
    return last >= 0x3000 && last <= 0x303F || last >= 0xFF00 && last <= 0xFFEF;
  }

  private static String label(SourceSentence sentence, SourceText source, Request request) {
    String gap = endsWide(sentence.text()) ? "" : " ";
    return request.summaries() ? gap + "[" + source.label(sentence) + "]" : "";
  }
}
