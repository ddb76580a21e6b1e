package org.documentpipeline.summarizing;

/**
 * The summary of one chunk, or of a group of neighbouring ones.
 *
 * @param index the chunk's index from 0; of a group, that of its first chunk
 * @param lastIndex of a group, the index of its last chunk; else the same as {@code index}
 * @param firstPage first page it speaks of, from 1; null where the format has no pages
 * @param lastPage last page it speaks of
 * @param text the summary
 */
public record ChunkSummary(
    int index, int lastIndex, Integer firstPage, Integer lastPage, String text) {

  /** The summary of one chunk. */
  public ChunkSummary(int index, Integer firstPage, Integer lastPage, String text) {
    this(index, index, firstPage, lastPage, text);
  }

  boolean isOfGroup() {
    return lastIndex > index;
  }

  ChunkSummary with(String otherText) {
    return new ChunkSummary(index, lastIndex, firstPage, lastPage, otherText);
  }
}
