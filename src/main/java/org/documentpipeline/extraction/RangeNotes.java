package org.documentpipeline.extraction;

import java.io.ByteArrayOutputStream;

/**
 * What the reader of a range of pages notes on its way, and the texts that are not on disk yet; not
 * for several threads.
 */
public final class RangeNotes {
  private final Lexicon words = new Lexicon();
  private final EdgeCounts edges = new EdgeCounts();
  private final SignCounts signs = new SignCounts();
  private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();

  RangeNotes() {}

  void add(PageLines page) {
    page.lines().forEach(words::add);
    page.lines().forEach(signs::add);
    edges.add(page);
  }

  void addAll(RangeNotes others) {
    words.addAll(others.words);
    edges.addAll(others.edges);
    signs.addAll(others.signs);
  }

  /** Entries that wait for enough company to be worth opening a file. */
  ByteArrayOutputStream waiting() {
    return waiting;
  }

  Lexicon words() {
    return words;
  }

  EdgeCounts edges() {
    return edges;
  }

  SignCounts signs() {
    return signs;
  }
}
