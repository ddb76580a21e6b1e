package org.documentpipeline.chunking;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.documentpipeline.extraction.Block;

/**
 * A paragraph, list or table of the document with all the blocks that go on in it, as a window that
 * moves over its text.
 */
final class OpenBlocks implements Closeable {
  private final BlockReader reader;
  private final int size;
  private final StringBuilder text = new StringBuilder();
  private final Deque<PageStart> pages = new ArrayDeque<>();

  private Block ahead;
  private boolean started;
  private String kind;
  private int position; // of the first character of the text that is not taken yet
  private Integer page;

  /** From which character of the text on it is on which page. */
  private record PageStart(int position, Integer page) {}

  OpenBlocks(BlockReader reader, int size) {
    this.reader = reader;
    this.size = size;
  }

  /** Whether there is text of this block that is not taken yet. */
  boolean hasMore() {
    if (!started) {
      ahead = reader.next();
      started = true;
    }
    while (kind != null && ahead != null && ahead.continued() && text.length() - position <= size) {
      append(ahead);
      ahead = reader.next();
    }
    return position < text.length();
  }

  /** Goes to the next block; null at the end. */
  Block begin() {
    Block next = ahead;
    if (next == null) {
      return null;
    }
    // What goes on in nothing is a paragraph.
    next = next.continued() ? new Block(next.page(), "paragraph", next.text().strip()) : next;
    ahead = reader.next();
    kind = next.kind();
    text.setLength(0);
    position = 0;
    pages.clear();
    append(next);
    return next;
  }

  private void append(Block block) {
    if (position > size) {
      text.delete(0, position);
      shiftPages();
      position = 0;
    }
    pages.add(new PageStart(text.length(), block.page()));
    page = block.page();
    text.append(block.text());
  }

  private void shiftPages() {
    for (int i = pages.size(); i > 0; i--) {
      PageStart start = pages.poll();
      pages.add(new PageStart(start.position() - position, start.page()));
    }
  }

  /** The kind of the block; null before the first. */
  String kind() {
    return kind;
  }

  boolean is(String other) {
    return other.equals(kind);
  }

  /** The page on which the block ends, as far as it is read; null where there are no pages. */
  Integer page() {
    return page;
  }

  /** The next part of the text that is not taken yet. */
  String window() {
    int end =
        isLastWindow()
            ? text.length()
            : position + LongText.characterEnd(text.substring(position), 0, size);
    return text.substring(position, end);
  }

  /** Whether the block ends within the window. */
  boolean isLastWindow() {
    return text.length() - position <= size;
  }

  /** The page of the character so many behind the first that is not taken. */
  Integer pageAt(int index) {
    // Pages that are wholly taken are of no use any more.
    PageStart first = pages.poll();
    while (!pages.isEmpty() && pages.peek().position() <= position) {
      first = pages.poll();
    }
    pages.push(first);
    Integer found = first.page();
    for (PageStart start : pages) {
      if (start.position() > position + index) {
        break;
      }
      found = start.page();
    }
    return found;
  }

  /** Takes characters off the beginning of the window. */
  void take(int characters) {
    position += characters;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
