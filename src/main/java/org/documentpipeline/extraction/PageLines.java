package org.documentpipeline.extraction;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The lines of a page of a PDF.
 *
 * @param number of the page, from 1
 * @param lines in the order of the file's content, without white space around them
 * @param ended the positions of those that end a paragraph, as far as {@link LineEnds} can tell
 */
record PageLines(int number, List<String> lines, BitSet ended) {
  private static final int SHORTEST_MARGIN = 5;
  private static final double MOST_UNKNOWN = 0.3;
  private static final int SIGNS = 4;
  private static final int SHORTEST_TURNED = 6;
  private static final int SCRAP = 3;
  private static final int LONGEST_COUNT = 8;
  private static final int MARK = 2;
  private static final char LINE_END = '\n';
  private static final char PARAGRAPH_END = '\u2029';
  private static final char SOFT_HYPHEN = '\u00AD';

  /**
   * Takes a page apart. Left out are blank lines, the numbers that count the lines in a margin, and
   * what stands across the page: its letters come in twos and threes. A page whose font does not
   * say which letters its signs are has no lines. Linear in the length.
   */
  static PageLines of(int number, String page) {
    List<String> lines = new ArrayList<>();
    BitSet ended = new BitSet();
    if (isUnreadable(page)) {
      return new PageLines(number, lines, ended);
    }
    String whole = Ligatures.restored(page);
    boolean soft = whole.indexOf(SOFT_HYPHEN) >= 0;
    String text = soft ? whole : CleanText.of(whole);
    List<String> raws = new ArrayList<>();
    for (int from = 0; from < text.length(); ) {
      int end = lineEnd(text, from);
      raws.add(text.substring(from, end));
      from = end + 1;
    }
    BitSet endedRaws = LineEnds.of(raws);
    for (int i = 0; i < raws.size(); i++) {
      String line = spaced(soft ? softlyEnding(raws.get(i)) : raws.get(i));
      if (!line.isEmpty() && !isOrnament(line)) {
        ended.set(lines.size(), endedRaws.get(i));
        lines.add(line);
      }
    }
    return new PageLines(number, lines, ended).without(margins(lines));
  }

