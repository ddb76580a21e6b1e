package org.documentpipeline.extraction;

import java.util.regex.Pattern;

/** Text that every later step can take: a database knows no NUL, and half a character is none. */
final class CleanText {
  private static final Pattern UNUSABLE =
      Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]|\\p{Cs}|\uFFFE|\uFFFF");

  private CleanText() {}

  /**
   * Without control characters (but for line ends and tabs), lone surrogates and non-characters;
   * stripped.
   */
  static String of(String text) {
    return UNUSABLE.matcher(text).replaceAll("").strip();
  }
}
