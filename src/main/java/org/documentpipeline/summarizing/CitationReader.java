package org.documentpipeline.summarizing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a passage as a model has written it: what it cites, and its words without that. */
final class CitationReader {

  /** A range of more numbers than this says nothing of where a sentence comes from. */
  private static final int LONGEST_RANGE = 5;

  private static final Pattern NUMBERS =
      Pattern.compile("\\^?\\s*[0-9]{1,9}(?:\\s*[,;\u3001\uff0c\u2013-]\\s*[0-9]{1,9}){0,20}\\s*");
  private static final Pattern CITATION =
      Pattern.compile(
          " ?[\\[\u3010\uff3b]("
              + NUMBERS
              + ")[]\u3011\uff3d](?: ?\\(pages? [0-9 ,\u2013-]{1,40}\\))?"
              + "(?: ?[,;\u3001\uff0c](?= ?[\\[\u3010\uff3b]\\^? ?[0-9]))?");
  private static final Pattern PARENTHESES =
      Pattern.compile(
          "\\(((?:[\\[\u3010\uff3b][0-9 ,;\u2013-]{1,60}[]\u3011\uff3d][ ,;]{0,3}){1,9})\\)");

  private static final Pattern RANGE =
      Pattern.compile("([0-9]{1,9})(?:\\s*[\u2013-]\\s*([0-9]{1,9}))?");

  private CitationReader() {}

  /**
   * Takes a passage apart. Whatever links it has become their text: only links of our own may lead
   * anywhere. Linear in its length.
   */
  static Cited read(String passage) {
    String line = plain(passage);
    StringBuilder text = new StringBuilder(line.length());
    List<Cited.Citation> citations = new ArrayList<>();
    Matcher found = CITATION.matcher(line);
    int from = 0;
    while (found.find()) {
      text.append(line, from, found.start());
      from = found.end();
      apart(text, line, from);
      for (int number : numbers(found.group(1))) {
        citations.add(new Cited.Citation(number, text.length()));
      }
    }
    text.append(line, from, line.length());
    return new Cited(Unlinked.withoutHtml(text), citations).stripped();
  }

  /** What a citation parted must not become a link when it leaves. */
  private static void apart(StringBuilder text, String line, int next) {
    boolean link = text.length() > 0 && text.charAt(text.length() - 1) == ']';
    if (link && next < line.length() && "([:".indexOf(line.charAt(next)) >= 0) {
      text.append(' ');
    }
  }

  /** The line without line breaks, links and HTML; links named by a number become citations. */
  private static String plain(String passage) {
    String line = passage.replaceAll("\\s+", " ").strip();
    String unlinked =
        Unlinked.LINK
            .matcher(line)
            .replaceAll(
                link ->
                    Matcher.quoteReplacement(
                        NUMBERS.matcher(link.group(1)).matches()
                            ? "[" + link.group(1) + "]"
                            : link.group(1)));
    return PARENTHESES.matcher(unlinked).replaceAll("$1").replace("](", "] (");
  }

  private static List<Integer> numbers(String list) {
    List<Integer> numbers = new ArrayList<>();
    Matcher range = RANGE.matcher(list);
    while (range.find()) {
      int first = Integer.parseInt(range.group(1));
      int last = range.group(2) == null ? first : Integer.parseInt(range.group(2));
      for (int i = first; i <= last && last - first < LONGEST_RANGE; i++) {
        numbers.add(i);
      }
    }
    return numbers;
  }
}
