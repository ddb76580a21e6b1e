package org.documentpipeline.extraction;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Makes blocks of the lines of pages, one page after the other: paragraphs with their lines joined,
 * also over a page's end, headings, lists and the rows of tables. Goes by the words alone; linear.
 */
final class PageFlow {
  private static final double SHORT_LINE = 0.75;
  private static final double VERY_SHORT_LINE = 0.4;
  private static final double NEXT_LINE = 0.6;

  private final LineJoiner joiner;
  private final Set<String> titles;
  private final Consumer<Block> blocks;
  private final StringBuilder text = new StringBuilder();
  private String kind = "paragraph";
  private int page;
  private boolean going; // the text belongs to a block that is written already
  private String gap = ""; // between what is written of the block and the text
  private String last = "";
  private boolean lastShort;
  private boolean veryShort;

  PageFlow(Lexicon lexicon, Set<String> titles, Consumer<Block> blocks) {
    this.joiner = new LineJoiner(() -> lexicon);
    this.titles = titles;
    this.blocks = blocks;
  }

  /** Takes the lines of the next page. */
  void page(PageLines next) {
    List<String> lines = next.lines();
    int usual = usualLength(lines);
    if (lines.isEmpty()) {
      return;
    }
    turnTo(next.number(), lines.get(0));
    for (int i = 0; i < lines.size(); ) {
      int rows = TableRows.count(lines, i);
      if (rows > 0) {
        table(lines.subList(i, i + rows));
        i += rows;
      } else {
        line(lines.get(i), usual, i + 1 < lines.size() ? lines.get(i + 1) : "");
        i++;
      }
    }
  }

  /** Writes what is left. */
  void end() {
    flush();
  }

  /** A sentence that the page's end cut through goes on on the next page, as do words. */
  private void turnTo(int number, String first) {
    boolean open = text.length() > 0 && goesOn(first);
    if (open) {
      boolean sameWord = joiner.prepare(text, first);
      gap = sameWord ? "" : Joining.gap(text, first);
      write();
      going = true;
    } else {
      flush();
    }
    page = number;
  }

  private boolean goesOn(String first) {
    if (LineKinds.endsSentence(last) || LineKinds.isListItem(first)) {
      return false;
    }
    int letter = first.codePointAt(0);
    boolean small = Character.isLowerCase(letter);
    boolean heading = LineKinds.isHeading(first, titles);
    return !heading && (small || !lastShort && Character.isLetter(letter));
  }

  private void line(String line, int usual, String next) {
    if (text.isEmpty() && going) {
      text.append(gap);
    } else {
      choose(line, usual, next);
    }
    joiner.add(text, line.replace('\t', ' '));
    last = line;
    lastShort = line.length() < SHORT_LINE * usual;
    veryShort = line.length() < VERY_SHORT_LINE * usual;
    if (kind.equals("heading")) {
      flush();
    }
  }

  /** Begins a block of the kind that the line is of, unless it goes on in the one before. */
  private void choose(String line, int usual, String next) {
    boolean fresh = text.isEmpty() || endsParagraph(line);
    boolean doubtful = line.charAt(0) == '\u00B7' && !fresh && !kind.equals("list");
    if (LineKinds.isListItem(line) && !doubtful) {
      begin("list");
    } else if ((fresh || lastShort || LineKinds.endsSentence(last))
        && isHeading(line, usual, next)) {
      begin("heading");
    } else if (fresh && !text.isEmpty()) {
      begin("paragraph");
    }
  }

  /** The last line is short and ends a sentence or an item, or is so short that it stands alone. */
  private boolean endsParagraph(String next) {
    boolean alone = veryShort && !Character.isLowerCase(next.codePointAt(0));
    return lastShort && (alone || kind.equals("list") || LineKinds.endsSentence(last));
  }

  /** A heading heads something, and does not fill the line unless the bookmarks know it. */
  private boolean isHeading(String line, int usual, String next) {
    if (!LineKinds.isHeading(line, titles) || next.isEmpty()) {
      return false;
    }
    if (titles.contains(Headings.plain(line))) {
      return true;
    }
    boolean numbered = Character.isDigit(line.charAt(0));
    boolean text = next.length() >= NEXT_LINE * usual || LineKinds.isHeading(next, titles);
    return line.length() < usual && (text || !numbered);
  }

  private void table(List<String> rows) {
    begin("table");
    text.append(TableRows.text(rows));
    flush();
  }

  private void begin(String next) {
    flush();
    kind = next;
  }

  private void flush() {
    if (!text.isEmpty()) {
      write();
    }
    going = false;
    kind = "paragraph";
    last = "";
    lastShort = false;
    veryShort = false;
  }

  private void write() {
    blocks.accept(new Block(page, going ? Block.CONTINUED : kind, text.toString()));
    text.setLength(0);
  }

  /** Three lines of four are no longer. */
  private static int usualLength(List<String> lines) {
    int[] lengths = lines.stream().mapToInt(String::length).sorted().toArray();
    return lengths.length == 0 ? 0 : lengths[lengths.length * 3 / 4];
  }
}
