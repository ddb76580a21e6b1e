package org.documentpipeline.summarizing;

/** Tokens that one call of a model read and wrote; 0 where the model does not say. */
public record Usage(int inputTokens, int outputTokens) {}
