package org.documentpipeline.extraction;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Tells which lines of a document are headings, and how deep they are: by its bookmarks, else by
 * the numbers that headings have, else by their words. Knows the sections so far.
 */
final class Sections {
  private static final Pattern NARROW_PART =
      Pattern.compile(
          "^(?:section|article|abschnitt)\\s.*", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final String COMMENTS = "-*/+\u2013\u2014"; // begin lines of code
  private static final int TOP = 2;
  private static final int MOST_MISSED = 2; // numbers between two headings that are found
  private static final int MOST_LINES = 3;
  private static final int SHORTEST_WITHIN = 8; // title among the lines of a paragraph

  private final Bookmarks bookmarks;
  private final boolean slides;
  private int bookmarked; // level of the bookmark we are in
  private int part; // level of the part or chapter we are in
  private int number; // of the numbered section we are in
  private int item; // number of the last item of a list

  /** For the pages of a book or paper, or the {@code slides} of a presentation. */
  Sections(Bookmarks bookmarks, boolean slides) {
    this.bookmarks = bookmarks;
    this.slides = slides;
  }

  /**
   * The heading that begins with a line of a page; null when none does. Where the line before has
   * not {@code ended} anything, it takes a bookmark to know one.
   */
  Heading find(PageLines page, int at, LineLengths lengths, boolean ended) {
    List<String> lines = page.lines();
    String line = lines.get(at);
    if (line.length() > Headings.LONGEST_LINE) {
      return null;
    }
    Heading known = bookmarks.find(lines, at, page.number());
    if (known != null && (ended || line.length() >= SHORTEST_WITHIN && !isSmall(line))) {
      return known;
    }
    boolean item = LineKinds.isListItem(line) && !Character.isDigit(line.charAt(0));
    if (!ended || item) {
      return null;
    }
    String next = at + 1 < lines.size() ? lines.get(at + 1) : "";
    int level = level(line, next, lengths);
    if (level == 0 && at == 0 && slides && Headings.isSlideTitle(line)) {
      level = page.number() == 1 ? 1 : TOP;
    }
    boolean alone = next.isEmpty() && at == 0; // the page of a part's title
    if (level == 0 || !alone && (next.isEmpty() || lengths.isFull(line))) {
      return null;
    }
    int count = 1;
    while (count < MOST_LINES
        && at + count < lines.size()
        && SectionNames.goesOn(lines.get(at + count - 1))
        && Headings.isCapitals(lines.get(at + count))) {
      count++;
    }
    return new Heading(count, Math.min(Math.max(level, bookmarked + 1), Block.DEEPEST), false);
  }

  /** Whether a page may begin with a heading; so its first line does not go on in a sentence. */
  boolean mayBegin(PageLines page, LineLengths lengths) {
    String first = page.lines().get(0);
    return Headings.isPlain(first)
        || SectionNames.isOne(first)
        || find(page, 0, lengths, true) != null;
  }

  /** 0 for what is no heading by its words. */
  private int level(String line, String next, LineLengths lengths) {
    char first = line.charAt(0);
    if (first >= '0' && first <= '9') {
      return numbered(line, next, lengths);
    }
    boolean part = Headings.isPart(line);
    boolean bare = part && line.indexOf(' ') == line.lastIndexOf(' '); // "Article 7"
    if (TableRows.isEntry(line) && !bare) {
      return 0;
    }
    if (SectionNames.isOne(line)) {
      return TOP;
    }
    if (part) {
      return NARROW_PART.matcher(line).matches() ? below() : TOP;
    }
    if (Headings.isPlain(line) && COMMENTS.indexOf(first) < 0) {
      return below();
    }
    int depth = NumberedTitle.lettered(line);
    return depth > 0 ? TOP + depth : 0;
  }

  private int below() {
    return part == 0 ? TOP : part + 1;
  }

  private int numbered(String line, String next, LineLengths lengths) {
    NumberedTitle title = NumberedTitle.of(line);
    if (title == null || TableRows.isEntry(line) || isSmall(next)) {
      return 0;
    }
    int top = title.top();
    boolean goesOn = number > 0 ? top >= number && top <= number + MOST_MISSED : title.depth() > 0;
    boolean inOrder = top == 1 || goesOn;
    NumberedTitle below = NumberedTitle.of(next);
    boolean heads =
        lengths.isText(next)
            || below != null && below.depth() > title.depth()
            || !next.isEmpty() && Headings.isPlain(next);
    if (title.depth() > 0) {
      return inOrder && heads ? TOP + title.depth() : 0;
    }
    boolean known =
        SectionNames.isOne(title.title())
            || next.startsWith(top + ".1 ")
            || next.startsWith(top + ".1.");
    if (bookmarks.areContents() && !known) {
      return 0; // they would have it
    }
    boolean follows = number > 0 && top == number + 1 && item != number && lengths.isShort(line);
    boolean found = title.listed() ? known || follows && heads : known || inOrder && heads;
    return found ? TOP : 0;
  }

  /** Whether a line goes on in a sentence. */
  private static boolean isSmall(String line) {
    return !line.isEmpty() && Character.isLowerCase(line.codePointAt(0));
  }

  /** Takes a heading that has been found for the one of the section that follows. */
  void begin(Heading heading, String line) {
    NumberedTitle title = NumberedTitle.of(line);
    number = title == null ? number : title.top();
    if (heading.bookmarked()) {
      bookmarked = heading.level();
    }
    if (Headings.isPart(line) && !NARROW_PART.matcher(line).matches()) {
      part = heading.level();
    } else if (SectionNames.isOne(line)) {
      part = 0;
    }
    item = 0;
  }

  /** Takes note of an item of a list. */
  void item(String line) {
    item = LineKinds.itemNumber(line);
  }

  /** Whether an item with this number goes on in the list. */
  boolean goesOn(String line) {
    return item > 0 && LineKinds.itemNumber(line) == item + 1;
  }
}
