package org.documentpipeline.extraction;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A page and the lines at its edges.
 *
 * @param page all its lines
 * @param edges what the outermost lines have in common with those of other pages, by position
 * @param offsets how far the numbers in these are from the page's place in the file
 */
record PageEdges(PageLines page, Map<Integer, String> edges, Set<Integer> offsets) {
  static final int EDGE = 4;
  static final int LONGEST = 120;
  private static final int OUTERMOST = 2;
  private static final int LONGEST_NUMBER = 5; // 3rd, In16

  static PageEdges of(PageLines page) {
    Map<Integer, String> edges = edges(page.lines());
    Set<Integer> offsets = new HashSet<>();
    for (int position : edges.keySet()) {
      for (int label : labels(page.lines().get(position))) {
        offsets.add(label - page.number());
      }
    }
    return new PageEdges(page, edges, offsets);
  }

  private static Map<Integer, String> edges(List<String> lines) {
    Map<Integer, String> edges = new LinkedHashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      if ((i < EDGE || i >= lines.size() - EDGE) && lines.get(i).length() < LONGEST) {
        edges.put(i, signature(lines.get(i)));
      }
    }
    return edges;
  }

  /** Small letters, every number (roman ones, too) the same. */
  static String signature(String line) {
    StringBuilder signature = new StringBuilder(line.length());
    int from = 0;
    for (int i = 0; i <= line.length(); i++) {
      if (i == line.length() || line.charAt(i) == ' ' || line.charAt(i) == '\t') {
        signature.append(signature.isEmpty() ? "" : " ");
        addWord(line, from, i, signature);
        from = i + 1;
      }
    }
    return signature.toString();
  }

  private static void addWord(String line, int from, int to, StringBuilder signature) {
    int start = signature.length();
    boolean digits = false;
    boolean again = false;
    for (int i = from; i < to; i++) {
      char c = Character.toLowerCase(line.charAt(i));
      boolean digit = Character.isDigit(c);
      if (!digit || !again) {
        signature.append(digit ? '#' : c);
      }
      digits |= digit;
      again = digit;
    }
    boolean number = digits ? to - from <= LONGEST_NUMBER : roman(signature.substring(start)) > 0;
    if (number) {
      signature.setLength(start);
      signature.append('#');
    }
  }

  /** The positions nearest to the page's edges that are left. */
  List<Integer> outermost(Set<Integer> gone) {
    List<Integer> left =
        edges.keySet().stream().filter(position -> !gone.contains(position)).toList();
    return IntStream.range(0, left.size())
        .filter(i -> i < OUTERMOST || i >= left.size() - OUTERMOST)
        .mapToObj(left::get)
        .toList();
  }

  /** The numbers a line begins and ends with. */
  static Set<Integer> labels(String line) {
    Set<Integer> labels = new HashSet<>(4);
    String[] words = line.split("[ \t]+");
    for (String word : List.of(words[0], words[words.length - 1])) {
      int number = PageLines.number(word);
      number = number == 0 ? roman(word.toLowerCase(Locale.ROOT)) : number;
      if (number > 0) {
        labels.add(number);
      }
    }
    return labels;
  }

  /** The value of a roman number in small letters up to 299; 0 for what is none. */
  static int roman(String word) {
    if (word.isEmpty() || word.length() > 10 || "ivxlc".indexOf(word.charAt(0)) < 0) {
      return 0;
    }
    int value = 0;
    int previous = 1000;
    for (int i = 0; i < word.length(); i++) {
      int digit =
          switch (word.charAt(i)) {
            case 'i' -> 1;
            case 'v' -> 5;
            case 'x' -> 10;
            case 'l' -> 50;
            case 'c' -> 100;
            default -> 0;
          };
      if (digit == 0) {
        return 0;
      }
      value += digit > previous ? digit - 2 * previous : digit;
      previous = digit;
    }
    return value;
  }
}
