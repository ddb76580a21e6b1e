package org.documentpipeline.summarizing;

import dev.langchain4j.model.output.TokenUsage;

/**
 * Keeps what the last call on a thread has used, because camel-langchain4j-chat gives the answer's
 * text only.
 */
public class ModelUsage {

  private static final Usage NONE = new Usage(0, 0);

  private final ThreadLocal<Usage> last = new ThreadLocal<>();

  /**
   * What the model call made last by this thread used, once; zeros when there was none or it
   * failed.
   */
  public Usage takeLast() {
    Usage usage = last.get();
    last.remove();
    return usage == null ? NONE : usage;
  }

  void clear() {
    last.remove();
  }

  /**
   * Some providers (Gemini) leave the tokens a model thinks with out of what it wrote, but not out
   * of the sum; they are paid for like the others.
   */
  void record(TokenUsage used) {
    if (used != null) {
      int input = orZero(used.inputTokenCount());
      int written = orZero(used.outputTokenCount());
      int behindInput = input == 0 ? 0 : orZero(used.totalTokenCount()) - input;
      last.set(new Usage(input, Math.max(written, behindInput)));
    }
  }

  private static int orZero(Integer count) {
    return count == null ? 0 : count;
  }
}
