package org.documentpipeline.extraction;

/** What the reader of a range of pages notes on its way; not for several threads. */
public final class RangeNotes {
  private final Lexicon words = new Lexicon();
  private final EdgeCounts edges = new EdgeCounts();

  RangeNotes() {}

  void add(PageLines page) {
    page.lines().forEach(words::add);
    edges.add(page);
  }

  void addAll(RangeNotes others) {
    words.addAll(others.words);
    edges.addAll(others.edges);
  }

  Lexicon words() {
    return words;
  }

  EdgeCounts edges() {
    return edges;
  }
}