  /** As a text that {@link #read} takes. */
  String text() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      text.append(lines.get(i)).append(ended.get(i) ? PARAGRAPH_END : LINE_END);
    }
    return text.toString();
  }

  static PageLines read(int number, String text) {
    List<String> lines = new ArrayList<>();
    BitSet ended = new BitSet();
    for (int from = 0; from < text.length(); ) {
      int end = lineEnd(text, from);
      ended.set(lines.size(), text.charAt(end) == PARAGRAPH_END);
      lines.add(text.substring(from, end));
      from = end + 1;
    }
    return new PageLines(number, lines, ended);
  }

  /** The same page without the lines at these positions. */
  PageLines without(BitSet gone) {
    if (gone.isEmpty()) {
      return this;
    }
    List<String> left = new ArrayList<>(lines.size());
    BitSet endedLeft = new BitSet();
    for (int i = gone.nextClearBit(0); i < lines.size(); i = gone.nextClearBit(i + 1)) {
      endedLeft.set(left.size(), ended.get(i));
      left.add(lines.get(i));
    }
    return new PageLines(number, left, endedLeft);
  }

  private static int lineEnd(String text, int from) {
    int end = from;
    while (end < text.length() && !isLineEnd(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isLineEnd(char c) {
    return c == LINE_END || c == '\u2028' || c == PARAGRAPH_END;
  }

  /** Soft hyphens go, but that at the line's end, which tells that the word goes on. */
  private static String softlyEnding(String raw) {
    String line = CleanText.of(raw);
    int last = raw.stripTrailing().length() - 1;
    return !line.isEmpty() && raw.charAt(last) == SOFT_HYPHEN ? line + SOFT_HYPHEN : line;
  }

  private static boolean isUnreadable(String page) {
    int all = 0;
    int unknown = 0;
    for (int i = 0; i < page.length(); i++) {
      char c = page.charAt(i);
      if (!Character.isWhitespace(c)) {
        all++;
        unknown += c < ' ' || c == '\uFFFD' || c >= '\uE000' && c <= '\uF8FF' ? 1 : 0;
      }
    }
    return unknown > MOST_UNKNOWN * all;
  }

  /** Rules and rows of dots and stars: a few signs again and again. */
  private static boolean isOrnament(String line) {
    return !Character.isLetterOrDigit(line.codePointAt(0))
        && line.length() > 3
        && line.codePoints().noneMatch(Character::isLetterOrDigit)
        && line.codePoints().distinct().count() <= SIGNS;
  }

  /** One space for each run of white space, but tabs between cells stay. */
  private static String spaced(String raw) {
    if (isSpaced(raw)) {
      return raw;
    }
    StringBuilder line = new StringBuilder(raw.length());
    boolean gap = false;
    boolean tab = false;
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        gap = true;
        tab |= c == '\t';
      } else {
        if (gap && !line.isEmpty()) {
          line.append(tab ? '\t' : ' ');
        }
        gap = false;
        tab = false;
        line.append(c);
      }
    }
    return line.toString();
  }

  /** Whether it is so already, as most lines are. */
  private static boolean isSpaced(String line) {
    char before = ' ';
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      boolean other = c != ' ' && (Character.isWhitespace(c) || Character.isSpaceChar(c));
      if (other || c == ' ' && before == ' ') {
        return false;
      }
      before = c;
    }
    return before != ' ';
  }

  /** The positions of the numbers that count the lines, and of what stands across the page. */
  private static BitSet margins(List<String> lines) {
    int[] turned = turned(lines);
    BitSet margins = new BitSet();
    for (int from = 0; from < lines.size(); ) {
      int to = from + 1;
      int counted = counted(lines.get(from));
      while (counted > 0 && to < lines.size() && counted(lines.get(to)) == counted + to - from) {
        to++;
      }
      to = to - from < SHORTEST_MARGIN ? Math.max(to, turned[from]) : to;
      if (to - from >= SHORTEST_MARGIN) {
        margins.set(from, to);
      }
      from = to;
    }
    return margins;
  }

  /**
   * For each line, where a run of scraps ends that begins with it: up to three Latin letters,
   * digits or signs each. Itself, where none does.
   */
  private static int[] turned(List<String> lines) {
    int[] turned = new int[lines.size()];
    int end = lines.size();
    int letters = 0;
    Set<String> scraps = new HashSet<>();
    for (int i = lines.size() - 1; i >= 0; i--) {
      String line = lines.get(i);
      if (line.length() <= SCRAP && line.chars().allMatch(c -> c < 0x250)) {
        letters += line.chars().anyMatch(Character::isLetter) ? 1 : 0;
        scraps.add(line);
      } else {
        end = i;
        letters = 0;
        scraps.clear();
      }
      // A column of "yes" and "no" is none.
      boolean pieces = 3 * letters >= end - i && 2 * scraps.size() > end - i;
      turned[i] = end - i >= SHORTEST_TURNED && pieces ? end : i;
    }
    return turned;
  }

  /** The number of a line in a margin; printers' marks may stand before or behind it. */
  private static int counted(String line) {
    if (line.length() > LONGEST_COUNT) {
      return 0;
    }
    int from = 0;
    int to = line.length();
    while (from < to && from < MARK && Character.isLetter(line.charAt(from))) {
      from++;
    }
    while (to > from && line.length() - to < MARK && Character.isLetter(line.charAt(to - 1))) {
      to--;
    }
    return number(line.substring(from, to));
  }

  /**
   * The number a line consists of, with the letter that page proofs put to it; 0 when it is
   * something else.
   */
  static int number(String line) {
    int from = 0;
    int to = line.length();
    if (to > 1 && (line.charAt(0) == 'R' || line.charAt(0) == 'S')) {
      from++;
    } else if (to > 1 && (line.charAt(to - 1) == 'R' || line.charAt(to - 1) == 'S')) {
      to--;
    }
    if (from == to || to - from > 4) {
      return 0;
    }
    int number = 0;
    for (int i = from; i < to; i++) {
      char c = line.charAt(i);
      if (c < '0' || c > '9') {
        return 0;
      }
      number = 10 * number + c - '0';
    }
    return number;
  }
}
