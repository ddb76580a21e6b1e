package org.documentpipeline.extraction;

import java.util.regex.Pattern;

/** The paragraph, list or table of a text file that the lines are being added to. */
final class PlainParagraph {
  private static final Pattern UNDERLINE = Pattern.compile("^\\s{0,3}(?:={3,}|-{3,})\\s*$");
  private static final Pattern LIST_ITEM =
      Pattern.compile("^\\s{0,6}(?:[-*+\u2022\u25CF\u25AA\u00B7]|\\d{1,3}[.)])\\s+.*");
  private static final Pattern TABLE_ROW = Pattern.compile("^\\s*\\|.*\\|\\s*$");

  /**
   * Nobody ends lines by hand at such a length: where they are longer, each is a paragraph, unless
   * it is just one sentence. There are those who begin a new line with every sentence.
   */
  private static final int WRAPPED = 200;

  private static final Pattern SEVERAL_SENTENCES =
      Pattern.compile(
          "\\p{L}{3}[.!?\u2026][\"\u201D\u2019)\\]]?\\s{1,3}[\"\u201C\u2018(]?\\p{Lu}"
              + "|[\u3002\uFF01\uFF1F].{2}");

  /**
   * Lines that are entries of their own, whatever the line before ends with: with a time, a date,
   * the number of a clause, or the name of a field before them.
   */
  private static final Pattern ENTRY =
      Pattern.compile(
          "^\\s{0,3}(?:[\\[(]?(?:\\d{1,2}:\\d{2}|\\d{1,4}[-/.]\\d{1,2}[-/.]\\d{2,4})"
              + "|\\d{1,2}(?:\\.\\d{1,2}){1,3}\\.?\\s+\\p{Lu}"
              + "|(?!\\p{Ll})\\p{L}[\\p{L}\\p{M}-]{1,15}(?: \\p{L}{1,12})?:\\s).*");

  /** Columns that lines which are ended by hand have at most; what is wider goes on by itself. */
  private static final int WIDEST = 84;

  private static final int LONGEST_NAME = 40; // columns, of a line before a wide one

  private final BlockWriter writer;
  private final LineJoiner joiner;
  private final WrapWidth wrap;
  private final StringBuilder text = new StringBuilder();
  private String end = ""; // the last sign of what is written already
  private String kind = "paragraph";
  private String last = ""; // the last line
  private int lines;
  private boolean wasWhole; // the last line
  private boolean written;

  PlainParagraph(BlockWriter writer, LineJoiner joiner, WrapWidth wrap) {
    this.writer = writer;
    this.joiner = joiner;
    this.wrap = wrap;
  }

  void add(String line) {
    if (line.isBlank()) {
      end();
      return;
    }
    if (lines == 1 && kind.equals("paragraph") && UNDERLINE.matcher(line).matches()) {
      kind = "heading";
      end();
      return;
    }
    kind = lines == 1 && MarkdownTable.isHead(text, line) ? "table" : kind;
    String own = kind(line);
    boolean row = kind.equals("table") && own.equals("paragraph") && line.indexOf('|') >= 0;
    String next = row ? kind : own;
    // What follows an item without a blank line belongs to it, indented or not (CommonMark 5.2).
    boolean wrapped = kind.equals("list") && lines > 0 && next.equals("paragraph");
    boolean isWhole = isWhole(line);
    boolean whole =
        next.equals("paragraph")
            && (wasWhole || isWhole || isName() && WrapWidth.width(line) > WIDEST || isEnded(line));
    if (!next.equals(kind) && !wrapped || lines > 0 && whole) {
      end();
      kind = next;
    }
    if (kind.equals("heading")) {
      text.append(Headings.marked(line));
      end();
      return;
    }
    if (lines > 0 && !next.equals("paragraph")) {
      text.append('\n').append(line.strip());
    } else if (lines > 0 && !text.isEmpty()) {
      joiner.add(text, line.strip());
    } else {
      text.append(lines > 0 ? Joining.gap(end, line.strip()) : "").append(line.strip());
    }
    lines++;
    last = line;
    wasWhole = isWhole;
    spill();
  }

  private static boolean isWhole(String line) {
    return line.length() > WRAPPED && SEVERAL_SENTENCES.matcher(line).find();
  }

  /**
   * Whether the last line was ended on purpose: where lines are of any length, before an entry;
   * where they are wrapped, not if the next begins within a sentence.
   */
  private boolean isEnded(String next) {
    if (lines > 0 && !wrap.isKnown() && ENTRY.matcher(next).matches()) {
      return true;
    }
    return kind.equals("paragraph")
        && wrap.endsOnPurpose(last, next)
        && (LineKinds.endsSentence(last.stripTrailing())
            || !Character.isLowerCase(next.strip().codePointAt(0)));
  }

  /** Whether all there is is a line that is too short to be one of several. */
  private boolean isName() {
    return lines == 1
        && !written
        && kind.equals("paragraph")
        && WrapWidth.width(text) <= LONGEST_NAME
        && !LineKinds.endsSentence(text);
  }

  void goOn(String part) {
    text.append(part);
    spill();
  }

  void end() {
    boolean title =
        lines == 1 && !written && kind.equals("paragraph") && Headings.isPlain(text.toString());
    write(title ? "heading" : kind);
    kind = "paragraph";
    lines = 0;
    wasWhole = false;
    written = false;
  }

  /** What is long is written while it goes on. */
  private void spill() {
    if (text.length() > BlockWriter.LONGEST) {
      write(kind);
      written = true;
    }
  }

  private void write(String as) {
    writer.add(new Block(null, written ? Block.CONTINUED : as, text.toString()));
    end = text.isEmpty() ? end : text.substring(text.offsetByCodePoints(text.length(), -1));
    text.setLength(0);
  }

  private static String kind(String line) {
    if (Headings.marked(line) != null) {
      return "heading";
    }
    if (TABLE_ROW.matcher(line).matches()) {
      return "table";
    }
    return LIST_ITEM.matcher(line).matches() ? "list" : "paragraph";
  }
}
