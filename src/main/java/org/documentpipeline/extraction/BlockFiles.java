package org.documentpipeline.extraction;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Block files: what extraction writes and the chunker reads, one JSON line a {@link Block}. */
@Component("blockFiles")
class BlockFiles {
  private final ObjectMapper json = new ObjectMapper();
  private final long maxCharacters;

  BlockFiles(@Value("${pipeline.max-characters:50000000}") long maxCharacters) {
    this.maxCharacters = maxCharacters;
  }

  /** Makes an empty block file in a work folder. */
  public File create(File folder) throws IOException {
    File file = new File(folder, "blocks.jsonl");
    Files.deleteIfExists(file.toPath());
    WorkFileException.guard(() -> Files.createFile(file.toPath()));
    return file;
  }

  /** Writes the blocks of the XHTML that Tika gives. */
  public void addXhtml(File blocks, byte[] xhtml) throws IOException {
    try (BlockWriter writer = write(blocks)) {
      XhtmlBlocks.read(xhtml, writer::add);
    }
  }

  /**
   * Looks through a finished block file.
   *
   * @param pages how many pages the document has; null where the format has none
   * @throws ExtractionException {@code no-text} when there is no letter or digit in it
   */
  public Found measure(File blocks, Integer pages) throws IOException {
    long characters = 0;
    boolean readable = false;
    String title = null;
    BitSet withText = new BitSet();
    try (BufferedReader lines = Files.newBufferedReader(blocks.toPath())) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Block block = json.readValue(line, Block.class);
        if (block.ofProperties()) {
          title = block.text();
          continue;
        }
        characters += block.text().length();
        readable = readable || block.text().codePoints().anyMatch(Character::isLetterOrDigit);
        if (block.page() != null) {
          withText.set(block.page());
        }
      }
    }
    if (!readable) {
      throw new ExtractionException("no-text", noText(pages));
    }
    return new Found(characters, title, pages == null ? null : warning(pages, withText));
  }

  private static String noText(Integer pages) {
    return pages == null
        ? "No text was found in the file."
        : "No text could be read from the %s of this PDF. A scan has only pictures of text; text recognition is not installed."
            .formatted(pages == 1 ? "one page" : pages + " pages");
  }

  private String warning(int pages, BitSet withText) throws IOException {
    List<Integer> empty =
        IntStream.rangeClosed(1, pages).filter(page -> !withText.get(page)).boxed().toList();
    if (empty.isEmpty()) {
      return null;
    }
    String detail =
        empty.size() == 1
            ? "Page %d has no text and is not part of the summary.".formatted(empty.get(0))
            : "%d pages have no text and are not part of the summary.".formatted(empty.size());
    return json.writeValueAsString(
        Map.of("code", "pages-without-text", "detail", detail, "pages", empty));
  }

  /** Opens a block file to be written from its beginning. */
  BlockWriter write(File blocks) throws IOException {
    return new BlockWriter(blocks, maxCharacters);
  }
}
