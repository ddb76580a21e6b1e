package org.documentpipeline.intake;

import java.io.BufferedInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;

/**
 * Tells text from binary data, and text from blank space, without knowing the charset in advance.
 */
final class TextSniffer {

  private static final int SAMPLE = 1 << 16;
  private static final List<Charset> WIDE =
      List.of(
          StandardCharsets.UTF_16LE,
          StandardCharsets.UTF_16BE,
          Charset.forName("UTF-32LE"),
          Charset.forName("UTF-32BE"));

  private TextSniffer() {}

  /** Whether the first 64 KB can be text in an ASCII-based charset, UTF-16 or UTF-32. */
  static boolean isText(File file) throws IOException {
    byte[] sample = sample(file);
    return isNarrow(sample) || wideCharset(sample) != null;
  }

  /**
   * Whether the file has nothing but white space, control and format characters; an empty one is
   * blank.
   */
  static boolean isBlank(File file) throws IOException {
    Charset wide = wideCharset(sample(file));
    Charset charset = wide == null ? StandardCharsets.UTF_8 : wide;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file.toPath()));
        Reader reader = new InputStreamReader(in, charset)) {
      for (int c = reader.read(); c >= 0; c = reader.read()) {
        if (!isBlank(c)) {
          return false;
        }
      }
      return true;
    }
  }

  /** Whether a text has nothing but white space, control and format characters. */
  static boolean isBlank(String text) {
    return text.codePoints().allMatch(TextSniffer::isBlank);
  }

  private static boolean isBlank(int c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.isISOControl(c)
        || Character.getType(c) == Character.FORMAT;
  }

  private static byte[] sample(File file) throws IOException {
    try (InputStream in = Files.newInputStream(file.toPath())) {
      return in.readNBytes(SAMPLE);
    }
  }

  // A stray control character does not make a log file binary; a NUL does.
  private static boolean isNarrow(byte[] sample) {
    int controls = 0;
    for (byte b : sample) {
      if (b == 0) {
        return false;
      }
      if (b > 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != 0x1B) {
        controls++;
      }
    }
    return controls * 100 <= sample.length;
  }

  private static Charset wideCharset(byte[] sample) {
    if (isNarrow(sample) && !startsWithMark(sample)) {
      return null;
    }
    return WIDE.stream().filter(charset -> reads(sample, charset)).findFirst().orElse(null);
  }

  private static boolean startsWithMark(byte[] sample) {
    int first = sample.length < 2 ? 0 : (sample[0] & 0xFF) << 8 | sample[1] & 0xFF;
    return first == 0xFFFE || first == 0xFEFF;
  }

  // Bytes that are not text hit an unassigned, private or control code point within a few
  // characters. The wrong byte
  // order turns spaces and line ends into rare signs, so one of them has to be there, or a byte
  // order mark.
  private static boolean reads(byte[] sample, Charset charset) {
    int unit = charset.name().contains("32") ? 4 : 2;
    ByteBuffer bytes = ByteBuffer.wrap(sample, 0, sample.length - sample.length % unit);
    CharBuffer chars = CharBuffer.allocate(sample.length / unit * 2);
    boolean failed =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT)
            .decode(bytes, chars, false)
            .isError();
    if (failed || chars.position() == 0) {
      return false;
    }
    String text = chars.flip().toString();
    return text.codePoints().allMatch(TextSniffer::isTextual)
        && (startsWithMark(sample) || text.codePoints().anyMatch(TextSniffer::isSeparator));
  }

  private static boolean isSeparator(int c) {
    return c == ' ' || c == '\n' || c == '\r' || c == 0x3001 || c == 0x3002;
  }

  private static boolean isTextual(int c) {
    return switch (Character.getType(c)) {
      case Character.UNASSIGNED, Character.PRIVATE_USE, Character.SURROGATE -> false;
      case Character.CONTROL -> Character.isWhitespace(c);
      default -> true;
    };
  }
}
