package org.documentpipeline.extraction;

import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A number that is glued to the end of a word or a sentence and may refer to a note.
 *
 * @param from where it begins in the text
 * @param to where it ends
 * @param number its value
 * @param afterStop whether a word and a full stop, comma, quotation mark or the like are before it
 */
record NoteSign(int from, int to, int number, boolean afterStop) {
  static final int MOST_DIGITS = 3;
  private static final int SHORTEST_WORD = 3;
  private static final int MOST_STOPS = 4;
  private static final String STOPS = ".,;:?!";
  private static final String CLOSERS = "\"'\u201D\u2019)]\u00BB";

  /** Shortened words that numbers belong to. */
  private static final Set<String> SHORTENED =
      words(
          "fig figs nos vol vols sec sect chap art arts tab eq eqs eqn pp ver rev para paras app",
          "abb kap abs ziff núm pág рис стр cf ch cl op ref refs nr");

  /** Words that a number without a space may belong to. */
  private static final Set<String> NUMBERED =
      words(
          "figure section chapter article table page part step phase type version level appendix",
          "equation line item note class group grade room model test case rule python java http",
          "html utf word layer task day week year file");

  /** Finds all in a text, in their order; linear. */
  static void all(String text, Consumer<NoteSign> signs) {
    for (int i = 1; i < text.length(); i++) {
      char before = text.charAt(i - 1);
      if (isDigit(text.charAt(i)) && before != ' ' && !isDigit(before)) {
        int end = i + 1;
        while (end < text.length() && isDigit(text.charAt(end))) {
          end++;
        }
        NoteSign sign = end - i <= MOST_DIGITS && text.charAt(i) != '0' ? at(text, i, end) : null;
        if (sign != null) {
          signs.accept(sign);
        }
        i = end;
      }
    }
  }

  private static Set<String> words(String... rows) {
    return Set.of(String.join(" ", rows).split(" "));
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static NoteSign at(String text, int from, int to) {
    int word = from;
    boolean stop = false;
    while (word > 0 && from - word < MOST_STOPS && isStop(text.charAt(word - 1))) {
      stop |= STOPS.indexOf(text.charAt(word - 1)) >= 0;
      word--;
    }
    boolean closed = word < from;
    if (word == 0 || !endsWell(text, to, closed) || !isSentenceEnd(text, from, to)) {
      return null;
    }
    int number = Integer.parseInt(text.substring(from, to));
    if (isDigit(text.charAt(word - 1))) {
      // "(2017).4" and "$595.\u201D9", but not "3.5"
      boolean quote = "\"\u201D\u2019\u00BB".indexOf(text.charAt(from - 1)) >= 0;
      boolean behind = stop && (quote || text.charAt(word) == ')');
      return behind ? new NoteSign(from, to, number, quote) : null;
    }
    return isWord(text, word, closed) ? new NoteSign(from, to, number, closed) : null;
  }

  private static boolean isStop(char c) {
    return STOPS.indexOf(c) >= 0 || CLOSERS.indexOf(c) >= 0;
  }

  /** The sign is the end of what has no space: signs may follow it where a word is before it. */
  private static boolean endsWell(String text, int to, boolean closed) {
    int end = to;
    while (!closed && end < text.length() && end - to < MOST_STOPS && isStop(text.charAt(end))) {
      end++;
    }
    return end == text.length() || Character.isWhitespace(text.charAt(end));
  }

  /** After a full stop, small letters tell that it is one of an abbreviation. */
  private static boolean isSentenceEnd(String text, int from, int to) {
    int next = to + 1;
    return text.charAt(from - 1) != '.'
        || next >= text.length()
        || !Character.isLowerCase(text.charAt(next));
  }

  /** A word (without a stop, one of small letters) that is not counted itself ("Fig.2"). */
  private static boolean isWord(String text, int end, boolean closed) {
    int start = end;
    while (start > 0 && Character.isLetter(text.charAt(start - 1))) {
      start--;
    }
    boolean whole =
        start == 0
            || " \t\u2014\u2013-\"'\u201C\u2018\u2019([".indexOf(text.charAt(start - 1)) >= 0;
    for (int i = start + 1; i < end && !closed; i++) {
      whole &= !Character.isUpperCase(text.charAt(i));
    }
    int shortest = closed ? SHORTEST_WORD - 1 : SHORTEST_WORD;
    return whole
        && end - start >= shortest
        && !(closed && end - start == shortest && Character.isUpperCase(text.charAt(start)))
        && !isNumbered(text.substring(start, end).toLowerCase(Locale.ROOT), closed);
  }

  private static boolean isNumbered(String word, boolean closed) {
    return SHORTENED.contains(word) || !closed && NUMBERED.contains(word);
  }
}
