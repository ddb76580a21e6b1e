package org.documentpipeline.extraction;

import java.util.List;
import java.util.function.Consumer;

/**
 * Makes blocks of the lines of pages, one page after the other: paragraphs with their lines joined,
 * also over a page's end, headings, lists and the rows of tables. Goes by the words alone; linear.
 */
final class PageFlow {
  private static final int ABSTRACT = 2; // the level of its heading

  private final OpenBlock block;
  private final Sections sections;
  private final NoteSigns signs;
  private final boolean slides;
  private LineLengths lengths = new LineLengths(0);
  private int page;
  private boolean begun;

  /** For pages of which the readers of all have noted what is to be known before the first. */
  PageFlow(RangeNotes notes, Bookmarks bookmarks, Consumer<Block> blocks) {
    this.signs = new NoteSigns(notes.signs().areInOrder());
    this.block = new OpenBlock(new LineJoiner(notes::words), signs, blocks);
    this.slides = notes.areSlides();
    this.sections = new Sections(bookmarks, slides);
  }

  /** Takes the lines of the next page. */
  void page(PageLines next) {
    List<String> lines = next.lines();
    if (lines.isEmpty()) {
      return;
    }
    lengths = LineLengths.of(lines);
    page = next.number();
    turn(next);
    signs.page(lines);
    for (int i = begun ? 0 : front(next); i < lines.size(); ) {
      int rows = TableRows.count(lines, i);
      i += rows > 0 ? table(lines.subList(i, i + rows)) : line(next, i);
      block.ended(next.ended().get(i - 1));
    }
    begun = true;
  }

  /** Writes what is left. */
  void end() {
    block.end();
  }

  /** A sentence that the page's end cut through goes on on the next page, as do words. */
  private void turn(PageLines next) {
    String first = next.lines().get(0);
    int letter = first.codePointAt(0);
    boolean small = Character.isLowerCase(letter);
    boolean goesOn =
        !block.endsSentence()
            && !isItem(first, false)
            && (small || !slides && mayGoOn(letter))
            && !sections.mayBegin(next, lengths);
    block.turn(page, goesOn ? first : null);
  }

  private boolean mayGoOn(int letter) {
    return !block.endsShort() && (Character.isLetter(letter) || block.endsOpen());
  }

  /** What stands before the text on the first page of a paper; gives how many lines that is. */
  private int front(PageLines first) {
    FrontPage front = FrontPage.of(first.lines(), lengths);
    if (front.title() == 0) {
      return 0;
    }
    List<String> lines = first.lines();
    Heading known = sections.find(first, 0, lengths, true);
    boolean bookmarked = known != null && known.bookmarked() && known.lines() <= front.text();
    int title = bookmarked ? known.lines() : front.title();
    heading(lines.subList(0, title), bookmarked ? known : new Heading(title, 1, false));
    block.table(new FrontPage(title, front.text()).authors(lines));
    return front.text();
  }

  private int table(List<String> rows) {
    block.table(TableRows.text(rows));
    return rows.size();
  }

  /** Takes a line, or those of a heading; gives how many that is. */
  private int line(PageLines all, int at) {
    List<String> lines = all.lines();
    String line = lines.get(at);
    if (block.goesOnFromPageBefore()) {
      block.add(line, lengths);
      return 1;
    }
    String next = at + 1 < lines.size() ? lines.get(at + 1) : "";
    boolean label = !block.endsOpen() && lengths.isLabel(line, next);
    boolean fresh = block.isEmpty() || block.endsBefore(line) || label;
    boolean ends = fresh || block.endsShort() || block.endsSentence();
    Heading heading = sections.find(all, at, lengths, ends);
    if (heading != null) {
      heading(lines.subList(at, at + heading.lines()), heading);
      return heading.lines();
    }
    int head = ends && !begun ? SectionNames.abstractEnd(line) : 0;
    if (head > 0) {
      String name = line.substring(0, head).replaceAll("\\P{L}+$", "");
      heading(List.of(name), new Heading(1, ABSTRACT, false));
      block.add(line.substring(head), lengths);
      return 1;
    }
    boolean bullet = LineKinds.isBullet(line) && !next.isEmpty();
    add(bullet ? line + " " + next : line, fresh, ends);
    return bullet ? 2 : 1;
  }

  /** Adds a line to the block it belongs to, which it may begin. */
  private void add(String line, boolean fresh, boolean ends) {
    boolean doubtful = line.charAt(0) == '\u00B7' && !fresh && !block.is("list");
    if (isItem(line, ends) && !doubtful) {
      block.begin("list");
      sections.item(line);
      block.add(LineKinds.withKnownBullet(line), lengths);
      return;
    }
    boolean note = signs.isNote(line);
    if (note || fresh || ends && SectionNames.isKeywords(line)) {
      block.begin(note ? OpenBlock.NOTE : "paragraph");
    }
    block.add(note ? signs.spaced(line) : line, lengths);
  }

  /** Numbers and letters with a bracket or a full stop may also begin a line of a sentence. */
  private boolean isItem(String line, boolean ends) {
    return LineKinds.isListItem(line)
        && (ends
            || !LineKinds.isCounted(line)
            || sections.goesOn(line)
            || (line.charAt(0) == '(' || block.is("list")) && LineKinds.beginsCapital(line));
  }

  private void heading(List<String> lines, Heading heading) {
    block.heading(lines, heading.level());
    sections.begin(heading, lines.get(0));
  }
}
