package org.documentpipeline.extraction;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Arrays;

/** What one pass over all bytes of a text file tells of its encoding; holds some 130 KB. */
final class ByteSurvey {
  private static final int MOST = 1 << 16;
  private static final int ESCAPE = 0x1B;
  private static final int LONGEST_LINE = 4096;

  /** So many valid UTF-8 sequences to one that is broken are no accident. */
  private static final int VALID_TO_BROKEN = 20;

  private byte[] head = {};
  private final ByteArrayOutputStream sample = new ByteArrayOutputStream();
  private final byte[] line = new byte[LONGEST_LINE];
  private int lineLength;
  private boolean lineIsTelling;
  private long all;
  private long nuls;
  private long high;
  private long valid;
  private long broken;
  private int missing;
  private int lowest;
  private int highest;

  private ByteSurvey() {}

  static ByteSurvey of(File file) throws IOException {
    ByteSurvey survey = new ByteSurvey();
    try (InputStream in = Files.newInputStream(file.toPath())) {
      byte[] buffer = new byte[MOST];
      for (int read = in.readNBytes(buffer, 0, MOST);
          read > 0;
          read = in.readNBytes(buffer, 0, MOST)) {
        if (survey.all == 0) {
          survey.head = Arrays.copyOf(buffer, read);
        }
        for (int i = 0; i < read; i++) {
          survey.see(buffer[i] & 0xFF);
        }
        survey.all += read;
      }
    }
    survey.endLine();
    return survey;
  }

  private void see(int b) {
    if (b == 0) {
      nuls++;
    }
    high += b >= 0x80 ? 1 : 0;
    lineIsTelling |= b >= 0x80 || b == ESCAPE;
    decode(b);
    line[lineLength++] = (byte) b;
    if (b == '\n' || b == '\r' || lineLength == LONGEST_LINE) {
      endLine();
    }
  }

  /** The table of well-formed UTF-8 in the Unicode Standard, section 3.9. */
  private void decode(int b) {
    if (missing > 0 && b >= lowest && b <= highest) {
      lowest = 0x80;
      highest = 0xBF;
      valid += --missing == 0 ? 1 : 0;
      return;
    }
    broken += missing > 0 ? 1 : 0;
    missing = 0;
    if (b >= 0x80) {
      missing = b < 0xC2 || b > 0xF4 ? 0 : b < 0xE0 ? 1 : b < 0xF0 ? 2 : 3;
      broken += missing == 0 ? 1 : 0;
      lowest = b == 0xE0 ? 0xA0 : b == 0xF0 ? 0x90 : 0x80;
      highest = b == 0xED ? 0x9F : b == 0xF4 ? 0x8F : 0xBF;
    }
  }

  private void endLine() {
    if (lineIsTelling && sample.size() < MOST) {
      sample.write(line, 0, lineLength);
    }
    lineLength = 0;
    lineIsTelling = false;
  }

  /** The first 64 KB. */
  byte[] head() {
    return head;
  }

  /** Up to 64 KB of the lines that have bytes above 127 or escapes, wherever they stand. */
  byte[] sample() {
    return sample.toByteArray();
  }

  /** Whether the whole file is UTF-8; a few broken characters among many good ones do not count. */
  boolean isUtf8() {
    return broken == 0 || valid > VALID_TO_BROKEN * broken;
  }

  boolean hasManyNuls() {
    return nuls * 50 > all;
  }

  boolean isSevenBit() {
    return high == 0;
  }
}
