package org.documentpipeline.summarizing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word where it stands.
 *
 * @param before the word before it, in lower case, with nothing but a space between; null
 * @param opens whether a capital says nothing, for a sentence or a quotation begins with it
 */
record PlacedWord(String text, String before, boolean opens) {

  private static final Pattern WORD =
      Pattern.compile("[\\p{L}\\p{M}\\p{N}][\\p{L}\\p{M}\\p{N}'\u2019-]*+");
  private static final Pattern ELISION = Pattern.compile("(\\p{L}{1,5})['\u2019](?=\\p{L}{3})");
  private static final Pattern POSSESSIVE = Pattern.compile("['\u2019]s?$");
  private static final Pattern SAME_SENTENCE = Pattern.compile("[\\s,;-]{1,9}");

  /** The words of a sentence, in order; what is elided before one is a word by itself. */
  static List<PlacedWord> in(String sentence, Predicate<String> isEmpty, KoreanWords korean) {
    List<PlacedWord> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(sentence);
    String before = null;
    for (int end = 0; matcher.find(); end = matcher.end()) {
      String gap = sentence.substring(end, matcher.start());
      String text = POSSESSIVE.matcher(matcher.group()).replaceFirst("");
      boolean opens = end == 0 || !SAME_SENTENCE.matcher(gap).matches();
      before = gap.equals(" ") ? before : null;
      Matcher elision = ELISION.matcher(text);
      if (elision.lookingAt() && isEmpty.test(elision.group(1).toLowerCase(Locale.ROOT))) {
        before = elision.group(1).toLowerCase(Locale.ROOT);
        text = text.substring(elision.end());
        opens = false;
      }
      PlacedWord word = new PlacedWord(korean.noun(text), before, opens);
      words.add(word);
      before = word.key();
    }
    return words;
  }

  /** In lower case. */
  String key() {
    return text.toLowerCase(Locale.ROOT);
  }

  boolean follows() {
    return before != null;
  }
}
