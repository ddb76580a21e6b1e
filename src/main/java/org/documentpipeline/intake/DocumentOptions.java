package org.documentpipeline.intake;

/**
 * How a document is to be summarised.
 *
 * @param length {@code short}, {@code medium} or {@code long}
 * @param language {@code auto} or a BCP 47 tag in its canonical form
 * @param focus what the reader wants to know, at most 500 characters; null when nothing was asked
 */
public record DocumentOptions(String length, String language, String focus) {}
