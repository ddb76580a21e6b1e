package org.documentpipeline.extraction;

import java.io.ByteArrayOutputStream;

/**
 * What the reader of a range of pages notes on its way, and the texts that are not on disk yet; not
 * for several threads.
 */
public final class RangeNotes {
  private static final int FEWEST_SLIDES = 4;
  private static final int MOST_LINES = 15; // of a slide
  private static final double SHARE = 0.6;

  private final Lexicon words = new Lexicon();
  private final EdgeCounts edges = new EdgeCounts();
  private final SignCounts signs = new SignCounts();
  private int pages; // with text
  private int sparse; // of these, with as few lines as a slide
  private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();

  RangeNotes() {}

  void add(PageLines page) {
    page.lines().forEach(words::add);
    page.lines().forEach(signs::add);
    edges.add(page);
    int lines = page.lines().size();
    pages += lines > 0 ? 1 : 0;
    sparse += lines > 0 && lines <= MOST_LINES ? 1 : 0;
  }

  void addAll(RangeNotes others) {
    words.addAll(others.words);
    edges.addAll(others.edges);
    signs.addAll(others.signs);
    pages += others.pages;
    sparse += others.sparse;
  }

  /** Entries that wait for enough company to be worth opening a file. */
  ByteArrayOutputStream waiting() {
    return waiting;
  }

  /** Whether the pages are those of a presentation: most of them have few lines. */
  boolean areSlides() {
    return sparse >= FEWEST_SLIDES && sparse >= SHARE * pages;
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
