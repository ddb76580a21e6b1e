package org.documentpipeline.chunking;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.documentpipeline.chunking.Piece.Boundary;
import org.documentpipeline.extraction.Block;

/**
 * The pieces of a document in order, read as they are asked for; holds a window of the text and its
 * pieces.
 */
final class Pieces implements Closeable {

  /** Room for the white space that is counted together with a part of a sentence. */
  private static final int SPARE_TOKENS = 8;

  /** No text worth reading has fewer tokens than this share of its characters. */
  private static final int MOST_CHARACTERS_A_TOKEN = 16;

  private final OpenBlocks blocks;
  private final TokenCounter counter;
  private final int maxTokens;
  private final Deque<Piece> ready = new ArrayDeque<>();

  private String lead = "";
  private Boundary boundary = Boundary.SENTENCE;
  private String section;
  private int headingTokens; // of the headings right before
  private long offset;

  Pieces(BlockReader reader, TokenCounter counter, int maxTokens) {
    this.blocks = new OpenBlocks(reader, Math.max(1 << 16, 8 * maxTokens));
    this.counter = counter;
    this.maxTokens = maxTokens;
  }

  /** The next piece, or null after the last one. */
  Piece next() {
    while (ready.isEmpty()) {
      if (blocks.hasMore()) {
        splitWindow();
      } else if (!begin()) {
        return null;
      }
    }
    return ready.poll();
  }

  private boolean begin() {
    String kind = blocks.kind();
    Integer page = blocks.page();
    Block next = blocks.begin();
    if (next == null) {
      return false;
    }
    if (kind != null) {
      lead = kind.equals("list") && next.kind().equals("list") ? "\n" : "\n\n";
      boundary = boundary(kind, page, next);
    }
    if (blocks.is("heading")) {
      String title = next.text().replaceAll("\\s+", " ");
      section = title.replaceFirst("^#{1,6} ", "");
      addUnit(section.equals(title) ? next.marks() + title : title, next.text().length());
    }
    return true;
  }

  private static Boundary boundary(String kind, Integer page, Block next) {
    if (kind.equals("heading")) {
      return Boundary.TORN;
    }
    if (page != null && next.page() != null && !page.equals(next.page())) {
      return Boundary.PAGE;
    }
    return next.kind().equals("heading") ? Boundary.SECTION : Boundary.PARAGRAPH;
  }

  /**
   * Splits the next part of the block; a last sentence that may go on behind the window waits for
   * the next one.
   */
  private void splitWindow() {
    String part = blocks.window();
    boolean table = blocks.is("table");
    List<String> units =
        table || blocks.is("list") ? Sentences.ofRows(part, table) : Sentences.of(part);
    boolean all = blocks.isLastWindow() || units.size() == 1;
    for (String unit : all ? units : units.subList(0, units.size() - 1)) {
      addUnit(unit, unit.length());
    }
  }

  /** Adds a sentence, a row or a heading, and takes so many characters from the window for it. */
  private void addUnit(String unit, int length) {
    int most = headingTokens <= maxTokens / 2 ? maxTokens - headingTokens : maxTokens;
    int tokens =
        lead.length() + unit.length() > MOST_CHARACTERS_A_TOKEN * most
            ? Integer.MAX_VALUE
            : counter.count(lead + unit.stripTrailing());
    if (tokens <= most) {
      addPart(unit, tokens, length);
    } else {
      int left = length;
      for (LongText.Part part : LongText.parts(unit, Math.max(1, most - SPARE_TOKENS), counter)) {
        int taken = Math.min(left, part.text().length());
        addPart(part.text(), Math.min(most, part.tokens() + lead.length()), taken);
        boundary = Boundary.TORN;
        left -= taken;
      }
      blocks.take(left);
    }
    boolean row = lead.indexOf('\n') >= 0 && (blocks.is("list") || blocks.is("table"));
    boundary = row ? Boundary.PARAGRAPH : Boundary.SENTENCE;
  }

  private void addPart(String part, int tokens, int length) {
    String text = part.strip();
    if (text.isEmpty()) {
      lead += part;
      blocks.take(length);
      return;
    }
    int at = part.indexOf(text);
    lead += part.substring(0, at);
    offset += lead.length();
    Integer firstPage = blocks.pageAt(at);
    Integer lastPage = blocks.pageAt(Math.min(at + text.length(), length) - 1);
    boolean heading = blocks.is("heading");
    ready.add(
        new Piece(lead, text, offset, tokens, boundary, firstPage, lastPage, section, heading));
    headingTokens = heading ? headingTokens + tokens : 0;
    offset += text.length();
    lead = part.substring(at + text.length());
    blocks.take(length);
  }

  @Override
  public void close() throws IOException {
    blocks.close();
  }
}
