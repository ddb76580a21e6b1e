package org.documentpipeline.extraction;

import java.util.List;
import java.util.function.Consumer;

/** The block that lines are being added to, and what is known of its last line. */
final class OpenBlock {
  /** A paragraph of a note, which ends with a sentence. */
  static final String NOTE = "note";

  private static final String PARAGRAPH = "paragraph";

  private final LineJoiner joiner;
  private final NoteSigns signs;
  private final Consumer<Block> blocks;
  private final StringBuilder text = new StringBuilder();
  private String kind = PARAGRAPH;
  private int page;
  private boolean going; // the text belongs to a block that is written already
  private String gap = ""; // between what is written of the block and the text
  private String last = "";
  private boolean lastShort;
  private LineLengths lastPage = new LineLengths(0);
  private boolean ended;

  OpenBlock(LineJoiner joiner, NoteSigns signs, Consumer<Block> blocks) {
    this.joiner = joiner;
    this.signs = signs;
    this.blocks = blocks;
  }

  boolean isEmpty() {
    return text.isEmpty();
  }

  boolean is(String other) {
    return kind.equals(other);
  }

  boolean goesOnFromPageBefore() {
    return text.isEmpty() && going;
  }

  boolean endsSentence() {
    return LineKinds.endsSentence(last);
  }

  /** Whether the last line ends within an enumeration. */
  boolean endsOpen() {
    return last.endsWith(",");
  }

  /** Whether the last line had room for more. */
  boolean endsShort() {
    return lastShort || ended;
  }

  /**
   * The last line is short and ends a sentence or an item, or is so short that it stands alone, or
   * ends a sentence of a note, or ends a paragraph for other reasons.
   */
  boolean endsBefore(String next) {
    boolean alone = lastPage.hasMuchRoom(last, next) && !Character.isLowerCase(next.codePointAt(0));
    boolean sentence = LineKinds.endsSentence(last);
    return lastShort && (alone || kind.equals("list") || sentence) || sentence && is(NOTE) || ended;
  }

  /** Whether the page tells that the last line ends a paragraph. */
  void ended(boolean end) {
    ended = end;
  }

  /** Goes to the next page; its first line goes on in the block, or is null. */
  void turn(int next, String first) {
    if (first != null && !text.isEmpty()) {
      boolean sameWord = joiner.prepare(text, first);
      gap = sameWord ? "" : Joining.gap(text, first);
      write(null);
      going = true;
    } else {
      end();
    }
    page = next;
  }

  /** Ends the block before; lines that follow are of this kind. */
  void begin(String next) {
    end();
    kind = next;
  }

  void add(String line, LineLengths lengths) {
    if (goesOnFromPageBefore()) {
      text.append(gap);
    }
    joiner.add(text, line.replace('\t', ' '));
    last = line;
    lastShort = lengths.isShort(line);
    lastPage = lengths;
  }

  void heading(List<String> lines, int level) {
    begin("heading");
    lines.forEach(line -> joiner.add(text, line.replace('\t', ' ')));
    write(level);
    end();
  }

  void table(String rows) {
    begin("table");
    text.append(rows);
    end();
  }

  /** Writes what there is. */
  void end() {
    if (!text.isEmpty()) {
      write(null);
    }
    going = false;
    kind = PARAGRAPH;
    last = "";
    lastShort = false;
    ended = false;
  }

  private void write(Integer level) {
    String as = going ? Block.CONTINUED : is(NOTE) ? PARAGRAPH : kind;
    boolean words = !is("table") && !is("heading");
    String all = text.toString();
    blocks.accept(new Block(page, as, words ? signs.clean(all) : all, level));
    text.setLength(0);
  }
}
