package org.documentpipeline.extraction;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Text that every later step can take: a database knows no NUL, and half a character is none. */
final class CleanText {
  private static final Pattern UNUSABLE =
      Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]|\\p{Cs}|[\u0080-\u009F\u00AD\uFEFF\uFFFE\uFFFF]");

  /** Control characters that are white space (Unicode's property, and the JDK's). */
  private static final Pattern SPACE = Pattern.compile("[\u000B\f\r\u001C-\u001F\u0085]");

  private static final int MOST_MARKS = 30;
  private static final char JOINER = '\u034F'; // combining grapheme joiner, which nobody sees
  private static final char FIRST_MARK = '\u0300';

  private CleanText() {}

  /**
   * Unicode composed (NFC); without control characters (but for line ends and tabs, and a space for
   * those that are white space), soft hyphens, byte order marks, lone surrogates and
   * non-characters; stripped. Linear in the length.
   */
  static String of(String text) {
    return unstripped(text).strip();
  }

  /** The same with the white space around it. */
  static String unstripped(String text) {
    String clean =
        isUsable(text)
            ? text
            : UNUSABLE.matcher(SPACE.matcher(text).replaceAll(" ")).replaceAll("");
    clean = streamSafe(clean);
    return Normalizer.isNormalized(clean, Normalizer.Form.NFC)
        ? clean
        : Normalizer.normalize(clean, Normalizer.Form.NFC);
  }

  /**
   * Bounds the marks on one letter, which composing sorts in quadratic time: the Stream-Safe Text
   * Format (Unicode's UAX 15, section 13).
   */
  private static String streamSafe(String text) {
    StringBuilder safe = null;
    int marks = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.charAt(i) < FIRST_MARK ? text.charAt(i) : text.codePointAt(i);
      marks = c >= FIRST_MARK && isMark(c) ? marks + 1 : 0;
      if (marks > MOST_MARKS) {
        safe = safe == null ? new StringBuilder(text.length() + 64).append(text, 0, i) : safe;
        safe.append(JOINER);
        marks = 1;
      }
      if (safe != null) {
        safe.appendCodePoint(c);
      }
      i += Character.charCount(c);
    }
    return safe == null ? text : safe.toString();
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK;
  }

  /**
   * Whether there is nothing to take out, in most texts: a regular expression takes ten times as
   * long.
   */
  private static boolean isUsable(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean plain = c >= ' ' && c < 0x7F || c == '\n' || c == '\t' || c >= 0xA0 && c < 0xD800;
      if (!plain && (c < 0xE000 || c == '\uFEFF' || c >= '\uFFFE') || c == '\u00AD') {
        return false;
      }
    }
    return true;
  }
}
