package org.documentpipeline.extraction;

/**
 * What extraction found.
 *
 * @param characters of all blocks together
 * @param warning JSON of a warning about pages without text; null when there is none
 */
public record Found(long characters, String warning) {}
