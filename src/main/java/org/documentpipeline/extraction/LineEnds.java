package org.documentpipeline.extraction;

import java.util.BitSet;
import java.util.List;

/**
 * Which lines of a page end a paragraph, where its writer tells: many programs leave the space
 * between two words at the end of a line that goes on, and none where a paragraph ends; others put
 * blank lines between paragraphs.
 */
final class LineEnds {
  private static final int FEWEST = 3;
  private static final double SHARE = 0.2;
  private static final double MOST = 0.9;
  private static final double GOING_ON = 0.1;
  private static final int SHORTEST = 9; // numbers and such are no paragraphs

  private LineEnds() {}

  /**
   * The positions of such lines among those of a page, as they are in the file; none where the page
   * does not tell them apart.
   */
  static BitSet of(List<String> raw) {
    boolean spaces = tellsBySpaces(raw);
    boolean blanks = tellsByBlanks(raw);
    BitSet ended = new BitSet();
    if (!spaces && !blanks) {
      return ended;
    }
    LineLengths lengths =
        LineLengths.of(raw.stream().map(String::strip).filter(line -> !line.isEmpty()).toList());
    for (int i = 0; i + 1 < raw.size(); i++) {
      String line = raw.get(i);
      if (line.strip().length() < SHORTEST) {
        continue;
      }
      int next = next(raw, i);
      boolean blank = blanks && next > i + 1;
      boolean end = spaces && !hasSpace(line) && !lengths.isFull(line) && !asksForMore(line);
      if ((blank || end) && beginsAnew(raw, next)) {
        ended.set(i);
      }
    }
    return ended;
  }

  private static boolean tellsBySpaces(List<String> raw) {
    int lines = 0;
    int spaces = 0;
    for (String line : raw) {
      if (!line.isBlank()) {
        lines++;
        spaces += hasSpace(line) ? 1 : 0;
      }
    }
    return spaces >= FEWEST && spaces >= SHARE * lines && spaces <= MOST * lines;
  }

  /** Not where every line has a blank one behind it. */
  private static boolean tellsByBlanks(List<String> raw) {
    int followed = 0;
    int goingOn = 0;
    for (int i = 0; i < raw.size(); i++) {
      int next = raw.get(i).isBlank() ? raw.size() : next(raw, i);
      followed += next < raw.size() && next > i + 1 ? 1 : 0;
      goingOn += next == i + 1 && next < raw.size() ? 1 : 0;
    }
    return followed > 0 && goingOn > 0 && goingOn >= GOING_ON * (followed + goingOn);
  }

  private static int next(List<String> raw, int at) {
    int next = at + 1;
    while (next < raw.size() && raw.get(next).isBlank()) {
      next++;
    }
    return next;
  }

  private static boolean hasSpace(String line) {
    return Character.isWhitespace(line.charAt(line.length() - 1));
  }

  private static boolean asksForMore(String line) {
    char last = line.charAt(line.length() - 1);
    return last == ',' || Lexicon.isHyphen(last);
  }

  private static boolean beginsAnew(List<String> raw, int next) {
    return next == raw.size() || !Character.isLowerCase(raw.get(next).strip().codePointAt(0));
  }
}
