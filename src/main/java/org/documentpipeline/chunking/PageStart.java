package org.documentpipeline.chunking;

/**
 * Where in the text of a chunk the sentences of a page begin.
 *
 * @param at offset in the chunk's text, in UTF-16 characters
 * @param page from 1
 */
public record PageStart(int at, int page) {}
