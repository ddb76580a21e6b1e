package org.documentpipeline.extraction;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.file.Files;

/**
 * Reads a text file line by line; a long line comes in parts, so that any file is read in little
 * memory.
 */
final class TextLines implements Closeable {
  private static final int LONGEST = 20_000;

  private final Reader reader;
  private final StringBuilder line = new StringBuilder();
  private int ahead;
  private boolean inLine;
  private boolean goesOn;
  private long characters;
  private long unreadable;

  TextLines(File file, Charset charset) throws IOException {
    reader =
        new BufferedReader(new InputStreamReader(Files.newInputStream(file.toPath()), charset));
    ahead = reader.read();
    if (ahead == '\uFEFF') {
      ahead = reader.read();
    }
  }

  /** The next line, or the next part of a long one, without its line end; null at the end. */
  String next() throws IOException {
    if (ahead < 0) {
      return null;
    }
    goesOn = inLine;
    line.setLength(0);
    while (ahead >= 0 && ahead != '\n' && ahead != '\r' && !isFull()) {
      line.append((char) ahead);
      characters++;
      unreadable += ahead == '\uFFFD' ? 1 : 0;
      ahead = reader.read();
    }
    inLine = ahead >= 0 && ahead != '\n' && ahead != '\r';
    if (ahead == '\r') {
      ahead = reader.read();
      ahead = ahead == '\n' ? reader.read() : ahead;
    } else if (ahead == '\n') {
      ahead = reader.read();
    }
    return line.toString();
  }

  /** Parts end at a space where there is one; never inside a character of two. */
  private boolean isFull() {
    return line.length() >= LONGEST
        && (Character.isWhitespace(ahead)
            || line.length() >= 2 * LONGEST && !Character.isLowSurrogate((char) ahead));
  }

  /** Whether what {@link #next} gave last is a further part of the same line. */
  boolean goesOn() {
    return goesOn;
  }

  /** Whether so many bytes were none of the character set that it can not be the right one. */
  boolean isGarbled() {
    return unreadable * 100 > characters;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
