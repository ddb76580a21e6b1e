package org.documentpipeline.chunking;

import java.util.List;

/**
 * A run of whole sentences that is summarised by one call.
 *
 * <p>Offsets count UTF-16 characters of the document as chunks show it: its blocks in order,
 * headings as Markdown headings, separated by blank lines. {@code text} is exactly the part from
 * {@code start} to {@code end} of that.
 *
 * @param index from 0, without holes
 * @param firstPage page on which the first sentence begins, from 1; null where the format has no
 *     pages
 * @param lastPage page on which the last sentence ends
 * @param tokens tokens of the text, counted sentence by sentence; at most the size that was asked
 *     for
 * @param start offset of the first character
 * @param end offset after the last character
 * @param text Markdown: paragraphs and headings separated by blank lines, list items and table rows
 *     one a line
 * @param section title of the section the chunk begins in; null before the first heading
 * @param pageStarts where in the text sentences begin on another page, the first page among them;
 *     empty where the format has no pages
 */
public record Chunk(
    int index,
    Integer firstPage,
    Integer lastPage,
    int tokens,
    long start,
    long end,
    String text,
    String section,
    List<PageStart> pageStarts) {

  public Chunk {
    pageStarts = List.copyOf(pageStarts);
  }
}
