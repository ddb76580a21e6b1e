package org.documentpipeline.summarizing;

/** What an answer cost: how many calls were answered, and their tokens. */
public record CallUsage(int calls, int inputTokens, int outputTokens) {}
