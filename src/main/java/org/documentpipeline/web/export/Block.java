package org.documentpipeline.web.export;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A paragraph of a formatted text.
 *
 * @param kind what it is
 * @param level 1–6 for headings, else how deep it is nested in lists and quotes, from 0
 * @param marker what stands before it, such as a bullet; empty for none
 * @param spans its text
 */
record Block(Kind kind, int level, String marker, List<Span> spans) {

  enum Kind {
    HEADING,
    PARAGRAPH,
    CODE,
    RULE
  }

  /** A piece of text in one style. A line feed in it is a line break. */
  record Span(String text, boolean bold, boolean italic) {}

  static Block heading(int level, String text) {
    return new Block(Kind.HEADING, level, "", List.of(new Span(text, false, false)));
  }

  static Block paragraph(String text, boolean italic) {
    return new Block(Kind.PARAGRAPH, 0, "", List.of(new Span(text, false, italic)));
  }

  String text() {
    return spans.stream().map(Span::text).collect(Collectors.joining());
  }
}
