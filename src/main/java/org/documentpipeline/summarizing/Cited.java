package org.documentpipeline.summarizing;

import java.util.ArrayList;
import java.util.List;
import org.documentpipeline.chunking.Sentences;

/**
 * A passage of a model's answer, taken apart: its words, and the numbers of the notes it cites.
 *
 * @param text one line of inline Markdown, without citations, links and HTML
 * @param citations what was cited, in the order of the text
 */
record Cited(String text, List<Citation> citations) {

  /** Of the numbers behind several sentences, so many count for each; more are not kept anyway. */
  private static final int MOST_BEHIND = 9;

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

  /**
   * Its sentences, each with what is cited in it or, where that is nothing, next behind it. Linear
   * in the text and its citations.
   */
  List<Cited> sentences() {
    List<Cited> sentences = new ArrayList<>();
    int from = 0;
    int next = 0;
    for (String sentence : Sentences.of(text)) {
      int end = from + sentence.length();
      while (next < citations.size() && citations.get(next).at() <= from && from > 0) {
        next++;
      }
      int to = next;
      while (to < citations.size() && citations.get(to).at() <= end) {
        to++;
      }
      if (to == next && next < citations.size()) {
        int behind = citations.get(next).at();
        while (to < citations.size()
            && citations.get(to).at() == behind
            && to - next < MOST_BEHIND) {
          to++;
        }
      }
      String words = sentence.strip();
      sentences.add(new Cited(words, endingAt(words.length(), citations.subList(next, to))));
      from = end;
    }
    return sentences;
  }

  private static List<Citation> endingAt(int length, List<Citation> citations) {
    return citations.stream().map(citation -> new Citation(citation.number(), length)).toList();
  }

  /** All of them as one passage, each a sentence of its own. */
  static Cited joined(List<Cited> passages) {
    StringBuilder text = new StringBuilder();
    List<Citation> citations = new ArrayList<>();
    for (Cited passage : passages) {
      boolean close =
          text.isEmpty() || Words.isIdeograph(passage.text().codePointAt(0)) && endsWide(text);
      text.append(close ? "" : " ");
      for (Citation citation : passage.citations()) {
        citations.add(new Citation(citation.number(), text.length() + citation.at()));
      }
      text.append(passage.text());
      int last = text.codePointBefore(text.length());
      if (passages.size() > 1 && Character.isLetterOrDigit(last)) {
        text.append(Words.isIdeograph(last) ? '\u3002' : '.');
      }
    }
    return new Cited(text.toString(), citations);
  }

  /** Whether a text ends with a sign as wide as a Chinese character, its space included. */
  private static boolean endsWide(CharSequence text) {
    int last = Character.codePointBefore(text, text.length());
    return Words.isIdeograph(last) || last >= 0x3000 && last <= 0x303F || last >= 0xFF00;
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
