package org.documentpipeline.chunking;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.documentpipeline.chunking.Piece.Boundary;
import org.documentpipeline.extraction.Block;

/**
 * The pieces of a document in order, read as they are asked for; holds one block and a window of
 * its pieces.
 */
final class Pieces implements Closeable {

  /** Room for the white space that is counted together with a part of a sentence. */
  private static final int SPARE_TOKENS = 8;

  private final BlockReader reader;
  private final TokenCounter counter;
  private final int maxTokens;
  private final int window;
  private final Deque<Piece> ready = new ArrayDeque<>();

  private Block block;
  private int position; // of the first character of the block's text that is not in a piece yet
  private String lead = "";
  private Boundary boundary = Boundary.SENTENCE;
  private String section;
  private long offset;

  Pieces(BlockReader reader, TokenCounter counter, int maxTokens) {
    this.reader = reader;
    this.counter = counter;
    this.maxTokens = maxTokens;
    this.window = Math.max(1 << 16, 8 * maxTokens);
  }

  /** The next piece, or null after the last one. */
  Piece next() {
    while (ready.isEmpty()) {
      if (block == null || position == block.text().length()) {
        Block next = reader.next();
        if (next == null) {
          return null;
        }
        begin(next);
      } else {
        splitWindow();
      }
    }
    return ready.poll();
  }

  private void begin(Block next) {
    if (block != null) {
      lead = is("list") && "list".equals(next.kind()) ? "\n" : "\n\n";
      boundary = boundaryBefore(next);
    }
    block = next;
    position = 0;
    if (is("heading")) {
      String title = next.text().replaceAll("\\s+", " ");
      section = title.replaceFirst("^#{1,6} ", "");
      addUnit(section.equals(title) ? "## " + title : title);
      position = next.text().length();
    }
  }

  private Boundary boundaryBefore(Block next) {
    if (is("heading")) {
      return Boundary.TORN;
    }
    if (block.page() != null && next.page() != null && !block.page().equals(next.page())) {
      return is("paragraph") && "paragraph".equals(next.kind()) && goesOn(next.text())
          ? Boundary.TORN
          : Boundary.PAGE;
    }
    return "heading".equals(next.kind()) ? Boundary.SECTION : Boundary.PARAGRAPH;
  }

  /**
   * Whether a page ended in the middle of a sentence: no full stop before, a small letter after.
   */
  private boolean goesOn(String next) {
    String text = block.text();
    return Character.isLowerCase(next.codePointAt(0))
        && Character.isLetterOrDigit(text.codePointBefore(text.length()));
  }

  /**
   * Splits the next part of the block; a last sentence that may go on behind the window waits for
   * the next one.
   */
  private void splitWindow() {
    String text = block.text();
    boolean last = text.length() - position <= window;
    int end = last ? text.length() : LongText.characterEnd(text, position, position + window);
    String part = text.substring(position, end);
    List<String> units =
        is("table") || is("list") ? Sentences.ofRows(part, is("table")) : Sentences.of(part);
    int take = last || units.size() == 1 ? units.size() : units.size() - 1;
    for (String unit : units.subList(0, take)) {
      addUnit(unit);
      position += unit.length();
    }
  }

  private void addUnit(String unit) {
    // No text has more tokens than bytes: most units need not be counted twice.
    if (3 * (lead.length() + unit.length()) <= maxTokens
        || counter.count(lead + unit) <= maxTokens) {
      addPart(unit);
    } else {
      for (String part : LongText.split(unit, Math.max(1, maxTokens - SPARE_TOKENS), counter)) {
        addPart(part);
        boundary = Boundary.TORN;
      }
    }
    boolean row = lead.indexOf('\n') >= 0 && (is("list") || is("table"));
    boundary = row ? Boundary.PARAGRAPH : Boundary.SENTENCE;
  }

  private void addPart(String part) {
    String text = part.strip();
    if (text.isEmpty()) {
      lead += part;
      return;
    }
    int at = part.indexOf(text);
    lead += part.substring(0, at);
    offset += lead.length();
    int tokens = counter.count(lead + text);
    ready.add(
        new Piece(lead, text, offset, tokens, boundary, block.page(), section, is("heading")));
    offset += text.length();
    lead = part.substring(at + text.length());
  }

  private boolean is(String kind) {
    return kind.equals(block.kind());
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
