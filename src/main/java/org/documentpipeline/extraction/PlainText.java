package org.documentpipeline.extraction;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.apache.tika.detect.AutoDetectReader;
import org.apache.tika.exception.TikaException;
import org.springframework.stereotype.Component;

/** Reads text and Markdown files of any usual encoding. */
@Component("plainText")
class PlainText {
  private static final Pattern HEADING = Pattern.compile("^#{1,6}\\s+(.*?)\\s*#*$");
  private static final Pattern LIST_ITEM = Pattern.compile("^\\s{0,6}(?:[-*+]|\\d{1,3}[.)])\\s+.*");
  private static final Pattern TABLE_ROW = Pattern.compile("^\\s*\\|.*\\|\\s*$");
  private static final int LONGEST_PARAGRAPH = 20_000;

  private final BlockFiles blockFiles;

  PlainText(BlockFiles blockFiles) {
    this.blockFiles = blockFiles;
  }

  /**
   * Writes a file's paragraphs to the block file; streams, linear in the length. A blank line ends
   * a paragraph, a heading or a table row is one of its own.
   *
   * @throws ExtractionException {@code corrupt} when no character set fits, {@code too-complex}
   *     when it is too long
   */
  public void read(File file, File blocks) throws IOException {
    try (BufferedReader lines = new BufferedReader(reader(file));
        BlockFiles.Writer writer = blockFiles.append(blocks)) {
      StringBuilder paragraph = new StringBuilder();
      String kind = "paragraph";
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String next = kind(line);
        boolean rows = !next.equals("paragraph");
        if (line.isBlank() || !next.equals(kind) || paragraph.length() > LONGEST_PARAGRAPH) {
          writer.add(new Block(null, kind, paragraph.toString().strip()));
          paragraph.setLength(0);
        }
        kind = next;
        paragraph.append(paragraph.length() == 0 ? "" : rows ? "\n" : " ").append(text(line, kind));
        if (kind.equals("heading")) {
          writer.add(new Block(null, kind, paragraph.toString().strip()));
          paragraph.setLength(0);
        }
      }
      writer.add(new Block(null, kind, paragraph.toString().strip()));
    }
  }

  private static String kind(String line) {
    if (HEADING.matcher(line).matches()) {
      return "heading";
    }
    if (TABLE_ROW.matcher(line).matches()) {
      return "table";
    }
    return LIST_ITEM.matcher(line).matches() ? "list" : "paragraph";
  }

  private static String text(String line, String kind) {
    return kind.equals("heading") ? HEADING.matcher(line).replaceFirst("$1") : line.strip();
  }

  /**
   * Detects the character set; what is taken for ISO-8859-1 is its superset windows-1252 in
   * practice.
   */
  private static Reader reader(File file) throws IOException {
    Charset charset;
    try (InputStream stream = Files.newInputStream(file.toPath());
        AutoDetectReader detected = new AutoDetectReader(stream)) {
      charset = detected.getCharset();
    } catch (TikaException e) {
      throw new ExtractionException("corrupt", "The file's character set is not known.", e);
    }
    if (charset.equals(StandardCharsets.ISO_8859_1)) {
      charset = Charset.forName("windows-1252");
    }
    Reader reader = new InputStreamReader(Files.newInputStream(file.toPath()), charset);
    BufferedReader buffered = new BufferedReader(reader);
    buffered.mark(1);
    if (buffered.read() != '\uFEFF') {
      buffered.reset();
    }
    return buffered;
  }
}
