package org.documentpipeline.extraction;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import org.springframework.stereotype.Component;

/** Reads text and Markdown files of any usual encoding. */
@Component("plainText")
class PlainText {
  private static final int TELLING = 5_000_000; // characters that tell how words are written

  private final BlockFiles blockFiles;

  PlainText(BlockFiles blockFiles) {
    this.blockFiles = blockFiles;
  }

  /**
   * Writes a file's paragraphs to the block file; streams, linear in the length, in bounded memory
   * even for a file of one line. A blank line ends a paragraph, and so does a line that ends before
   * the width at which the file's lines are wrapped; a heading or a table row is one of its own; a
   * lone line of capitals or like "Chapter 1" is a heading, too.
   *
   * @throws ExtractionException {@code corrupt} when no character set fits, {@code too-complex}
   *     when it is too long
   */
  public void read(File file, File blocks) throws IOException {
    Charset charset = Charsets.of(file);
    try (TextLines lines = new TextLines(file, charset);
        BlockWriter writer = blockFiles.write(blocks)) {
      PlainParagraph paragraph =
          new PlainParagraph(
              writer, new LineJoiner(() -> words(file, charset)), WrapWidth.of(file, charset));
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
}
