package org.documentpipeline.extraction;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** UTF-16 and UTF-32 without a byte order mark. */
final class WideCharsets {
  private static final List<Charset> ALL =
      List.of(
          Charset.forName("UTF-32LE"),
          Charset.forName("UTF-32BE"),
          StandardCharsets.UTF_16LE,
          StandardCharsets.UTF_16BE);

  private WideCharsets() {}

  /**
   * The one in which the bytes have no impossible character and the most separators of words and
   * clauses; null when there is none. The wrong byte order turns spaces and line ends into rare
   * signs.
   */
  static Charset of(byte[] head) {
    Charset best = null;
    int most = 0;
    for (Charset charset : ALL) {
      int separators = separators(head, charset);
      if (separators > most) {
        most = separators;
        best = charset;
      }
    }
    return best;
  }

  private static int separators(byte[] head, Charset charset) {
    String text = decode(head, charset);
    if (text == null) {
      return 0;
    }
    int separators = 0;
    int joined = 0;
    int letters = 0;
    Character.UnicodeScript last = null;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (!isTextual(c)) {
        return 0;
      }
      separators += " \n\r\u3000\u3001\u3002\uFF0C".indexOf(c) >= 0 ? 1 : 0;
      if (Character.isLetter(c)) {
        Character.UnicodeScript script = family(c);
        letters++;
        joined += last == null || script == last ? 1 : 0;
        last = script;
      } else {
        last = null;
      }
    }
    return joined * 4 >= letters * 3 ? separators : 0;
  }

  /** Kana and ideographs stand side by side in one word. */
  private static Character.UnicodeScript family(int c) {
    Character.UnicodeScript script = Character.UnicodeScript.of(c);
    return switch (script) {
      case HIRAGANA, KATAKANA, HAN, COMMON -> Character.UnicodeScript.HAN;
      default -> script;
    };
  }

  private static String decode(byte[] head, Charset charset) {
    int unit = charset.name().contains("32") ? 4 : 2;
    CharBuffer chars = CharBuffer.allocate(head.length / unit * 2 + 1);
    // A head that is cut in the middle of a character is no error: there is no end of input.
    boolean failed =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT)
            .decode(ByteBuffer.wrap(head, 0, head.length - head.length % unit), chars, false)
            .isError();
    return failed ? null : chars.flip().toString();
  }

  private static boolean isTextual(int c) {
    return switch (Character.getType(c)) {
      case Character.UNASSIGNED, Character.PRIVATE_USE, Character.SURROGATE -> false;
      case Character.CONTROL -> Character.isWhitespace(c);
      default -> true;
    };
  }
}
