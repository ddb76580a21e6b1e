package org.documentpipeline.chunking;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** Chunks in lists of a few dozen, so that they are saved with few statements and little memory. */
final class ChunkBatches implements Iterator<List<Chunk>>, Closeable {
  private static final int SIZE = 50;

  private final Iterator<Chunk> chunks;

  ChunkBatches(Iterator<Chunk> chunks) {
    this.chunks = chunks;
  }

  @Override
  public boolean hasNext() {
    return chunks.hasNext();
  }

  @Override
  public List<Chunk> next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    List<Chunk> batch = new ArrayList<>(SIZE);
    while (batch.size() < SIZE && chunks.hasNext()) {
      batch.add(chunks.next());
    }
    return batch;
  }

  @Override
  public void close() throws IOException {
    if (chunks instanceof Closeable closeable) {
      closeable.close();
    }
  }
}
