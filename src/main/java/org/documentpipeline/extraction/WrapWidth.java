package org.documentpipeline.extraction;

import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the lines of a text file are wrapped at one width, as mail and text made from pages are, a
 * line is not ended there unless the next word would not have fitted: one that ends before has been
 * ended on purpose.
 */
final class WrapWidth {
  private static final int MOST_LINES = 3_000;
  private static final int NARROWEST = 40; // columns
  private static final int WIDEST = 120;

  /** Lines are of about one width only, where letters have widths of their own. */
  private static final double FULL = 0.8;

  private static final double SHARE = 0.6;

  private final double full; // columns; 0 where lines are not wrapped at one width

  private WrapWidth(double full) {
    this.full = full;
  }

  /** Looks at the first 3,000 lines of a file. */
  static WrapWidth of(File file, Charset charset) throws IOException {
    List<Integer> widths = new ArrayList<>();
    List<Integer> withNext = new ArrayList<>();
    try (TextLines lines = new TextLines(file, charset)) {
      String before = "";
      for (String line = lines.next();
          line != null && widths.size() < MOST_LINES && !lines.goesOn();
          line = lines.next()) {
        if (!line.isBlank()) {
          widths.add(width(line.strip()));
        }
        if (!line.isBlank() && !before.isBlank()) {
          withNext.add(withNext(before, line));
        }
        before = line;
      }
    }
    widths.sort(null);
    int widest = widths.isEmpty() ? 0 : widths.get(widths.size() * 19 / 20);
    long fullLines = withNext.stream().filter(width -> width >= FULL * widest).count();
    boolean wrapped =
        widest >= NARROWEST && widest <= WIDEST && fullLines >= SHARE * withNext.size();
    return new WrapWidth(wrapped ? FULL * widest : 0);
  }

  /** Whether lines are wrapped at one width. */
  boolean isKnown() {
    return full > 0;
  }

  /** Whether a line was ended although the first word of the next had room on it. */
  boolean endsOnPurpose(String line, String next) {
    return full > 0 && withNext(line, next) < full;
  }

  private static int withNext(String line, String next) {
    String word = next.strip();
    int end = 0;
    while (end < word.length()
        && !Character.isWhitespace(word.charAt(end))
        && !Joining.isUnspaced(word.charAt(end))) {
      end++;
    }
    return width(line.strip()) + 1 + Math.max(1, end);
  }

  /** In columns: Chinese and Japanese signs take two. */
  static int width(CharSequence line) {
    return line.codePoints().map(c -> Joining.isUnspaced(c) ? 2 : 1).sum();
  }
}
