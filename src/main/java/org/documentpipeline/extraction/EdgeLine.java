package org.documentpipeline.extraction;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A line at a page's edge: what it has in common with those of other pages, and its numbers.
 *
 * @param text as it is on the page
 * @param signature small letters, every number (roman ones, too) the same
 * @param numbers in their order
 * @param lettered whether it has anything but numbers and signs
 * @param ownNumbers how many of the numbers are those of a part that begins here, and no page's
 */
record EdgeLine(
    String text, String signature, List<Integer> numbers, boolean lettered, int ownNumbers) {
  private static final int LONGEST_NUMBER = 5; // 3rd, In16
  private static final int MOST_DIGITS = 9;

  static EdgeLine of(String line) {
    String signature = signature(line);
    boolean lettered = signature.chars().anyMatch(Character::isLetter);
    boolean numbered = signature.indexOf('#') >= 0;
    boolean part = numbered && (line.charAt(0) == '\u00A7' || Headings.isPart(line));
    return new EdgeLine(
        line, signature, numbered ? numbers(line) : List.of(), lettered, part ? 1 : 0);
  }

  /** How many letters there are beside the numbers. */
  long letters() {
    return signature.chars().filter(Character::isLetter).count();
  }

  /** The words that are others in a line of the same signature. */
  List<String> wordsNotIn(EdgeLine like) {
    List<String> words = new ArrayList<>(List.of(text.split("[ \t]+")));
    words.removeAll(List.of(like.text.split("[ \t]+")));
    return words;
  }

  boolean numbered() {
    return !numbers.isEmpty();
  }

  /**
   * Whether a line of the same signature is the same, so many pages on: all numbers are the same or
   * go with the pages. "Article 7" does not, even where each page has one.
   */
  boolean comesAgain(EdgeLine other, int pagesOn) {
    if (numbers.size() != other.numbers.size()) {
      return false;
    }
    for (int i = 0; i < numbers.size(); i++) {
      int on = other.numbers.get(i) - numbers.get(i);
      if (on != 0 && (on != pagesOn || i < ownNumbers)) {
        return false;
      }
    }
    return true;
  }

  /** The numbers it begins and ends with that may be the page's; a row of a table has none. */
  Set<Integer> labels() {
    Set<Integer> labels = new HashSet<>(4);
    if (numbers.size() <= ownNumbers || !lettered && numbers.size() > 1) {
      return labels;
    }
    String[] words = text.split("[ \t]+");
    for (String word : List.of(words[0], words[words.length - 1])) {
      int number = PageLines.number(word);
      number = number == 0 ? roman(word.toLowerCase(Locale.ROOT)) : number;
      if (number > 0) {
        labels.add(number);
      }
    }
    return labels;
  }

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

  private static List<Integer> numbers(String line) {
    List<Integer> numbers = new ArrayList<>();
    for (String word : line.split("[ \t]+")) {
      int before = numbers.size();
      for (int i = 0; i < word.length(); i++) {
        int value = 0;
        int digits = 0;
        for (; i < word.length() && Character.isDigit(word.charAt(i)); i++) {
          value = ++digits > MOST_DIGITS ? value : 10 * value + Character.digit(word.charAt(i), 10);
        }
        if (digits > 0) {
          numbers.add(value);
        }
      }
      int roman = numbers.size() > before ? 0 : roman(word.toLowerCase(Locale.ROOT));
      if (roman > 0) {
        numbers.add(roman);
      }
    }
    return numbers;
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
