package org.documentpipeline.extraction;

/**
 * What extraction found.
 *
 * @param characters of all blocks together
 * @param title what the file's properties call the document; null when they do not
 * @param warning JSON of a warning about pages without text; null when there is none
 */
public record Found(long characters, String title, String warning) {}
