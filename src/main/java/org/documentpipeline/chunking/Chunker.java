package org.documentpipeline.chunking;

import java.io.File;
import java.util.Iterator;
import java.util.List;
import org.documentpipeline.StartupException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Packs the blocks of a document into chunks. */
@Component
public class Chunker {

  private final int maxTokens;
  private final TokenCounter counter;

  /**
   * Makes chunks of at most {@code maxTokens} tokens; throws StartupException when that is less
   * than 32.
   */
  public Chunker(@Value("${pipeline.chunk-tokens:2000}") int maxTokens, TokenCounter counter) {
    if (maxTokens < 32) {
      throw new StartupException(
          "PIPELINE_CHUNK_TOKENS is " + maxTokens + "; it must be at least 32.");
    }
    this.maxTokens = maxTokens;
    this.counter = counter;
  }

  /**
   * The chunks of a file of JSON lines, one {@link org.documentpipeline.extraction.Block} each.
   *
   * <p>Every word of the blocks is in exactly one chunk, in order. No chunk is larger than the size
   * asked for. Chunks end where a page or a section ends, else a paragraph, else a sentence; a
   * sentence is cut only when it alone is too large. A heading is in the chunk of what it heads.
   * The end of the document is shared out evenly.
   *
   * <p>The file is read as the chunks are taken, in time linear in its length; what is held is two
   * chunks and some 64,000 characters, however long a paragraph or a sentence is. The iterator is
   * {@link java.io.Closeable} and closes itself at the end.
   *
   * @throws java.io.UncheckedIOException when the file cannot be read, or a line is not a block
   */
  public Iterator<Chunk> chunks(File blocks) {
    return new Chunks(new Pieces(new BlockReader(blocks), counter, maxTokens), maxTokens);
  }

  /**
   * The same chunks in lists of at most 50, for saving; reads, closes and fails like {@link
   * #chunks}.
   */
  public Iterator<List<Chunk>> batches(File blocks) {
    return new ChunkBatches(chunks(blocks));
  }
}
