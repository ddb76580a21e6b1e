package org.documentpipeline.extraction;

import java.util.List;

/**
 * How long lines of a page are beside each other.
 *
 * @param usual in characters; three lines of four are no longer
 */
record LineLengths(int usual) {
  private static final double SHORT = 0.75;
  private static final double MUCH_ROOM = 0.6;
  private static final double TEXT = 0.6;

  static LineLengths of(List<String> lines) {
    int[] lengths = lines.stream().mapToInt(String::length).sorted().toArray();
    return new LineLengths(lengths.length == 0 ? 0 : lengths[lengths.length * 3 / 4]);
  }

  /** Whether the next word would have had room in it. */
  boolean isShort(String line) {
    return line.length() < SHORT * usual;
  }

  /**
   * Whether the first word of the next line would have had so much room in it that it stands alone.
   */
  boolean hasMuchRoom(String line, String next) {
    int space = next.indexOf(' ');
    int word = space < 0 ? next.length() : space;
    return line.length() + 1 + word < MUCH_ROOM * usual;
  }

  /** Whether it may be a line of a paragraph. */
  boolean isText(String line) {
    return line.length() >= TEXT * usual;
  }

  boolean isFull(String line) {
    return line.length() >= usual;
  }
}
