package org.documentpipeline.extraction;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How long lines of a page are beside each other.
 *
 * @param usual in characters: as long as the lines that go on in the next one, and no shorter than
 *     three lines of four
 */
record LineLengths(int usual) {
  private static final double SHORT = 0.75;
  private static final double MUCH_ROOM = 0.6;
  private static final double TEXT = 0.6;
  private static final int LONGEST_LABEL = 40;

  static LineLengths of(List<String> lines) {
    int[] all = lines.stream().mapToInt(String::length).sorted().toArray();
    return all.length == 0
        ? new LineLengths(0)
        : new LineLengths(Math.max(all[all.length * 3 / 4], continued(lines, all)));
  }

  /**
   * How long lines are that go on in the next one, which begins with a small letter then: on a
   * letter or a bill these are few. Where no line does, the longest may be one; 0 where letters are
   * neither small nor capital.
   */
  private static int continued(List<String> lines, int[] all) {
    List<Integer> continued = new ArrayList<>();
    int letters = 0;
    int capitals = 0;
    for (int i = 0; i < lines.size(); i++) {
      int first = lines.get(i).codePointAt(0);
      if (i > 0 && Character.isLowerCase(first)) {
        continued.add(lines.get(i - 1).length());
      }
      letters += Character.isLetter(first) ? 1 : 0;
      capitals += Character.isUpperCase(first) ? 1 : 0;
    }
    if (continued.isEmpty()) {
      return 2 * capitals > letters ? all[all.length - 1] : 0;
    }
    Collections.sort(continued);
    return continued.get(continued.size() / 2);
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

  /**
   * Whether it is a few words of a line's own: before more text and with capitals before and behind
   * them, where the last line of a paragraph would end a sentence.
   */
  boolean isLabel(String line, String next) {
    return !next.isEmpty()
        && line.length() <= LONGEST_LABEL
        && hasMuchRoom(line, next)
        && Character.isUpperCase(line.codePointAt(0))
        && Character.isUpperCase(next.codePointAt(0))
        && Character.isLetterOrDigit(line.codePointBefore(line.length()))
        && !LineKinds.endsSentence(line)
        && !Headings.isCapitals(line);
  }

  /** Whether it may be a line of a paragraph. */
  boolean isText(String line) {
    return line.length() >= TEXT * usual;
  }

  boolean isFull(String line) {
    return line.length() >= usual;
  }
}
