package org.documentpipeline.chunking;

import java.util.Locale;
import java.util.Set;

/**
 * Tells full stops that end a sentence from those of abbreviations, initials, acronyms and
 * ordinals, by what stands on both sides (after Kiss and Strunk 2006, with lists instead of
 * training), and quotations that a Japanese sentence goes on after.
 */
final class FalseEnds {

  /** Abbreviations that are followed by a name or a number, so hardly ever end a sentence. */
  private static final Set<String> ABBREVIATIONS =
      Set.of(
          "mr", "mrs", "ms", "dr", "prof", "st", "fig", "figs", "eq", "eqs", "sec", "sect", "no",
          "nos", "vs", "cf", "al", "gen", "col", "capt", "lt", "sgt", "rev", "hon", "sen", "rep",
          "gov", "pp", "vol", "ch", "e.g", "i.e", "resp", "approx", "ca", "mme", "mlle", "nr",
          "bzw", "z.b", "u.a", "d.h", "abs", "vgl", "sig", "sra", "dra", "av", "art", "núm", "pág",
          "тов", "ул", "им", "рис", "см", "стр", "проф", "т.е", "т.н", "mio", "mrd", "mill",
          "messrs", "mt", "cmdr", "maj", "supt", "viz", "hr", "fr", "frl", "ing", "dipl", "str",
          "bd", "hrsg", "sog", "ggf", "evtl", "inkl", "zzgl", "o.ä", "i.d.r", "v.a", "bijv", "dhr",
          "mevr", "blz", "ds", "drs", "p.ej", "ud", "uds", "dott", "avv", "pag", "кв", "тыс", "млн",
          "млрд", "гл", "ср", "напр", "акад", "доц", "np", "tzn", "tzw", "inż", "mgr", "ks", "tj",
          "např", "tzv", "čl", "bl", "jf", "osv", "kl", "s.k", "t.ex", "bl.a", "f.eks", "esim",
          "ns", "bkz", "vb", "pvt");

  /**
   * Words that begin a sentence and are hardly ever part of a name: after an acronym or an initial
   * they tell that the sentence before has ended.
   */
  private static final Set<String> STARTERS =
      Set.of(
          "the", "this", "that", "these", "those", "there", "then", "they", "he", "she", "it", "we",
          "you", "i", "in", "on", "at", "as", "if", "when", "while", "but", "and", "so", "for",
          "however", "after", "before", "its", "his", "her", "their", "our", "my", "a", "an", "no",
          "not", "what", "why", "how", "who", "der", "die", "das", "ein", "eine", "er", "sie", "es",
          "wir", "ich", "dies", "diese", "dieser", "dann", "aber", "und", "le", "la", "les", "un",
          "une", "il", "elle", "ils", "nous", "ce", "cette", "mais", "el", "los", "las", "una",
          "este", "esta", "pero", "он", "она", "они", "это", "но", "мы");

  /** Abbreviations that are words too, so may end a sentence when a new one clearly begins. */
  private static final Set<String> WORDS_TOO =
      Set.of("no", "art", "al", "sec", "sig", "rep", "hon", "col", "av", "im", "fr", "ing", "str");

  /**
   * Months after an ordinal, in German, which alone of the languages that write ordinals with a
   * full stop begins them with a capital, as a sentence would.
   */
  private static final Set<String> MONTHS =
      Set.of(
          "Januar",
          "J\u00e4nner",
          "Februar",
          "Feber",
          "M\u00e4rz",
          "April",
          "Mai",
          "Juni",
          "Juli",
          "August",
          "September",
          "Oktober",
          "November",
          "Dezember",
          "Jan",
          "Feb",
          "Apr",
          "Aug",
          "Sept",
          "Okt",
          "Nov",
          "Dez");

  /** Words after which a small number with a full stop is an ordinal. */
  private static final Set<String> BEFORE_ORDINALS =
      Set.of(
          "der", "die", "das", "den", "dem", "des", "am", "vom", "zum", "zur", "im", "beim", "bis",
          "und", "seine", "seinem", "seinen", "ihre", "ihrem", "ihren", "jeder", "jede", "jedes",
          "jeden", "sowie", "ab", "seit", "det");

