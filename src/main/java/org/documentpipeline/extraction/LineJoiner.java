package org.documentpipeline.extraction;

/** Puts the lines of a paragraph together and undoes the hyphens at their ends. */
final class LineJoiner {
  private final Lexicon lexicon;

  LineJoiner(Lexicon lexicon) {
    this.lexicon = lexicon;
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
      if (Character.isLowerCase(line.codePointAt(0)) && !keepsHyphen(text, line)) {
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
