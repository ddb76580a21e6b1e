package org.documentpipeline.extraction;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a line of a page is, by its words alone. */
final class LineKinds {
  /** Signs of items, those of the Symbol and Wingdings fonts among them. */
  private static final String BULLETS =
      "\u2022\u25CF\u25AA\u25E6\u00B7\u2023\u2043\u2219\u25A0\u25A1\u25CB\u25C6\u2756\u27A2\u27A4\u2713\u2714"
          + "\uF0B7\uF0A7\uF076\uF0D8\uF0FC";

  private static final Pattern LIST_ITEM =
      Pattern.compile(
          "^(?:["
              + BULLETS
              + "*][ \t]*|[\u2013\u2014-][ \t]+|\\(?(\\d{1,3})[.)][ \t]+"
              + "|\\([a-z]{1,3}\\)[ \t]+|(?:[a-z]|[ivx]{2,4})\\)[ \t]+)\\S.*");
  private static final String SENTENCE_ENDS = ".!?:;\u3002\uFF01\uFF1F\u061F\u06D4\u0964";
  private static final String CLOSERS = "\"'\u201D\u2019)]\u00BB\u300D\u300F\uFF09";
  private static final int LONGEST_ORDINAL = 5;

  private LineKinds() {}

  static boolean isListItem(String line) {
    if (line.isEmpty()) {
      return false;
    }
    boolean lettered = Character.isLetter(line.charAt(0));
    int bracket = lettered ? line.indexOf(')') : 0;
    return bracket >= 0 && bracket < LONGEST_ORDINAL && LIST_ITEM.matcher(line).matches();
  }

  /** Whether an item begins with a number or a letter, which may also be within a sentence. */
  static boolean isCounted(String item) {
    return Character.isLetterOrDigit(item.charAt(0)) || item.charAt(0) == '(';
  }

  /** Whether the text of such an item does not begin with a small letter. */
  static boolean beginsCapital(String item) {
    int text = 1;
    while (text < item.length() && !Character.isWhitespace(item.charAt(text))) {
      text++;
    }
    return text + 1 < item.length() && !Character.isLowerCase(item.codePointAt(text + 1));
  }

  /** The number that an item begins with; 0 when it has none. */
  static int itemNumber(String line) {
    Matcher item = LIST_ITEM.matcher(line);
    return item.matches() && item.group(1) != null ? Integer.parseInt(item.group(1)) : 0;
  }

  /** Whether the sign of an item has a line of its own. */
  static boolean isBullet(String line) {
    return line.length() == 1 && BULLETS.indexOf(line.charAt(0)) >= 0;
  }

  /** An item whose sign only its font knows, with one that every font has. */
  static String withKnownBullet(String item) {
    char c = item.charAt(0);
    return c >= '\uE000' && c <= '\uF8FF' ? '\u2022' + item.substring(1) : item;
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
