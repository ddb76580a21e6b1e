package org.documentpipeline.summarizing;

/**
 * The summary of one chunk, or of a group of them.
 *
 * @param index the chunk's index from 0; of a group, that of its first chunk
 * @param firstPage first page it speaks of, from 1; null where the format has no pages
 * @param lastPage last page it speaks of
 * @param text the summary
 */
public record ChunkSummary(int index, Integer firstPage, Integer lastPage, String text) {}
