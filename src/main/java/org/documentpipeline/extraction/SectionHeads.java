package org.documentpipeline.extraction;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Running heads that come too seldom to be known by their coming again: the number of the page
 * beside the title of the section or the document, or beside its authors.
 */
final class SectionHeads {
  private static final int MOST = 12;
  private static final int TOP = 2;
  private static final int LONGEST = 200;

  private static final Pattern AUTHORS =
      Pattern.compile(
          "^(?:\\p{Lu}\\.[ -]?){1,3}\\p{Lu}[\\p{L}'\u2019-]{1,30}(?: et al\\.?"
              + "|,? (?:and|&|und|et) (?:\\p{Lu}\\.[ -]?){1,3}\\p{Lu}[\\p{L}'\u2019-]{1,30})$");

  private final Bookmarks bookmarks;
  private final Map<String, Integer> titles = new LinkedHashMap<>(); // and their last pages

  SectionHeads(Bookmarks bookmarks) {
    this.bookmarks = bookmarks;
  }

  /** The positions of such lines among the outermost that are left of a page. */
  Set<Integer> find(PageEdges sheet, Set<Integer> gone, List<PageEdges> window) {
    Set<Integer> found = new HashSet<>();
    for (int position : sheet.outermost(gone)) {
      EdgeLine line = sheet.edges().get(position);
      if (line.lettered() && line.ownNumbers() == 0) {
        for (int label : line.labels()) {
          if (isTitle(sheet, position, label) && isPrinted(label, sheet, window)) {
            found.add(position);
          }
        }
      }
    }
    return found;
  }

  private boolean isTitle(PageEdges sheet, int position, int label) {
    List<String> lines = sheet.page().lines();
    String text = lines.get(position).replace('\t', ' ');
    int first = text.indexOf(' ');
    int last = text.lastIndexOf(' ');
    int page = sheet.page().number();
    if (first < 0 || bookmarks.find(lines, position, page) != null) {
      return false; // "1 Introduction" on page 1 is the title itself
    }
    // The number is the first word or the last.
    boolean leads = EdgeLine.of(text.substring(0, first)).labels().contains(label);
    String title = leads ? text.substring(first + 1) : text.substring(0, last);
    String plain = Headings.plain(title);
    return isBefore(titles.get(plain), page, label)
        || isBefore(bookmarks.firstPage(plain), page, label)
        || leads && AUTHORS.matcher(title).matches();
  }

  /** Whether what is on one page can have a head on another: pages with numbers, and in order. */
  private static boolean isBefore(Integer title, int page, int label) {
    return title != null && title < page && label - (page - title) > 0;
  }

  /** Whether the number is the page's place in the file, or as far from it as on a page nearby. */
  private static boolean isPrinted(int label, PageEdges sheet, List<PageEdges> window) {
    int offset = label - sheet.page().number();
    return offset == 0
        || window.stream()
            .anyMatch(
                other ->
                    other != sheet
                        && sheet.isNear(other)
                        && other.offsets().values().stream().anyMatch(at -> at.contains(offset)));
  }

  /** Takes note of the titles at the head of a page that has been decided. */
  void add(PageLines page) {
    List<String> lines = page.lines();
    for (int i = 0; i < Math.min(TOP, lines.size()); i++) {
      String line = lines.get(i);
      if (page.number() == 1) {
        // A paper's title is on one line or two.
        add(String.join(" ", lines.subList(0, i + 1)), 1);
      }
      if (Headings.isPlain(line) || SectionNames.isOne(line)) {
        add(line, page.number());
      }
    }
  }

  private void add(String title, int page) {
    String plain = Headings.plain(title);
    if (!plain.isEmpty() && title.length() <= LONGEST) {
      titles.remove(plain); // so that the oldest is the first
      titles.put(plain, page);
      if (titles.size() > MOST) {
        titles.remove(titles.keySet().iterator().next());
      }
    }
  }
}
