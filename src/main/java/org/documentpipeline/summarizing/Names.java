package org.documentpipeline.summarizing;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a document is called: data like its text, and as little to be trusted.
 *
 * @param title the title in the file's own properties; null when it has none
 * @param file the name it was uploaded under; null when that is not known
 */
public record Names(String title, String file) {

  static final Names NONE = new Names(null, null);
  private static final int LONGEST = 160;
  private static final Pattern LINES =
      Pattern.compile("(?:Title: (?<title>.*)\\n)?(?:File: (?<file>.*)\\n)?");

  public Names {
    title = line(title);
    file = line(file);
  }

  private static String line(String name) {
    String line = UntrustedText.cleanLine(UntrustedText.cleanUnlabelled(name), LONGEST);
    return line.isEmpty() ? null : line;
  }

  /** A line for each, as they stand before the data. */
  String lines() {
    return (title == null ? "" : "Title: " + title + "\n")
        + (file == null ? "" : "File: " + file + "\n");
  }

  /** The names that a text written with {@link #lines} begins with. */
  static Names read(String text) {
    Matcher lines = matcher(text);
    return new Names(lines.group("title"), lines.group("file"));
  }

  /** The text behind them. */
  static String behind(String text) {
    return text.substring(matcher(text).end());
  }

  private static Matcher matcher(String text) {
    Matcher lines = LINES.matcher(text);
    lines.lookingAt(); // as it always is: both may be missing
    return lines;
  }
}
