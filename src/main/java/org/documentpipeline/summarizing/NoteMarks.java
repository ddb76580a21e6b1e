package org.documentpipeline.summarizing;

import java.util.regex.Pattern;

/**
 * Numbers in brackets that are glued to the end of a clause and lead to a note or a source, as an
 * encyclopedia has them: "… in 1998.[53][54] The …". Brackets may have become round ones.
 */
final class NoteMarks {

  private static final Pattern MARKS =
      Pattern.compile(
          "(?<=[.,!?\"\u201d\u2019\u00bb])(?:\\[[0-9]{1,3}]|\\([0-9]{1,3}\\))+(?=\\s|$)");

  private NoteMarks() {}

  /** The text without them. Linear. */
  static String without(String text) {
    return MARKS.matcher(text).replaceAll("");
  }
}
