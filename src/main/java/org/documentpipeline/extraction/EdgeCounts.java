package org.documentpipeline.extraction;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** On how many pages of a file which lines are at the edge, numbers aside. */
final class EdgeCounts {
  private static final int MOST_SIGNATURES = 50_000;
  private static final int FEWEST_PAGES = 8;
  private static final double SHARE = 0.02;
  private static final int ROMAN = 16; // letters that numbers may have

  private final Map<String, Integer> pages = new HashMap<>();
  private int longest; // of the frequent ones
  private Set<String> frequent;

  void add(PageLines page) {
    new HashSet<>(PageEdges.of(page).edges().values()).forEach(signature -> count(signature, 1));
  }

  void addAll(EdgeCounts other) {
    other.pages.forEach(this::count);
  }

  private void count(String signature, int more) {
    if (pages.size() < MOST_SIGNATURES || pages.containsKey(signature)) {
      pages.merge(signature, more, Integer::sum);
    }
  }

  /** Whether a line is at the edge of so many pages that it belongs to none. Ends the counting. */
  boolean isEverywhere(String line, int total) {
    if (frequent == null) {
      double enough = Math.max(FEWEST_PAGES, SHARE * total);
      frequent = new HashSet<>();
      pages.forEach(
          (signature, count) -> {
            if (count >= enough) {
              frequent.add(signature);
              longest = Math.max(longest, signature.length());
            }
          });
      pages.clear();
    }
    // A signature is shorter than its line by the digits of its numbers: most need not be made.
    return line.length() <= longest + digits(line) + ROMAN
        && frequent.contains(PageEdges.signature(line));
  }

  private static int digits(String line) {
    int digits = 0;
    for (int i = 0; i < line.length(); i++) {
      digits += Character.isDigit(line.charAt(i)) ? 1 : 0;
    }
    return digits;
  }
}
