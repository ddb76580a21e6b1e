package org.documentpipeline.extraction;

import java.util.Set;
import java.util.regex.Pattern;

/** What a line of a page is, by its words alone. */
final class LineKinds {
  private static final Pattern LIST_ITEM =
      Pattern.compile(
          "^(?:[\u2022\u25CF\u25AA\u25E6\u00B7\u2023*][ \t]*|[\u2013\u2014-][ \t]+|\\(?\\d{1,3}[.)][ \t]+"
              + "|\\([a-z]{1,3}\\)[ \t]+)\\S.*");
  private static final Pattern NUMBERED =
      Pattern.compile("^\\d{1,2}(?:\\.\\d{1,2}){0,3}\\.?[ \t]+(?=\\p{Lu})[^.;!?]{2,70}$");
  private static final Pattern DEEP = Pattern.compile("^\\d{1,2}\\.\\d.*");
  private static final String SENTENCE_ENDS = ".!?:;\u3002\uFF01\uFF1F\u061F\u06D4\u0964";
  private static final String CLOSERS = "\"'\u201D\u2019)]\u00BB\u300D\u300F\uFF09";

  private LineKinds() {}

  static boolean isListItem(String line) {
    return !line.isEmpty()
        && !Character.isLetter(line.charAt(0))
        && LIST_ITEM.matcher(line).matches();
  }

  /** A title from the bookmarks, "Chapter 1", capitals, or "2.1 Method". */
  static boolean isHeading(String line, Set<String> titles) {
    if (line.length() > 120) {
      return false;
    }
    if (!titles.isEmpty() && titles.contains(Headings.plain(line))) {
      return true;
    }
    char first = line.charAt(0);
    if (first >= '0' && first <= '9') {
      boolean numbered = NUMBERED.matcher(line).matches() && !TableRows.isEntry(line);
      return numbered && (!isListItem(line) || DEEP.matcher(line).matches());
    }
    return Headings.isPlain(line) && !TableRows.isEntry(line);
  }

  static boolean endsSentence(CharSequence line) {
    int end = line.length();
    while (end > 0 && CLOSERS.indexOf(line.charAt(end - 1)) >= 0) {
      end--;
    }
    // The number of a footnote may stand behind it.
    int digits = end;
    while (digits > 1 && end - digits < 3 && Character.isDigit(line.charAt(digits - 1))) {
      digits--;
    }
    boolean note =
        digits < end
            && digits > 0
            && !Character.isDigit(line.charAt(digits - 1))
            && (SENTENCE_ENDS + CLOSERS).indexOf(line.charAt(digits - 1)) >= 0;
    return note || end > 0 && SENTENCE_ENDS.indexOf(line.charAt(end - 1)) >= 0;
  }
}
