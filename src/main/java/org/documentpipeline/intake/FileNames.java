package org.documentpipeline.intake;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** The name a document is shown under. It is never used as a path or a key. */
@Component
public class FileNames {

  private static final int MAX_BYTES = 255;
  private static final int MAX_EXTENSION_BYTES = 16;
  private static final String FALLBACK = "document";

  /**
   * The last part of a path, in NFC, without control, bidirectional and separator characters, at
   * most 255 UTF-8 bytes (a short extension survives the cut), never empty.
   *
   * @param raw what the client called it; may be null
   */
  public String display(String raw) {
    if (raw == null) {
      return FALLBACK;
    }
    String name = Normalizer.normalize(clean(lastPart(raw)), Normalizer.Form.NFC).strip();
    if (name.isEmpty() || name.equals(".") || name.equals("..")) {
      return FALLBACK;
    }
    return cut(name);
  }

  /** The part after the last dot in lower case, without the dot; empty when there is none. */
  static String extension(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
  }

  private static String lastPart(String raw) {
    int end = raw.length();
    while (end > 0 && isSeparator(raw.charAt(end - 1))) {
      end--;
    }
    int start = end;
    while (start > 0 && !isSeparator(raw.charAt(start - 1))) {
      start--;
    }
    return raw.substring(start, end);
  }

  private static boolean isSeparator(char c) {
    return c == '/' || c == '\\';
  }

  private static String clean(String name) {
    StringBuilder kept = new StringBuilder(name.length());
    name.codePoints()
        .filter(FileNames::isVisible)
        .forEach(c -> kept.appendCodePoint(isLone(c) ? 0xFFFD : c));
    return kept.toString();
  }

  private static boolean isLone(int c) {
    return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
  }

  private static boolean isVisible(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
      // The joiners belong to the spelling of Persian and Indic names; every other format character
      // only hides things.
      case Character.FORMAT -> c == 0x200C || c == 0x200D;
      default -> true;
    };
  }

  private static String cut(String name) {
    if (utf8Length(name) <= MAX_BYTES) {
      return name;
    }
    String extension = extension(name);
    String tail =
        extension.isEmpty() || utf8Length(extension) > MAX_EXTENSION_BYTES
            ? ""
            : name.substring(name.length() - extension.length() - 1);
    StringBuilder head = new StringBuilder();
    int room = MAX_BYTES - utf8Length(tail);
    for (int i = 0; i < name.length() - tail.length(); ) {
      int c = name.codePointAt(i);
      room -= utf8Length(Character.toString(c));
      if (room < 0) {
        break;
      }
      head.appendCodePoint(c);
      i += Character.charCount(c);
    }
    return head.append(tail).toString();
  }

  private static int utf8Length(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
