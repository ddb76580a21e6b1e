package org.documentpipeline.summarizing;

import java.util.ArrayList;
import java.util.List;

/**
 * A passage of a model's answer, taken apart: its words, and the numbers of the notes it cites.
 *
 * @param text one line of inline Markdown, without citations, links and HTML
 * @param citations what was cited, in the order of the text
 */
record Cited(String text, List<Citation> citations) {

  /**
   * A number in brackets.
   *
   * @param at the length of the text before it
   */
  record Citation(int number, int at) {}

  /** Words, and the numbers that are cited for them. */
  record Segment(String text, List<Integer> numbers) {}

  Cited {
    citations = List.copyOf(citations);
  }

  /** Without blanks around it. */
  Cited stripped() {
    int lead = text.length() - text.stripLeading().length();
    return new Cited(text.strip(), moved(lead));
  }

  private List<Citation> moved(int by) {
    return citations.stream()
        .map(citation -> new Citation(citation.number(), Math.max(0, citation.at() - by)))
        .toList();
  }

  /**
   * The text in pieces, each up to where something is cited for it; what follows the last citation
   * is in none. Without citations, all of it.
   */
  List<Segment> segments() {
    List<Segment> segments = new ArrayList<>();
    int from = 0;
    for (Citation citation : citations) {
      String words = text.substring(from, Math.max(from, Math.min(citation.at(), text.length())));
      boolean same = Words.count(words) == 0;
      if (!same || segments.isEmpty()) {
        segments.add(new Segment(same ? text : words, new ArrayList<>()));
      }
      segments.get(segments.size() - 1).numbers().add(citation.number());
      from = from + words.length();
    }
    return segments.isEmpty() ? List.of(new Segment(text, List.of())) : segments;
  }

  int words() {
    return Words.count(text);
  }

  /** The beginning of the text, with what is cited there. */
  Cited cut(int length) {
    return new Cited(
        text.substring(0, length).stripTrailing(),
        citations.stream().filter(citation -> citation.at() <= length).toList());
  }

  /** The beginning of about so many words, ended by an ellipsis, with what is cited there. */
  Cited clipped(int words) {
    String start = Clipping.clip(text, words);
    return new Cited(start + "\u2026", cut(Math.min(start.length(), text.length())).citations());
  }
}
