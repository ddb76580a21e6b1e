package org.documentpipeline.chunking;

/**
 * The smallest part a chunk is made of: a sentence, a row, or a heading.
 *
 * @param lead white space between this piece and the one before
 * @param text the piece, without white space at its ends
 * @param start offset of the text in the document
 * @param tokens tokens of lead and text
 * @param boundary what a cut before this piece would cut at
 * @param firstPage the page it begins on, or null
 * @param lastPage the page it ends on, or null
 * @param section title of the section it belongs to, or null; a heading belongs to its own
 * @param heading whether it is a heading
 */
record Piece(
    String lead,
    String text,
    long start,
    int tokens,
    Boundary boundary,
    Integer firstPage,
    Integer lastPage,
    String section,
    boolean heading) {

  /**
   * Places to cut, from the worst to the best, and how much a chunk may be emptier to end there
   * instead.
   */
  enum Boundary {
    /** Behind a heading, or inside a sentence that was too long. */
    TORN(-1.0),
    SENTENCE(0.0),
    PARAGRAPH(0.12),
    SECTION(0.25),
    PAGE(0.3);

    final double worth;

    Boundary(double worth) {
      this.worth = worth;
    }
  }

  long end() {
    return start + text.length();
  }
}
