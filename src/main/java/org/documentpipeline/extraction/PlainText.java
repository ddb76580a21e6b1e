package org.documentpipeline.extraction;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Reads text and Markdown files of any usual encoding. */
@Component("plainText")
class PlainText {
  private static final Pattern UNDERLINE = Pattern.compile("^\\s{0,3}(?:={3,}|-{3,})\\s*$");
  private static final Pattern LIST_ITEM =
      Pattern.compile("^\\s{0,6}(?:[-*+\u2022\u25CF\u25AA\u00B7]|\\d{1,3}[.)])\\s+.*");
  private static final Pattern TABLE_ROW = Pattern.compile("^\\s*\\|.*\\|\\s*$");

  /** Nobody ends lines by hand at such a length: where they are longer, each is a paragraph. */
  private static final int WRAPPED = 200;

  private static final int TELLING = 5_000_000; // characters that tell how words are written

  private final BlockFiles blockFiles;

  PlainText(BlockFiles blockFiles) {
    this.blockFiles = blockFiles;
  }

  /**
   * Writes a file's paragraphs to the block file; streams, linear in the length, in bounded memory
   * even for a file of one line. A blank line ends a paragraph, a heading or a table row is one of
   * its own; a lone line of capitals or like "Chapter 1" is a heading, too.
   *
   * @throws ExtractionException {@code corrupt} when no character set fits, {@code too-complex}
   *     when it is too long
   */
  public void read(File file, File blocks) throws IOException {
    Charset charset = Charsets.of(file);
    try (TextLines lines = new TextLines(file, charset);
        BlockWriter writer = blockFiles.write(blocks)) {
      Paragraph paragraph = new Paragraph(writer, new LineJoiner(() -> words(file, charset)));
      for (String line = lines.next(); line != null; line = lines.next()) {
        if (lines.goesOn()) {
          paragraph.goOn(line);
        } else {
          paragraph.add(line);
        }
      }
      paragraph.end();
      if (lines.isGarbled()) {
        throw new ExtractionException(
            "corrupt", "Parts of the file are in no usual character encoding; save it as UTF-8.");
      }
    }
  }

  /** The words of the file, or of the beginning of a large one; read only where a word is torn. */
  private static Lexicon words(File file, Charset charset) {
    Lexicon words = new Lexicon();
    try (TextLines lines = new TextLines(file, charset)) {
      long read = 0;
      for (String line = lines.next(); line != null && read < TELLING; line = lines.next()) {
        words.add(line);
        read += line.length();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }

  /** The paragraph, list or table that the lines are being added to. */
  private static final class Paragraph {
    private final BlockWriter writer;
    private final LineJoiner joiner;
    private final StringBuilder text = new StringBuilder();
    private String end = ""; // the last sign of what is written already
    private String kind = "paragraph";
    private int lines;
    private int length; // of the last line
    private boolean written;

    Paragraph(BlockWriter writer, LineJoiner joiner) {
      this.writer = writer;
      this.joiner = joiner;
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
      String next = kind(line);
      // What follows an item without a blank line belongs to it, indented or not (CommonMark 5.2).
      boolean wrapped = kind.equals("list") && lines > 0 && next.equals("paragraph");
      boolean whole = next.equals("paragraph") && Math.max(length, line.length()) > WRAPPED;
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
      length = line.length();
      spill();
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
      length = 0;
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
