package org.documentpipeline.extraction;

import java.io.File;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A PDF as ranges of pages that are read side by side, each through a document of its own (PDFBox
 * documents are not for several threads), and what their readers have in common.
 */
public final class PageRanges implements Iterable<PageRange> {
  private final File file;
  private final int total;
  private final String title;
  private final Bookmarks bookmarks;
  private final List<PageRange> ranges = new ArrayList<>();
  private final AtomicInteger read = new AtomicInteger();
  private final AtomicLong characters = new AtomicLong();

  /** Shares the pages out evenly; the first page has number 1. */
  PageRanges(File file, int total, int count, String title, Bookmarks bookmarks) {
    this.file = file;
    this.total = total;
    this.title = title;
    this.bookmarks = bookmarks;
    for (int i = 0; i < count; i++) {
      int first = 1 + (int) ((long) total * i / count);
      int last = (int) ((long) total * (i + 1) / count);
      ranges.add(new PageRange(this, i, first, last, new RangeNotes()));
    }
  }

  File file() {
    return file;
  }

  /** How many pages the file has. */
  public int total() {
    return total;
  }

  /** What the file's properties call the document; null when they do not. */
  String title() {
    return title;
  }

  /** The bookmarks of the file. */
  Bookmarks bookmarks() {
    return bookmarks;
  }

  /**
   * Counts a page that has been read, and its characters; gives how many pages there are by now.
   */
  int count(int length) {
    characters.addAndGet(length);
    return read.incrementAndGet();
  }

  /** What the readers of all ranges have noted. */
  RangeNotes notes() {
    RangeNotes all = new RangeNotes();
    ranges.forEach(range -> all.addAll(range.notes()));
    return all;
  }

  long characters() {
    return characters.get();
  }

  @Override
  public Iterator<PageRange> iterator() {
    return ranges.iterator();
  }
}
