package org.documentpipeline.summarizing;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The messages sent to the model, made from the files in {@code routes/prompts}. A changed file
 * counts from the next call on; one that is broken or gone is logged, and its last good text stays
 * in use.
 *
 * <p>Document text is data: it is in the user message only, between marks that cannot occur in it.
 */
@Component
public class Prompts {

  private static final String CHUNK = "summarize-chunk";
  private static final String DOCUMENT = "summarize-document";
  private static final String GROUP = "combine-summaries";
  private static final String FINAL = "combine-final";
  private static final int SHORTEST_NOTES = 30;
  private static final int LONGEST_SECTION = 200;

  private final PromptFiles files;

  /**
   * Throws IllegalStateException when a prompt is missing or broken; {@code home} is {@code file:}
   * or {@code classpath:}.
   */
  public Prompts(@Value("${pipeline.home:classpath:}") String home) {
    this.files = new PromptFiles(home, List.of(CHUNK, DOCUMENT, GROUP, FINAL));
  }

  /**
   * What a person wants of a summary, as the prompts take it; blank texts stand for the defaults.
   */
  public Options options(String length, String language, String focus) {
    return new Options(length, language, focus);
  }

  /**
   * Asks for notes on one chunk of several.
   *
   * @param firstPage null, as the last, where the format has no pages
   * @param section the title of the section the chunk begins in; null or blank when there is none
   */
  public List<ChatMessage> forChunk(
      String text,
      Options options,
      int index,
      Integer firstPage,
      Integer lastPage,
      String section) {
    String lines = Request.lines(false, notes(Words.count(text), options), options);
    String label = Request.label(index, firstPage, lastPage);
    return messages(CHUNK, lines, Request.document(null, label, inSection(section, text)));
  }

  /** A chunk that goes on in a section, under its title; others begin with their own. */
  private static String inSection(String section, String text) {
    String title = UntrustedText.cleanLine(section, LONGEST_SECTION);
    return title.isEmpty() || text.matches("(?s)#{1,6} .*") ? text : "# " + title + "\n\n" + text;
  }

  /** Asks for the final summary straight from the text of a document that is one chunk. */
  public List<ChatMessage> forDocument(
      String text, Options options, Integer firstPage, Integer lastPage) {
    String lines = Request.lines(true, options.words(), options);
    String label = Request.label(0, firstPage, lastPage);
    return messages(DOCUMENT, lines, Request.document(options.title(), label, text));
  }

  /**
   * Asks for notes that stand for a group of summaries, on a level of the tree that is not the
   * last.
   */
  public List<ChatMessage> forGroup(List<ChunkSummary> summaries, Options options) {
    int words = summaries.stream().mapToInt(summary -> Words.count(summary.text())).sum();
    return messages(
        GROUP,
        Request.lines(false, 2 * notes(words, options), options),
        Request.summaries(null, summaries));
  }

  /** Asks for the final summary from all that is left when the summaries fit into one call. */
  public List<ChatMessage> forFinal(List<ChunkSummary> summaries, Options options) {
    return messages(
        FINAL,
        Request.lines(true, options.words(), options),
        Request.summaries(options.title(), summaries));
  }

  /** The prompt of {@link #forDocument} by its name, with its version. */
  Map<String, String> ofDocument() {
    return Map.of(DOCUMENT, version(DOCUMENT));
  }

  /** The prompt of {@link #forFinal} by its name, with its version. */
  Map<String, String> ofFinal() {
    return Map.of(FINAL, version(FINAL));
  }

  /**
   * Names the text of the prompt now in use (12 hexadecimal digits); changes exactly when the text
   * does.
   */
  public String version(String name) {
    return files.get(name).version();
  }

  /**
   * Notes are a sixth of what they are of, within bounds: short enough to pay, long enough to
   * choose from.
   */
  private static int notes(int words, Options options) {
    int most = Math.max(100, Math.min(200, options.words()));
    return Math.max(SHORTEST_NOTES, Math.min(most, words / 6));
  }

  private List<ChatMessage> messages(String name, String request, String text) {
    PromptFile file = files.get(name).file();
    String user = file.userWith(Map.of("request", request, "text", text));
    // camel-langchain4j-chat sets the last message anew: the list must be one that can change.
    return new ArrayList<>(List.of(SystemMessage.from(file.system()), UserMessage.from(user)));
  }
}
