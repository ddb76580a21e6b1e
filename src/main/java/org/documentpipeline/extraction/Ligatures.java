package org.documentpipeline.extraction;

import java.util.regex.Pattern;

/**
 * Letters that Quartz loses of PDFs made by TeX: an arrow stands for "ff", and on pages with such
 * arrows NUL for "ffi". Only within words of small letters, where neither is ever meant.
 */
final class Ligatures {
  private static final char ARROW = '\u21B5';
  private static final Pattern FF = Pattern.compile("(?<=\\p{L})" + ARROW + "(?=[\\p{Ll}-])");
  private static final Pattern FFI = Pattern.compile("(?<=\\p{Ll})\u0000(?=\\p{Ll})");

  private Ligatures() {}

  /** The text of a page with these letters. */
  static String restored(String page) {
    return page.indexOf(ARROW) < 0 || !FF.matcher(page).find()
        ? page
        : FFI.matcher(FF.matcher(page).replaceAll("ff")).replaceAll("ffi");
  }
}
