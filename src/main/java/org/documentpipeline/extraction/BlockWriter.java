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
    // Cleaned once and cut after it: what is left is not looked at again for each cut.
    String text = CleanText.unstripped(raw.text()).stripTrailing();
    int from = firstSign(text, 0);
    String lead = raw.continued() ? lead(text, 0, from) : "";
    String kind = raw.kind();
    Integer level = raw.level();
    while (lead.length() + text.length() - from > LONGEST) {
      int cut = cut(text, from, from + LONGEST - lead.length());
      write(new Block(raw.page(), kind, lead + text.substring(from, cut), level));
      level = null;
      from = firstSign(text, cut);
      lead = lead(text, cut, from);
      kind = Block.CONTINUED;
    }
    if (from < text.length()) {
      write(new Block(raw.page(), kind, lead + text.substring(from), level));
    }
  }

  private static int firstSign(String text, int from) {
    int at = from;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /** Of the white space before a part that goes on, one sign is left. */
  private static String lead(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) == '\n') {
        return "\n";
      }
    }
    return from == to ? "" : " ";
  }

  /** A line's end, else a space, in the second half of what fits; else between two characters. */
  private static int cut(String text, int from, int most) {
    int least = from + LONGEST / 2;
    int space = 0;
    for (int i = most; i > least; i--) {
      if (text.charAt(i) == '\n') {
        return i;
      }
      space = space == 0 && Character.isWhitespace(text.charAt(i)) ? i : space;
    }
    int end = space == 0 ? most : space;
    while (space == 0 && end > least && isInside(text, end)) {
      end--;
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
