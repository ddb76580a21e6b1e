package org.documentpipeline.summarizing;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells the language of a text: by its script where only one language is written in it, else by its
 * function words. Linear in the length of the text.
 */
final class LanguageDetector {

  /** Below this share of function words a text is not taken to be in a language. */
  private static final double LEAST_SHARE = 0.12;

  /** Share of kana from which writing with Chinese characters is Japanese. */
  private static final double KANA_SHARE = 0.05;

  /** A Chinese character says about as much as so many letters. */
  private static final int IDEOGRAPH_WORTH = 3;

  private static final Map<UnicodeScript, String> LONE_SCRIPTS =
      Map.ofEntries(
          Map.entry(UnicodeScript.HANGUL, "ko"),
          Map.entry(UnicodeScript.THAI, "th"),
          Map.entry(UnicodeScript.LAO, "lo"),
          Map.entry(UnicodeScript.KHMER, "km"),
          Map.entry(UnicodeScript.MYANMAR, "my"),
          Map.entry(UnicodeScript.GEORGIAN, "ka"),
          Map.entry(UnicodeScript.ARMENIAN, "hy"),
          Map.entry(UnicodeScript.GREEK, "el"),
          Map.entry(UnicodeScript.TAMIL, "ta"),
          Map.entry(UnicodeScript.TELUGU, "te"),
          Map.entry(UnicodeScript.KANNADA, "kn"),
          Map.entry(UnicodeScript.MALAYALAM, "ml"),
          Map.entry(UnicodeScript.GUJARATI, "gu"),
          Map.entry(UnicodeScript.GURMUKHI, "pa"),
          Map.entry(UnicodeScript.SINHALA, "si"));

  /** Each function word, with the languages that have it. */
  private static final Map<String, List<Language>> WORDS = new HashMap<>();

  static {
    for (Language language : LanguageLists.all()) {
      language
          .stop()
          .forEach(word -> WORDS.computeIfAbsent(word, w -> new ArrayList<>()).add(language));
    }
  }

  private LanguageDetector() {}

  /**
   * The code of the language, or null when nothing tells it.
   *
   * @param lead how many times better than the second best the best has to be, at least 1
   */
  static String of(String text, double lead) {
    UnicodeScript script = script(text);
    if (script == UnicodeScript.HAN) {
      return isJapanese(text) ? "ja" : "zh";
    }
    String alone = LONE_SCRIPTS.get(script);
    if (alone != null) {
      return alone;
    }
    String told = byWords(Terms.words(text), lead);
    return told == null && script == UnicodeScript.HEBREW ? "he" : told;
  }

  /** The script that most of the text is written in; Chinese characters and kana count as one. */
  private static UnicodeScript script(String text) {
    Map<UnicodeScript, Integer> counts = new EnumMap<>(UnicodeScript.class);
    text.codePoints()
        .filter(Character::isLetter)
        .forEach(
            c -> {
              boolean ideograph = Words.isIdeograph(c);
              UnicodeScript script =
                  ideograph
                      ? UnicodeScript.HAN
                      : c < 0x80 ? UnicodeScript.LATIN : UnicodeScript.of(c);
              counts.merge(script, ideograph ? IDEOGRAPH_WORTH : 1, Integer::sum);
            });
    return counts.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(UnicodeScript.COMMON);
  }

  private static boolean isJapanese(String text) {
    long all = text.codePoints().filter(Words::isIdeograph).count();
    long kana = text.codePoints().filter(c -> c >= 0x3041 && c <= 0x30FF).count();
    return kana > KANA_SHARE * all;
  }

  /** A word that several languages have counts for each of them, the less the more there are. */
  private static String byWords(List<String> words, double lead) {
    Map<String, Integer> hits = new HashMap<>();
    Map<String, Double> worth = new HashMap<>();
    for (String word : words) {
      List<Language> having = WORDS.getOrDefault(word, List.of());
      for (Language language : having) {
        hits.merge(language.code(), 1, Integer::sum);
        worth.merge(language.code(), 1.0 / having.size(), Double::sum);
      }
    }
    double least = Math.max(2, LEAST_SHARE * words.size());
    List<Map.Entry<String, Double>> best =
        worth.entrySet().stream()
            .filter(entry -> hits.get(entry.getKey()) >= least)
            .sorted(
                Map.Entry.<String, Double>comparingByValue()
                    .reversed()
                    .thenComparing(Map.Entry.comparingByKey()))
            .limit(2)
            .toList();
    boolean clear = best.size() == 1 || !best.isEmpty() && isClear(best, lead);
    return clear ? best.get(0).getKey() : null;
  }

  private static boolean isClear(List<Map.Entry<String, Double>> best, double lead) {
    return best.get(0).getValue() >= lead * best.get(1).getValue();
  }
}
