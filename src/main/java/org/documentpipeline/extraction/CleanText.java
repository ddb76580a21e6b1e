package org.documentpipeline.extraction;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Text that every later step can take: a database knows no NUL, and half a character is none. */
final class CleanText {
  private static final Pattern UNUSABLE =
      Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]|\\p{Cs}|[\u0080-\u009F\u00AD\uFEFF\uFFFE\uFFFF]");

  private CleanText() {}

  /**
   * Unicode composed (NFC); without control characters (but for line ends and tabs), soft hyphens,
   * byte order marks, lone surrogates and non-characters; stripped.
   */
  static String of(String text) {
    return unstripped(text).strip();
  }

  /** The same with the white space around it. */
  static String unstripped(String text) {
    String clean = isUsable(text) ? text : UNUSABLE.matcher(text).replaceAll("");
    return Normalizer.isNormalized(clean, Normalizer.Form.NFC)
        ? clean
        : Normalizer.normalize(clean, Normalizer.Form.NFC);
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
