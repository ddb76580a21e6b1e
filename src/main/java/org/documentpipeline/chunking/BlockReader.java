package org.documentpipeline.chunking;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.documentpipeline.extraction.Block;

/** Reads a file of JSON lines block by block. */
final class BlockReader implements Closeable {

  private static final ObjectReader BLOCKS =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build()
          .readerFor(Block.class);

  private final BufferedReader reader;
  private long line;

  BlockReader(File file) {
    try {
      reader = Files.newBufferedReader(file.toPath(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The next block that has text, with {@code \n} line ends and no white space around it, but for
   * one sign where a block goes on in the one before; null at the end.
   */
  Block next() {
    try {
      for (String json = reader.readLine(); json != null; json = reader.readLine()) {
        line++;
        Block block = json.isBlank() ? null : BLOCKS.readValue(json);
        String text = block == null || block.ofProperties() ? "" : clean(block.text());
        if (!text.isEmpty()) {
          String whole = block.continued() ? gap(block.text()) + text : text;
          return new Block(block.page(), block.kind(), whole, block.level());
        }
      }
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException("line " + line + " of the blocks file: " + e.getMessage(), e);
    }
  }

  private static String gap(String text) {
    int end = 0;
    boolean newline = false;
    while (Character.isWhitespace(text.charAt(end))) { // ends: there is text behind it
      newline |= text.charAt(end) == '\n' || text.charAt(end) == '\r';
      end++;
    }
    return end == 0 ? "" : newline ? "\n" : " ";
  }

  /** Long runs of white space would be tokens without words. */
  private static String clean(String text) {
    if (text == null) {
      return "";
    }
    String stripped =
        text.indexOf('\r') < 0
            ? text.strip()
            : text.replace("\r\n", "\n").replace('\r', '\n').strip();
    StringBuilder result = null;
    int copied = 0;
    for (int i = 0; i < stripped.length(); ) {
      int end = i;
      boolean newline = false;
      while (Character.isWhitespace(stripped.charAt(end))) { // ends: the last character is none
        newline |= stripped.charAt(end++) == '\n';
      }
      if (end - i >= 8) {
        result = result == null ? new StringBuilder(stripped.length()) : result;
        result.append(stripped, copied, i).append(newline ? "\n\n" : "  ");
        copied = end;
      }
      i = Math.max(end, i + 1);
    }
    return result == null
        ? stripped
        : result.append(stripped, copied, stripped.length()).toString();
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