  private static final int MOST_ORDINAL_DIGITS = 2;
  private static final int LONGEST_ABBREVIATION = 6;

  /** What goes on behind a closing quotation mark: particles, and verbs that are joined to it. */
  private static final String JAPANESE_PARTICLES = "とっなはがをにのもでかへやだよねし、，";

  private static final String JAPANESE_QUOTES = "\u300d\u300f\uff09";

  private FalseEnds() {}

  /**
   * Whether the sentence that begins at {@code start} goes on at {@code end}, where the JDK's rules
   * end it. The end comes after the white space.
   */
  static boolean isFalse(String text, int start, int end) {
    int dot = end - 1;
    int lines = 0;
    while (dot > start && Character.isWhitespace(text.charAt(dot))) {
      lines += text.charAt(dot--) == '\n' ? 1 : 0;
    }
    if (lines > 1) {
      return false;
    }
    if (text.charAt(dot) != '.') {
      return dot == end - 1 && isQuoteWithin(text, dot, end);
    }
    return isListNumber(text, start, dot)
        || isOrdinal(text, start, dot, end)
        || isShortened(text, start, dot, end);
  }

  private static boolean isQuoteWithin(String text, int quote, int end) {
    return JAPANESE_QUOTES.indexOf(text.charAt(quote)) >= 0
        && JAPANESE_PARTICLES.indexOf(text.charAt(end)) >= 0;
  }

  private static boolean isListNumber(String text, int start, int dot) {
    return digits(text, start, dot) == start && dot - start <= 3;
  }

  private static boolean isOrdinal(String text, int start, int dot, int end) {
    int number = digits(text, start, dot);
    if (number == dot || dot - number > MOST_ORDINAL_DIGITS) {
      return false;
    }
    int gap = number;
    while (gap > start && Character.isWhitespace(text.charAt(gap - 1))) {
      gap--;
    }
    String before = text.substring(letters(text, start, gap), gap).toLowerCase(Locale.ROOT);
    return gap < number && BEFORE_ORDINALS.contains(before) && !isStarter(text, end)
        || MONTHS.contains(following(text, end));
  }

  private static boolean isShortened(String text, int start, int dot, int end) {
    int word = dot;
    while (word > start
        && (Character.isLetter(text.charAt(word - 1)) || text.charAt(word - 1) == '.')) {
      word--;
    }
    String before = text.substring(word, dot);
    if (isInitials(before)) {
      return !isStarter(text, end);
    }
    String lower = before.toLowerCase(Locale.ROOT);
    if (before.length() == 1 && isLoneLetter(text, end)) {
      return true;
    }
    return before.length() <= LONGEST_ABBREVIATION
        && ABBREVIATIONS.contains(lower)
        && !(WORDS_TOO.contains(lower) && isStarter(text, end));
  }

  /** Whether one letter with a full stop follows: "z. B.", "e. V.", "i. e.". */
  private static boolean isLoneLetter(String text, int at) {
    return at + 1 < text.length()
        && Character.isLetter(text.charAt(at))
        && text.charAt(at + 1) == '.';
  }

  /** Whether a word is one capital, or several with full stops between them. */
  private static boolean isInitials(String word) {
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (i % 2 == 0 ? !Character.isUpperCase(c) : c != '.') {
        return false;
      }
    }
    return word.length() % 2 == 1;
  }

  /** Whether a word that begins sentences follows, and not a further initial. */
  private static boolean isStarter(String text, int from) {
    String word = following(text, from);
    int end = from + word.length();
    return STARTERS.contains(word.toLowerCase(Locale.ROOT))
        && (end == text.length() || text.charAt(end) != '.');
  }

  private static int digits(String text, int start, int end) {
    int from = end;
    while (from > start && text.charAt(from - 1) >= '0' && text.charAt(from - 1) <= '9') {
      from--;
    }
    return from;
  }

  private static int letters(String text, int start, int end) {
    int from = end;
    while (from > start && Character.isLetter(text.charAt(from - 1))) {
      from--;
    }
    return from;
  }

  /** The word that begins at {@code from}; empty when there is none. */
  private static String following(String text, int from) {
    int to = from;
    while (to < text.length() && Character.isLetter(text.charAt(to))) {
      to++;
    }
    return text.substring(from, to);
  }
}
