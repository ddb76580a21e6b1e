package org.documentpipeline.summarizing;

import java.util.HashMap;
import java.util.Map;
import org.tartarus.snowball.SnowballStemmer;
import org.tartarus.snowball.ext.ArabicStemmer;
import org.tartarus.snowball.ext.ArmenianStemmer;
import org.tartarus.snowball.ext.BasqueStemmer;
import org.tartarus.snowball.ext.CatalanStemmer;
import org.tartarus.snowball.ext.DanishStemmer;
import org.tartarus.snowball.ext.DutchStemmer;
import org.tartarus.snowball.ext.EnglishStemmer;
import org.tartarus.snowball.ext.EstonianStemmer;
import org.tartarus.snowball.ext.FinnishStemmer;
import org.tartarus.snowball.ext.FrenchStemmer;
import org.tartarus.snowball.ext.German2Stemmer;
import org.tartarus.snowball.ext.GreekStemmer;
import org.tartarus.snowball.ext.HindiStemmer;
import org.tartarus.snowball.ext.HungarianStemmer;
import org.tartarus.snowball.ext.IndonesianStemmer;
import org.tartarus.snowball.ext.IrishStemmer;
import org.tartarus.snowball.ext.ItalianStemmer;
import org.tartarus.snowball.ext.LithuanianStemmer;
import org.tartarus.snowball.ext.NepaliStemmer;
import org.tartarus.snowball.ext.NorwegianStemmer;
import org.tartarus.snowball.ext.PortugueseStemmer;
import org.tartarus.snowball.ext.RomanianStemmer;
import org.tartarus.snowball.ext.RussianStemmer;
import org.tartarus.snowball.ext.SerbianStemmer;
import org.tartarus.snowball.ext.SpanishStemmer;
import org.tartarus.snowball.ext.SwedishStemmer;
import org.tartarus.snowball.ext.TamilStemmer;
import org.tartarus.snowball.ext.TurkishStemmer;
import org.tartarus.snowball.ext.YiddishStemmer;

/**
 * Takes the endings off the words of one language: Snowball's rules (Porter 2001) where it has the
 * language, else the first letters. Remembers what it has done; not thread-safe, so each text has
 * its own.
 */
final class Stemmer {

  /** Nothing longer is a word; its rules would cost more than they tell. */
  private static final int LONGEST = 60;

  private final SnowballStemmer snowball;
  private final Map<String, String> known = new HashMap<>();

  /** For the language of this code; null for an unknown one. */
  Stemmer(String language) {
    snowball = language == null ? null : snowball(language);
  }

  /** What the forms of a (lower case) word have in common. */
  String stem(String word) {
    return known.computeIfAbsent(word, this::shorten);
  }

  private String shorten(String word) {
    if (snowball != null && word.length() <= LONGEST) {
      snowball.setCurrent(word);
      snowball.stem();
      return snowball.getCurrent();
    }
    return Terms.stem(word);
  }

  private static SnowballStemmer snowball(String language) {
    return switch (language) {
      case "ar" -> new ArabicStemmer();
      case "ca" -> new CatalanStemmer();
      case "da" -> new DanishStemmer();
      case "de" -> new German2Stemmer();
      case "el" -> new GreekStemmer();
      case "en" -> new EnglishStemmer();
      case "es" -> new SpanishStemmer();
      case "et" -> new EstonianStemmer();
      case "eu" -> new BasqueStemmer();
      case "fi" -> new FinnishStemmer();
      case "fr" -> new FrenchStemmer();
      case "ga" -> new IrishStemmer();
      case "hi" -> new HindiStemmer();
      case "hu" -> new HungarianStemmer();
      case "hy" -> new ArmenianStemmer();
      case "id" -> new IndonesianStemmer();
      case "it" -> new ItalianStemmer();
      case "lt" -> new LithuanianStemmer();
      case "ne" -> new NepaliStemmer();
      case "nl" -> new DutchStemmer();
      case "no" -> new NorwegianStemmer();
      case "pt" -> new PortugueseStemmer();
      case "ro" -> new RomanianStemmer();
      case "ru" -> new RussianStemmer();
      case "sr" -> new SerbianStemmer();
      case "sv" -> new SwedishStemmer();
      case "ta" -> new TamilStemmer();
      case "tr" -> new TurkishStemmer();
      case "yi" -> new YiddishStemmer();
      default -> null;
    };
  }
}
