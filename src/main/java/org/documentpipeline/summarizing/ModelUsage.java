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

  void record(TokenUsage used) {
    if (used != null) {
      last.set(new Usage(orZero(used.inputTokenCount()), orZero(used.outputTokenCount())));
    }
  }

  private static int orZero(Integer count) {
    return count == null ? 0 : count;
  }
}
