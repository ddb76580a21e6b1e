package org.documentpipeline.extraction;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Keeps the texts of pages on disk, a file for each range, until all of them have been read. */
@Component("pageTexts")
class PageTexts {
  private static final int TOGETHER = 1 << 17;

  private final long maxCharacters;

  PageTexts(@Value("${pipeline.max-characters:50000000}") long maxCharacters) {
    this.maxCharacters = maxCharacters;
  }

  /**
   * Adds the text of the next page of a range, and notes its words; null is a page without text.
   * Ranges may be read at once, the pages of each one after the other.
   *
   * @return how many pages of the whole file have been read by now
   * @throws ExtractionException {@code too-complex} when all pages together have too much text
   */
  public int add(String text, File folder, PageRange range, int page) throws IOException {
    PageLines lines = PageLines.of(page, text == null ? "" : text);
    range.notes().add(lines);
    byte[] bytes = lines.text().getBytes(StandardCharsets.UTF_8);
    int read = range.all().count(text == null ? 0 : text.length());
    // Page numbers, spaces and the like go later.
    if (range.all().characters() > 2 * maxCharacters) {
      throw new ExtractionException(
          "too-complex",
          "The document has more than %,d characters of text.".formatted(maxCharacters));
    }
    if (page == range.first()) {
      Files.deleteIfExists(file(folder, range));
    }
    ByteArrayOutputStream waiting = range.notes().waiting();
    DataOutputStream out = new DataOutputStream(waiting);
    out.writeInt(page);
    out.writeInt(bytes.length);
    out.write(bytes);
    if (waiting.size() > TOGETHER || page == range.last()) {
      WorkFileException.guard(
          () ->
              Files.write(
                  file(folder, range),
                  waiting.toByteArray(),
                  StandardOpenOption.CREATE,
                  StandardOpenOption.APPEND));
      waiting.reset();
    }
    return read;
  }

  /** What takes a page. */
  interface Reader {
    void page(PageLines page) throws IOException;
  }

  /** Reads all pages again, in their order. */
  static void read(File folder, PageRanges ranges, Reader reader) throws IOException {
    for (PageRange range : ranges) {
      if (range.last() < range.first()) {
        continue;
      }
      try (DataInputStream in =
          new DataInputStream(new BufferedInputStream(Files.newInputStream(file(folder, range))))) {
        for (int i = range.first(); i <= range.last(); i++) {
          int page = in.readInt();
          byte[] bytes = in.readNBytes(in.readInt());
          reader.page(PageLines.read(page, new String(bytes, StandardCharsets.UTF_8)));
        }
      }
    }
  }

  private static Path file(File folder, PageRange range) {
    return folder.toPath().resolve("pages-" + range.index());
  }
}
