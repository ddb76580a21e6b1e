package org.documentpipeline.chunking;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Splits text of any script into sentences: the JDK's sentence rules (after Unicode's UAX 29),
 * without the false ends after abbreviations and initials, and with the ends of scripts the JDK
 * does not know.
 */
public final class Sentences {

  /**
   * Ends of sentences in Arabic, Armenian, Burmese, Ethiopic, Khmer, Mongolian, Tibetan and Urdu
   * writing.
   */
  private static final String OTHER_ENDS =
      "\u061f\u06d4\u0589\u104b\u1362\u1367\u1368\u17d4\u17d5\u1803\u0f0d";

  private static final String CLOSERS = "\"')]}\u00bb\u2019\u201d\u300d\u300f\u3011\uff09";

  /** Thai, Lao and the like put spaces between clauses only; a clause shorter than this goes on. */
  private static final int CLAUSE_LENGTH = 80;

  private Sentences() {}

  /**
   * The rows of a list or a table, each with its line's end; the sentences of a list's rows are
   * kept apart.
   */
  static List<String> ofRows(String text, boolean table) {
    List<String> rows = new ArrayList<>();
    for (int from = 0; from < text.length(); ) {
      int end = text.indexOf('\n', from) + 1;
      String row = end == 0 ? text.substring(from) : text.substring(from, end);
      if (table) {
        rows.add(row);
      } else {
        rows.addAll(of(row));
      }
      from += row.length();
    }
    return rows;
  }

  /**
   * The sentences of the text in order, each with the white space that follows it: joined they are
   * the text again. A blank line always ends a sentence. Linear in the length of the text.
   */
  public static List<String> of(String text) {
    List<String> sentences = new ArrayList<>();
    BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ROOT);
    breaks.setText(text);
    int start = 0;
    for (int next = breaks.next(), from = 0;
        next != BreakIterator.DONE;
        from = next, next = breaks.next()) {
      start = addInner(text, start, from, next, sentences);
      if (next == text.length() || !FalseEnds.isFalse(text, start, next)) {
        add(text, start, next, sentences);
        start = next;
      }
    }
    return sentences;
  }

  /**
   * Adds the sentences that end before {@code to} for reasons the JDK does not know; gives where
   * the next begins.
   */
  private static int addInner(String text, int start, int from, int to, List<String> sentences) {
    for (int i = from; i < to; ) {
      int end = innerEnd(text, start, i, to);
      if (end > 0 && end < to) {
        add(text, start, end, sentences);
        start = end;
      }
      // What was looked through is not looked through again, or a row of signs takes for ever.
      i = Math.max(i + 1, end);
    }
    return start;
  }

  private static int innerEnd(String text, int start, int i, int to) {
    char c = text.charAt(i);
    if (c == '\n' && i > start && text.charAt(i - 1) == '\n') {
      return skipSpace(text, i, to);
    }
    if (c >= '\u0589' && OTHER_ENDS.indexOf(c) >= 0) {
      int end = i + 1;
      while (end < to
          && (OTHER_ENDS.indexOf(text.charAt(end)) >= 0
              || CLOSERS.indexOf(text.charAt(end)) >= 0)) {
        end++;
      }
      return skipSpace(text, end, to);
    }
    if (c == '\u00ab' && opensSentence(text, start, i, to)) {
      return i;
    }
    if (c == ' ' && i - start >= CLAUSE_LENGTH && isUnspaced(text.charAt(i - 1))) {
      return skipSpace(text, i, to);
    }
    return 0;
  }

  /** Whether a French quotation, with a space within its mark, follows the end of a sentence. */
  private static boolean opensSentence(String text, int start, int mark, int to) {
    return mark - start > 1
        && mark + 1 < to
        && isSpace(text.charAt(mark - 1))
        && isSpace(text.charAt(mark + 1))
        && ".!?\u2026".indexOf(text.charAt(mark - 2)) >= 0
        && !FalseEnds.isFalse(text, start, mark);
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  private static int skipSpace(String text, int from, int to) {
    while (from < to && Character.isWhitespace(text.charAt(from))) {
      from++;
    }
    return from;
  }

  /**
   * Thai, Lao, Burmese and Khmer letters, whose writing has no mark at the end of a sentence, or
   * none in use.
   */
  private static boolean isUnspaced(char c) {
    return c >= '\u0e00' && c <= '\u0eff'
        || c >= '\u1000' && c <= '\u109f'
        || c >= '\u1780' && c <= '\u17ff';
  }

  private static void add(String text, int start, int end, List<String> sentences) {
    if (end > start) {
      sentences.add(text.substring(start, end));
    }
  }
}
