package org.documentpipeline.summarizing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Finds the heading that names a text. Most often it is the first; in a book other headings stand
 * before it, such as the author's other works, and what names the text is said again in it.
 */
final class Heading {

  /** So many times more the words of a later heading have to be used than those of the first. */
  private static final double CLEARLY = 1.25;

  /** And so often in any case: the logarithm of one more than three times. */
  private static final double OFTEN = Math.log(4);

  private static final Pattern FILES = Pattern.compile("(?:\\S+\\.\\p{Alnum}{1,5}(?:\\s+|$))+");

  private Heading() {}

  /**
   * One of the headings before the text begins to run, of at most {@link Title#MOST_WORDS} words;
   * null when none will do. Linear in the length of the text.
   */
  static String of(SourceText source) {
    List<String> headings = source.frontHeadings();
    Map<String, Integer> counts = headings.size() > 1 ? counts(source) : Map.of();
    String best = null;
    double bestWorth = 0;
    for (int i = 0; i < headings.size(); i++) {
      String heading = headings.get(i);
      double worth = worth(heading, counts, source);
      boolean better = i == 0 || worth >= OFTEN && worth > CLEARLY * bestWorth;
      if (better && isName(heading)) {
        best = heading;
        bestWorth = worth;
      }
    }
    return best;
  }

  /** Names of files stand where pictures and other files do. */
  private static boolean isName(String heading) {
    int words = Words.count(heading);
    return words > 0 && words <= Title.MOST_WORDS && !FILES.matcher(heading).matches();
  }

  /** How often the text has each of its words of content, on average, as a logarithm. */
  private static double worth(String heading, Map<String, Integer> counts, SourceText source) {
    return Terms.words(heading).stream()
        .filter(word -> !source.isEmptyWord(word))
        .mapToDouble(word -> Math.log(1 + counts.getOrDefault(Terms.stem(word), 0)))
        .average()
        .orElse(0);
  }

  private static Map<String, Integer> counts(SourceText source) {
    Map<String, Integer> counts = new HashMap<>();
    for (SourceSentence sentence : source.sentences()) {
      Terms.words(sentence.text()).forEach(word -> counts.merge(Terms.stem(word), 1, Integer::sum));
    }
    return counts;
  }
}
