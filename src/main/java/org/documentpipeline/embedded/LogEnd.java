package org.documentpipeline.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a program said last. */
final class LogEnd {

  private static final int LINES = 4;

  private LogEnd() {}

  /** Gives the file's name and its last four lines, as one line. */
  static String of(Path log) throws IOException {
    List<String> lines = Files.readAllLines(log, StandardCharsets.ISO_8859_1);
    List<String> last = lines.subList(Math.max(0, lines.size() - LINES), lines.size());
    return "The end of %s: %s".formatted(log, String.join(" / ", last));
  }
}
