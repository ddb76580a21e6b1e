package org.documentpipeline.extraction;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes paragraphs of the lines that a page of a PDF consists of. */
final class PageText {
  private static final String HYPHENS = "-\u00AD\u2010";
  private static final Pattern SENTENCE_END =
      Pattern.compile(".*[.!?:;\u3002\uFF01\uFF1F][\"'\u201D\u2019)\\]]*$");
  private static final Pattern LIST_ITEM =
      Pattern.compile("^(?:[\u2022\u25CF\u25AA\u2013\u2014*-]|\\(?\\d{1,3}[.)])\\s+.*");
  private static final Pattern BLANK = Pattern.compile("\\s+");
  private static final Pattern NUMBER = Pattern.compile("[RS]?(\\d{1,4})[RS]?");
  private static final int SHORTEST_MARGIN = 5;
  private static final double SHORT_LINE = 0.75;

  private PageText() {}

  /**
   * The paragraphs of a page: lines joined, hyphens at line ends undone, Unicode composed (NFC). A
   * paragraph ends at a blank line, before a list item, and after a line that ends a sentence and
   * is clearly shorter than the page's usual line. Line numbers of a margin and the page's own
   * number are left out. Linear in the page's length.
   */
  static List<String> paragraphs(String page) {
    List<String> all =
        Arrays.stream(Normalizer.normalize(page, Normalizer.Form.NFC).split("\\R", -1))
            .map(line -> BLANK.matcher(line).replaceAll(" ").strip())
            .toList();
    List<String> lines = withoutNumbers(all);
    int usual = usualLength(lines);
    List<String> paragraphs = new ArrayList<>();
    StringBuilder current = new StringBuilder();
    String previous = "";
    for (String line : lines) {
      if (line.isEmpty() || LIST_ITEM.matcher(line).matches() || endsParagraph(previous, usual)) {
        flush(current, paragraphs);
      }
      append(current, line);
      previous = line;
    }
    flush(current, paragraphs);
    return paragraphs;
  }

  /**
   * A run of lines that only count up, as in the margin of a page proof; or a lone number as first
   * or last line.
   */
  private static List<String> withoutNumbers(List<String> lines) {
    List<String> kept = new ArrayList<>(lines.size());
    for (int from = 0; from < lines.size(); ) {
      int to = from + 1;
      while (to < lines.size()
          && number(lines.get(to - 1)) > 0
          && number(lines.get(to)) == number(lines.get(to - 1)) + 1) {
        to++;
      }
      boolean margin = to - from >= SHORTEST_MARGIN;
      boolean edge =
          to - from == 1
              && number(lines.get(from)) > 0
              && (isBlank(lines, 0, from) || isBlank(lines, to, lines.size()));
      if (!margin && !edge) {
        kept.addAll(lines.subList(from, to));
      }
      from = to;
    }
    return kept;
  }

  private static boolean isBlank(List<String> lines, int from, int to) {
    return lines.subList(from, to).stream().allMatch(String::isEmpty);
  }

  /**
   * The number a line consists of, with the letter that page proofs put to it; 0 when it is
   * something else.
   */
  private static int number(String line) {
    Matcher matcher = NUMBER.matcher(line);
    return matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
  }

  private static int usualLength(List<String> lines) {
    int[] lengths =
        lines.stream().mapToInt(String::length).filter(length -> length > 0).sorted().toArray();
    return lengths.length == 0 ? 0 : lengths[lengths.length * 3 / 4];
  }

  private static boolean endsParagraph(String line, int usual) {
    return line.length() < SHORT_LINE * usual && SENTENCE_END.matcher(line).matches();
  }

  private static void append(StringBuilder paragraph, String line) {
    if (line.isEmpty()) {
      return;
    }
    if (paragraph.length() > 0) {
      if (endsInHyphen(paragraph) && Character.isLowerCase(line.codePointAt(0))) {
        paragraph.setLength(paragraph.length() - 1);
      } else if (!(isIdeographic(paragraph.codePointBefore(paragraph.length()))
          && isIdeographic(line.codePointAt(0)))) {
        paragraph.append(' ');
      }
    }
    paragraph.append(line);
  }

  private static boolean endsInHyphen(StringBuilder text) {
    int last = text.length() - 1;
    return last > 0
        && HYPHENS.indexOf(text.charAt(last)) >= 0
        && Character.isLetter(text.codePointBefore(last));
  }

  private static boolean isIdeographic(int codePoint) {
    Character.UnicodeScript script = Character.UnicodeScript.of(codePoint);
    return script == Character.UnicodeScript.HAN
        || script == Character.UnicodeScript.HIRAGANA
        || script == Character.UnicodeScript.KATAKANA;
  }

  private static void flush(StringBuilder paragraph, List<String> paragraphs) {
    if (paragraph.length() > 0) {
      paragraphs.add(paragraph.toString());
      paragraph.setLength(0);
    }
  }
}
