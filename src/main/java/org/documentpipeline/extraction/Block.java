package org.documentpipeline.extraction;

/**
 * A piece of a document as the extraction found it: one line of the blocks file.
 *
 * @param page the page it stands on, from 1; null where the format has no pages
 * @param kind {@code paragraph}, {@code heading}, {@code list} or {@code table}; lists and tables
 *     have one row a line
 * @param text its clean text
 */
public record Block(Integer page, String kind, String text) {}
