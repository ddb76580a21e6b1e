package org.documentpipeline.summarizing;

/**
 * How much text goes into one call to the model.
 *
 * @param chunkTokens the most a chunk has
 * @param combineTokens the most that summaries combined in one call have together, labels included
 */
public record ModelWindow(int chunkTokens, int combineTokens) {

  /** Fewer than this, and summaries to combine have no room. */
  static final int LEAST_COMBINE = 200;

  private static final int LEAST_CHUNK = 32;
  private static final int USUAL_COMBINE = 8000;

  /** Tokens for the instructions and the answer. */
  private static final int RESERVE = 4096;

  /**
   * The window for a model that takes so many tokens in one call. To combine, 0 means 8,000, or
   * less where the model takes less. Throws ModelSettingsException when what is asked for can not
   * fit.
   */
  static ModelWindow fitting(int chunkTokens, int combineTokens, int context, String model) {
    check("PIPELINE_CHUNK_TOKENS", chunkTokens, LEAST_CHUNK, context, model);
    int combine = combineTokens == 0 ? Math.min(USUAL_COMBINE, most(context)) : combineTokens;
    if (combine < LEAST_COMBINE) {
      throw new ModelSettingsException(
          combineTokens == 0
              ? "%s takes %d tokens, which is too few to combine summaries: choose another model."
                  .formatted(model, context)
              : "PIPELINE_COMBINE_TOKENS is %d; it must be at least %d."
                  .formatted(combine, LEAST_COMBINE));
    }
    check("PIPELINE_COMBINE_TOKENS", combine, LEAST_COMBINE, context, model);
    return new ModelWindow(chunkTokens, combine);
  }

  /** The most tokens a call takes, instructions and answer included. */
  int largestCall() {
    return (int) Math.min(Integer.MAX_VALUE, call(Math.max(chunkTokens, combineTokens)));
  }

  /** Tokens are counted with one vocabulary; others count up to half as much again. */
  private static long call(int tokens) {
    return (tokens * 3L + 1) / 2 + RESERVE;
  }

  private static int most(int context) {
    return (int) Math.max(0, (context - RESERVE) * 2L / 3);
  }

  private static void check(String setting, int tokens, int least, int context, String model) {
    if (call(tokens) <= context) {
      return;
    }
    int most = most(context);
    throw new ModelSettingsException(
        ("%s is %d, which takes up to %d tokens with instructions and answer, but %s takes %d: %s"
                + " (PIPELINE_LLM_CONTEXT corrects how many a model takes).")
            .formatted(
                setting,
                tokens,
                call(tokens),
                model,
                context,
                most < least
                    ? "choose another model"
                    : "set it to at most " + most + ", or choose another model"));
  }
}
