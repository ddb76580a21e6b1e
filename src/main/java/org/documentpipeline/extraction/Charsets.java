package org.documentpipeline.extraction;

import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Finds the character set of a text file that does not say it. */
final class Charsets {
  private static final Charset UTF_32BE = Charset.forName("UTF-32BE");
  private static final Charset UTF_32LE = Charset.forName("UTF-32LE");

  /** Escape sequences that only these two have, in files of nothing but ASCII bytes. */
  private static final List<String> JAPANESE_ESCAPES = List.of("\u001B$B", "\u001B$@", "\u001B(J");

  private static final String KOREAN_ESCAPE = "\u001B$)C";

  private Charsets() {}

  /**
   * The character set of a file: its byte order mark's, else UTF-16 or UTF-32 where the bytes make
   * sense as such, else UTF-8 where the whole file is valid UTF-8, else the Asian double-byte set
   * or the code page in which the bytes above 127 read most like a language. Looks at every byte
   * once, in constant memory; linear in the length.
   *
   * @throws ExtractionException {@code corrupt} when none fits
   */
  static Charset of(File file) throws IOException {
    ByteSurvey bytes = ByteSurvey.of(file);
    Charset charset = marked(bytes.head());
    if (charset == null && (!bytes.isUtf8() || bytes.hasManyNuls())) {
      charset = WideCharsets.of(bytes.head());
    }
    if (charset == null && bytes.isSevenBit()) {
      charset = escaped(bytes.sample());
    }
    if (charset == null) {
      charset = bytes.isUtf8() ? StandardCharsets.UTF_8 : DoubleByteCharsets.of(bytes.sample());
    }
    if (charset == null) {
      charset = CodePages.of(bytes.sample());
    }
    if (charset == null) {
      throw new ExtractionException(
          "corrupt", "No usual character encoding fits the file; save it as UTF-8.");
    }
    return charset;
  }

  private static Charset marked(byte[] head) {
    if (startsWith(head, 0xFF, 0xFE, 0, 0)) {
      return UTF_32LE;
    }
    if (startsWith(head, 0, 0, 0xFE, 0xFF)) {
      return UTF_32BE;
    }
    if (startsWith(head, 0xFF, 0xFE)) {
      return StandardCharsets.UTF_16LE;
    }
    if (startsWith(head, 0xFE, 0xFF)) {
      return StandardCharsets.UTF_16BE;
    }
    return startsWith(head, 0xEF, 0xBB, 0xBF) ? StandardCharsets.UTF_8 : null;
  }

  private static boolean startsWith(byte[] head, int... bytes) {
    boolean starts = head.length >= bytes.length;
    for (int i = 0; starts && i < bytes.length; i++) {
      starts = (head[i] & 0xFF) == bytes[i];
    }
    return starts;
  }

  private static Charset escaped(byte[] sample) {
    String text = new String(sample, StandardCharsets.ISO_8859_1);
    if (text.contains(KOREAN_ESCAPE)) {
      return Charset.forName("ISO-2022-KR");
    }
    return JAPANESE_ESCAPES.stream().anyMatch(text::contains)
        ? Charset.forName("ISO-2022-JP")
        : null;
  }
}
