package org.documentpipeline.extraction;

import java.util.function.Supplier;

/** Puts the lines of a paragraph together and undoes the hyphens at their ends. */
final class LineJoiner {
  private static final char SOFT_HYPHEN = '\u00AD';

  private final Supplier<Lexicon> words;
  private Lexicon lexicon;

  /** The words are asked for once, where the first word is torn. */
  LineJoiner(Supplier<Lexicon> words) {
    this.words = words;
  }

  /**
   * Ends a text so that the line can follow: a hyphen goes, or a space comes, or nothing.
   *
   * @return whether the first word of the line is the rest of the text's last word
   */
  boolean prepare(StringBuilder text, String line) {
    int last = text.length() - 1;
    if (last > 0
        && Lexicon.isHyphen(text.charAt(last))
        && isWordPart(text.charAt(last - 1), line)) {
      boolean soft = text.charAt(last) == SOFT_HYPHEN;
      if (soft || Character.isLowerCase(line.codePointAt(0)) && !keepsHyphen(text, line)) {
        text.setLength(last);
      }
      return true;
    }
    return false;
  }

  /** Adds a line to a text. */
  void add(StringBuilder text, String line) {
    if (!prepare(text, line)) {
      text.append(Joining.gap(text, line));
    }
    text.append(line);
  }

  private static boolean isWordPart(char before, String line) {
    char after = line.charAt(0);
    return Character.isLetter(before) && Character.isLetter(after)
        || Character.isDigit(before) && Character.isDigit(after);
  }

  private boolean keepsHyphen(StringBuilder text, String line) {
    lexicon = lexicon == null ? words.get() : lexicon;
    int start = text.length() - 1;
    while (start > 0 && Character.isLetter(text.charAt(start - 1))) {
      start--;
    }
    int end = 0;
    while (end < line.length() && Character.isLetter(line.charAt(end))) {
      end++;
    }
    boolean compound = start > 0 && Lexicon.isHyphen(text.charAt(start - 1));
    String before = text.substring(start, text.length() - 1);
    String after = line.substring(0, end);
    return compound ? !lexicon.knows(before + after) : lexicon.keepsHyphen(before, after);
  }
}
