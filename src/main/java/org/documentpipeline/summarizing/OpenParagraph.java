package org.documentpipeline.summarizing;

import java.util.regex.Pattern;

/** The paragraph, or item of a list, that lines are being added to. */
final class OpenParagraph {

  private static final Pattern BULLET =
      Pattern.compile("(?:[-*+\u2022\u25aa\u25e6\u2013]|[0-9]{1,3}[.)])\\s+(?=\\S)");
  private static final String LINE_ENDS =
      ".!?:;,\u3001\uff0c\uff1a\u3002\uff01\uff1f\u0964\u061f\u06d4\u2026";
  private static final int SHORT_LINE = 50;

  private final StringBuilder text = new StringBuilder();
  private boolean item;

  boolean isEmpty() {
    return text.isEmpty();
  }

  /** Whether it began with the mark of a list's item, which is no part of its text. */
  boolean isItem() {
    return item;
  }

  /** Whether its last line ends, at least for the time being. */
  boolean isEnded() {
    return LINE_ENDS.indexOf(text.charAt(text.length() - 1)) >= 0;
  }

  /** Whether a line that is not blank begins another one. */
  boolean endsBefore(String line) {
    return BULLET.matcher(line).lookingAt() || !text.isEmpty() && standsAlone(line);
  }

  /**
   * Whether all there is is short and open-ended, and the next line a fresh start: not a wrapped
   * paragraph.
   */
  private boolean standsAlone(String next) {
    return text.length() < SHORT_LINE && !isEnded() && !Character.isLowerCase(next.codePointAt(0));
  }

  void add(String line) {
    var bullet = BULLET.matcher(line);
    if (text.isEmpty()) {
      item = bullet.lookingAt();
      text.append(item ? line.substring(bullet.end()) : line);
      return;
    }
    boolean joined =
        Words.isIdeograph(line.codePointAt(0))
            && Words.isIdeograph(text.codePointBefore(text.length()));
    text.append(joined ? "" : " ").append(line);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
