package org.documentpipeline.summarizing;

/**
 * The model at work.
 *
 * @param provider one of the names of {@code llm.provider}
 * @param name the provider's name of the model
 * @param hint how to use a key that is there but not in use, in one sentence; null when there is
 *     none
 */
public record ModelInfo(String provider, String name, String hint) {}
