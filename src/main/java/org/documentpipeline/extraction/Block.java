package org.documentpipeline.extraction;

/**
 * A piece of extracted text that belongs together.
 *
 * @param page the page it stands on, from 1; null where the format has no pages
 * @param kind {@code paragraph}, {@code heading}, {@code list} or {@code table}
 * @param text its text, without line breaks but for the rows of lists and tables
 */
public record Block(Integer page, String kind, String text) {}
