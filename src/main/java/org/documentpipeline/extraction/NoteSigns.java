package org.documentpipeline.extraction;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Takes the numbers of notes out of the text, which stand raised on the page and come glued to the
 * word or full stop before them. Only where it is certain: the note itself is on the page and the
 * number refers to it alone, or the whole document counts its notes in this way. Linear.
 */
final class NoteSigns {
  static final int MOST_MISSED = 3;

  private final boolean counted;
  private final Map<Integer, Integer> signs = new HashMap<>(); // of this page
  private final Set<Integer> notes = new HashSet<>(); // of this page, which have one sign each
  private int last;

  /** Whether the signs of the document count on, one after the other. */
  NoteSigns(boolean counted) {
    this.counted = counted;
  }

  /** Takes note of the notes of the next page. */
  void page(List<String> lines) {
    signs.clear();
    notes.clear();
    for (String line : lines) {
      int note = note(line);
      if (note > 0 && signs.getOrDefault(note, 0) == 1) {
        notes.add(note);
      }
      NoteSign.all(line, sign -> signs.merge(sign.number(), 1, Integer::sum));
    }
    notes.removeIf(note -> signs.get(note) > 1);
  }

  /** Whether a line begins the text of a note of this page. */
  boolean isNote(String line) {
    return notes.contains(note(line));
  }

  /** The line with a space behind the number of the note. */
  String spaced(String line) {
    int digits = digits(line);
    return line.substring(0, digits) + " " + line.substring(digits);
  }

  /** The number that is glued to the capital which a line begins with; 0 for any other line. */
  private static int note(String line) {
    int digits = digits(line);
    boolean word =
        digits > 0
            && digits + 1 < line.length()
            && line.charAt(0) != '0'
            && (Character.isUpperCase(line.charAt(digits))
                    && Character.isLowerCase(line.charAt(digits + 1))
                || "\"\u201C\u2018(".indexOf(line.charAt(digits)) >= 0
                    && Character.isLetter(line.charAt(digits + 1))
                || line.startsWith("http", digits));
    return word ? Integer.parseInt(line.substring(0, digits)) : 0;
  }

  private static int digits(String line) {
    int digits = 0;
    while (digits < line.length()
        && digits <= NoteSign.MOST_DIGITS
        && NoteSign.isDigit(line.charAt(digits))) {
      digits++;
    }
    return digits <= NoteSign.MOST_DIGITS ? digits : 0;
  }

  /** A text of this page without the signs. */
  String clean(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    int[] copied = {0};
    NoteSign.all(
        text,
        sign -> {
          if (isCertain(sign)) {
            clean.append(text, copied[0], sign.from());
            copied[0] = sign.to();
          }
          last = sign.afterStop() || isNext(sign) ? sign.number() : last;
        });
    return copied[0] == 0 ? text : clean.append(text, copied[0], text.length()).toString();
  }

  /** Without a full stop before it a number may be part of the word: "log2". */
  private boolean isCertain(NoteSign sign) {
    boolean noted = notes.contains(sign.number());
    return sign.afterStop()
        ? noted || counted && isNext(sign)
        : noted && (sign.number() == 1 || sign.number() > last);
  }

  private boolean isNext(NoteSign sign) {
    int number = sign.number();
    return number == 1 && last != 1 || number > last && number <= last + MOST_MISSED;
  }

  /** The number that a line begins with, as notes do; 0 for any other line. */
  static int number(String line) {
    int digits = digits(line);
    boolean begins =
        digits > 0
            && digits < line.length()
            && line.charAt(0) != '0'
            && (line.charAt(digits) == '.'
                || line.charAt(digits) == ' '
                || Character.isLetter(line.charAt(digits)));
    return begins ? Integer.parseInt(line.substring(0, digits)) : 0;
  }
}
