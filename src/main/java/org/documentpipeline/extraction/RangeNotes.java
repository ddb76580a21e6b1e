package org.documentpipeline.extraction;

import java.io.ByteArrayOutputStream;
import java.util.List;

/**
 * What the reader of a range of pages notes on its way, and the texts that are not on disk yet; not
 * for several threads.
 */
public final class RangeNotes {
  private static final int FEWEST_SLIDES = 4;
  private static final int MOST_LINES = 15; // of a slide
  private static final double SHARE = 0.6;
  private static final double GOING_ON = 0.25;

  private final Lexicon words = new Lexicon();
  private final EdgeCounts edges = new EdgeCounts();
  private final SignCounts signs = new SignCounts();
  private int pages; // with text
  private int slides; // of these, with few lines that hardly ever go on
  private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();

  RangeNotes() {}

  void add(PageLines page) {
    page.lines().forEach(words::add);
    page.lines().forEach(signs::add);
    edges.add(page);
    pages += page.lines().isEmpty() ? 0 : 1;
    slides += isSlide(page.lines()) ? 1 : 0;
  }

  void addAll(RangeNotes others) {
    words.addAll(others.words);
    edges.addAll(others.edges);
    signs.addAll(others.signs);
    pages += others.pages;
    slides += others.slides;
  }

  /** Entries that wait for enough company to be worth opening a file. */
  ByteArrayOutputStream waiting() {
    return waiting;
  }

  private static boolean isSlide(List<String> lines) {
    int small = 0;
    for (String line : lines) {
      small += Character.isLowerCase(line.codePointAt(0)) ? 1 : 0;
    }
    return !lines.isEmpty() && lines.size() <= MOST_LINES && small <= GOING_ON * lines.size();
  }

  /** Whether most pages are those of a presentation. */
  boolean areSlides() {
    return slides >= FEWEST_SLIDES && slides >= SHARE * pages;
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
