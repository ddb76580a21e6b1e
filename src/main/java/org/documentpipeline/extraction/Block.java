package org.documentpipeline.extraction;

/**
 * A piece of a document as the extraction found it: one line of the blocks file.
 *
 * @param page the page it stands on, from 1; null where the format has no pages
 * @param kind {@code paragraph}, {@code heading}, {@code list}, {@code table} or {@code continued};
 *     lists and tables have one row a line. What is continued goes on in the block before, whatever
 *     its page, and begins with the white space between them, if any
 * @param text its clean text; blocks of a file have at most 20,000 characters
 */
public record Block(Integer page, String kind, String text) {
  /** The kind of a block that goes on in the one before. */
  public static final String CONTINUED = "continued";

  /** Whether it goes on in the block before. */
  public boolean continued() {
    return CONTINUED.equals(kind);
  }
}
