package org.documentpipeline.routing;

import java.util.Comparator;

/**
 * One thing that is wrong in a route file or a query file.
 *
 * @param file the file, as a person would name it
 * @param line counted from 1; 0 when it is not known
 * @param column counted from 1; 0 when it is not known
 * @param message one sentence
 */
record Violation(String file, int line, int column, String message) {

  static final Comparator<Violation> IN_READING_ORDER =
      Comparator.comparing(Violation::file)
          .thenComparing(Violation::line)
          .thenComparing(Violation::column);

  @Override
  public String toString() {
    StringBuilder where = new StringBuilder(file);
    if (line > 0) {
      where.append(':').append(line);
      if (column > 0) {
        where.append(':').append(column);
      }
    }
    return where.append(": ").append(message).toString();
  }
}
