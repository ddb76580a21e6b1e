package org.documentpipeline.extraction;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A piece of a document as the extraction found it: one line of the blocks file.
 *
 * @param page the page it stands on, from 1; null where the format has no pages
 * @param kind {@code paragraph}, {@code heading}, {@code list}, {@code table} or {@code continued};
 *     lists and tables have one row a line. What is continued goes on in the block before, whatever
 *     its page, and begins with the white space between them, if any. {@code title} is what the
 *     file's properties call the document: no part of its text, and there once at most
 * @param text its clean text; blocks of a file have at most 20,000 characters
 * @param level of a heading, from 1 (the document's title) to {@link #DEEPEST}; null where it is
 *     not known, and of what is no heading
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Block(Integer page, String kind, String text, Integer level) {
  /** The deepest level of a heading. */
  public static final int DEEPEST = 6;

  private static final int USUAL = 2;

  /** The kind of a block that goes on in the one before. */
  public static final String CONTINUED = "continued";

  private static final String TITLE = "title";
  private static final int LONGEST_TITLE = 300;

  /** A block without a level. */
  public Block(Integer page, String kind, String text) {
    this(page, kind, text, null);
  }

  /** The title in the properties of a file, cut to 300 characters. */
  static Block title(String title) {
    return new Block(null, TITLE, title.substring(0, Math.min(LONGEST_TITLE, title.length())));
  }

  /** Whether it is no text of the document, but its title in the properties of the file. */
  public boolean ofProperties() {
    return TITLE.equals(kind);
  }

  /** Whether it goes on in the block before. */
  public boolean continued() {
    return CONTINUED.equals(kind);
  }

  /**
   * What makes it a Markdown heading: a number sign for each level, two where that is not known.
   */
  public String marks() {
    return "#".repeat(level == null ? USUAL : Math.max(1, Math.min(level, DEEPEST))) + " ";
  }
}
