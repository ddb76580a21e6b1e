package org.documentpipeline.extraction;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** On how many pages of a file which lines are at the edge. */
final class EdgeCounts {
  private static final int MOST_LINES = 50_000;
  private static final int FEWEST_PAGES = 8;
  private static final double SHARE = 0.02;
  private static final int MOST_NUMBERS = 16;

  private final Map<String, Count> texts = new HashMap<>();
  private final Map<String, Count> signatures = new HashMap<>();
  private int longest; // of the frequent texts
  private Set<String> frequent;

  private static final class Count {
    private int pages;
    // On how many all numbers are as before, or the first, the second … goes with the pages.
    private final int[] going = new int[MOST_NUMBERS];
    private int lastPage;
    private List<Integer> last = List.of();
  }

  void add(PageLines page) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < page.lines().size(); i++) {
      if (PageEdges.isEdge(page, i)) {
        EdgeLine line = EdgeLine.of(page.lines().get(i));
        // "Article 7" is not everywhere because many pages have an article, nor is a row of
        // numbers.
        boolean telling = line.ownNumbers() == 0 && (line.lettered() || !line.numbered());
        if (telling && seen.add(line.signature())) {
          count(texts, text(line.text())).pages++;
        }
        if (telling && line.numbered() && seen.add("#" + line.signature())) {
          go(count(signatures, line.signature()), line.numbers(), page.number());
        }
      }
    }
  }

  private static void go(Count count, List<Integer> numbers, int page) {
    boolean same = numbers.equals(count.last);
    for (int i = 0; i < Math.min(numbers.size(), MOST_NUMBERS); i++) {
      boolean going =
          numbers.size() == count.last.size()
              && numbers.get(i) - count.last.get(i) == page - count.lastPage;
      count.going[i] += same || going ? 1 : 0;
    }
    count.pages++;
    count.lastPage = page;
    count.last = numbers;
  }

  void addAll(EdgeCounts other) {
    addAll(other.texts, texts);
    addAll(other.signatures, signatures);
  }

  private static void addAll(Map<String, Count> from, Map<String, Count> to) {
    from.forEach(
        (line, count) -> {
          Count sum = count(to, line);
          sum.pages += count.pages;
          Arrays.setAll(sum.going, i -> sum.going[i] + count.going[i]);
        });
  }

  /** The count of a line; one that is not kept where there are too many. */
  private static Count count(Map<String, Count> counts, String line) {
    Count count = counts.get(line);
    if (count == null) {
      count = new Count();
      if (counts.size() < MOST_LINES) {
        counts.put(line, count);
      }
    }
    return count;
  }

  /** Whether a line is at the edge of so many pages that it belongs to none. Ends the counting. */
  boolean isEverywhere(String line, int total) {
    if (frequent == null) {
      frequent = new HashSet<>();
      texts.forEach(
          (text, count) -> {
            if (isMany(count.pages, total)) {
              frequent.add(text);
              longest = Math.max(longest, text.length());
            }
          });
      texts.clear();
    }
    return line.length() <= longest && frequent.contains(text(line));
  }

  /**
   * Whether such a line is at the edge of as many pages, and its numbers are the same or go with
   * these.
   */
  boolean isPaged(EdgeLine line, int total) {
    Count count = line.ownNumbers() > 0 ? null : signatures.get(line.signature());
    return count != null
        && isMany(count.pages, total)
        && 2 * Arrays.stream(count.going).max().orElse(0) >= count.pages;
  }

  private static boolean isMany(int pages, int total) {
    return pages >= Math.max(FEWEST_PAGES, SHARE * total);
  }

  private static String text(String line) {
    return line.toLowerCase(Locale.ROOT).replace('\t', ' ');
  }
}
