package org.documentpipeline.chunking;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts what has to be cut: a sentence that alone is larger than a chunk, or a summary larger than
 * its share.
 */
public final class LongText {

  /** With all its accents; texts that are extracted have at most 30 on one (Unicode's UAX 15). */
  private static final int LONGEST_CHARACTER = 32;

  private LongText() {}

  /**
   * Cuts the text into parts of at most {@code maxTokens} tokens, at the best place near the end of
   * each: a line's end, a clause's end, a space; never inside a character. Joined the parts are the
   * text. A single character that alone has more tokens stays whole. Linear in the length of the
   * text.
   */
  public static List<String> split(String text, int maxTokens, TokenCounter counter) {
    return parts(text, maxTokens, counter).stream().map(Part::text).toList();
  }

  /**
   * A part of a text.
   *
   * @param tokens of the part by itself
   */
  record Part(String text, int tokens) {}

  /**
   * The same parts with their tokens; each is counted once, and once more where the first is tried
   * out.
   */
  static List<Part> parts(String text, int maxTokens, TokenCounter counter) {
    List<Part> parts = new ArrayList<>();
    int size = Math.max(1, maxTokens * 4);
    for (int from = 0; from < text.length(); ) {
      int to = cut(text, from, Math.min(text.length(), from + size));
      String part = text.substring(from, to);
      int tokens = counter.count(part);
      if (tokens > maxTokens && to > nextCharacter(text, from)) {
        long fitting = (long) part.length() * maxTokens / tokens;
        size = (int) Math.max(1, Math.min((to - from) * 3L / 4, fitting));
        continue;
      }
      parts.add(new Part(part, tokens));
      from = to;
    }
    return parts;
  }

  private static int cut(String text, int from, int to) {
    if (to >= text.length()) {
      return text.length();
    }
    int best = 0;
    int where = to;
    for (int i = to; i > from + (to - from) / 2; i--) {
      int worth = worth(text.charAt(i - 1), text.charAt(i));
      if (worth > best) {
        best = worth;
        where = i;
      }
    }
    return best > 0 ? where : characterEnd(text, from, to);
  }

  private static int worth(char before, char after) {
    if (before == '\n') {
      return 4;
    }
    if ("\u3001\u3002\uff0c\uff1b".indexOf(before) >= 0) {
      return 3;
    }
    boolean clause = ";:,.\u060c\u061b".indexOf(before) >= 0;
    if (clause && Character.isWhitespace(after)) {
      return 3;
    }
    // Without a space behind it, it may be within a number, a time or an address.
    boolean apart = clause && before != '.' && !Character.isDigit(after);
    return Character.isWhitespace(before) ? 2 : apart ? 1 : 0;
  }

  /** The last place at or before {@code to} that is between two characters as readers see them. */
  static int characterEnd(String text, int from, int to) {
    int end = to;
    int least = Math.max(from, to - LONGEST_CHARACTER);
    while (end > least && isInside(text, end)) {
      end--;
    }
    if (end > least) {
      return end;
    }
    // Nothing but accents: one of them may be the first of a part.
    return to - from > LONGEST_CHARACTER ? to - lowSurrogates(text, to) : nextCharacter(text, from);
  }

  private static int lowSurrogates(String text, int at) {
    return Character.isLowSurrogate(text.charAt(at)) ? 1 : 0;
  }

  private static int nextCharacter(String text, int from) {
    int end = from + Character.charCount(text.codePointAt(from));
    // Bounded, so that a text of nothing but accents is cut, too.
    for (int i = 0; i < LONGEST_CHARACTER && end < text.length() && isInside(text, end); i++) {
      end += Character.charCount(text.codePointAt(end));
    }
    return end;
  }

  private static boolean isInside(String text, int at) {
    if (Character.isLowSurrogate(text.charAt(at))
        && Character.isHighSurrogate(text.charAt(at - 1))) {
      return true;
    }
    int type = Character.getType(text.codePointAt(at));
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || text.charAt(at) == '\u200d'
        || text.charAt(at - 1) == '\u200d';
  }
}
