package org.documentpipeline.extraction;

import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;

/** Writes a block file anew: cleans the text, keeps the limit, cuts what is too long to hold. */
final class BlockWriter implements Closeable {
  /** More characters than a block has at most; a longer one goes on in blocks of their own. */
  static final int LONGEST = 20_000;

  private static final ObjectWriter JSON = JsonMapper.builder().build().writerFor(Block.class);

  private final BufferedWriter out;
  private final long maxCharacters;
  private long characters;

  BlockWriter(File blocks, long maxCharacters) throws IOException {
    this.out =
        WorkFileException.guard(
            () -> Files.newBufferedWriter(blocks.toPath(), StandardCharsets.UTF_8));
    this.maxCharacters = maxCharacters;
  }

  /**
   * Writes a block; one without text is left out.
   *
   * @throws ExtractionException {@code too-complex} when all blocks together have more characters
   *     than allowed
   */
  void add(Block raw) {
    String text = raw.continued() ? goingOn(raw.text()) : CleanText.of(raw.text());
    String kind = raw.kind();
    while (text.length() > LONGEST) {
      int cut = cut(text);
      write(new Block(raw.page(), kind, text.substring(0, cut)));
      text = goingOn(text.substring(cut));
      kind = Block.CONTINUED;
    }
    if (!text.isBlank()) {
      write(new Block(raw.page(), kind, text));
    }
  }

  /** Of the white space before it, one sign is left. */
  private static String goingOn(String raw) {
    String text = CleanText.unstripped(raw).stripTrailing();
    String stripped = text.stripLeading();
    if (stripped.length() == text.length()) {
      return text;
    }
    boolean newLine = text.lastIndexOf('\n', text.length() - stripped.length() - 1) >= 0;
    return (newLine ? "\n" : " ") + stripped;
  }

  /** A line's end, else a space, in the second half of what fits; else between two characters. */
  private static int cut(String text) {
    int end = text.lastIndexOf('\n', LONGEST);
    for (int i = LONGEST; end < LONGEST / 2 && i > LONGEST / 2; i--) {
      end = Character.isWhitespace(text.charAt(i)) ? i : end;
    }
    if (end < LONGEST / 2) {
      end = LONGEST;
      while (end > LONGEST / 2 && isInside(text, end)) {
        end--;
      }
    }
    return end;
  }

  private static boolean isInside(String text, int at) {
    int type = Character.getType(text.codePointAt(at));
    return Character.isLowSurrogate(text.charAt(at))
        || type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || text.charAt(at) == '\u200d'
        || text.charAt(at - 1) == '\u200d';
  }

  private void write(Block block) {
    characters += block.text().length();
    if (characters > maxCharacters) {
      throw new ExtractionException(
          "too-complex",
          "The document has more than %,d characters of text.".formatted(maxCharacters));
    }
    try {
      out.write(JSON.writeValueAsString(block));
      out.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(new WorkFileException(e));
    }
  }

  @Override
  public void close() throws IOException {
    try {
      out.close();
    } catch (IOException e) {
      throw new WorkFileException(e);
    }
  }
}
