package org.documentpipeline.summarizing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Decides, once for each document, which language its summary is to be in. Thread-safe. */
@Component("languages")
public class Languages {

  /**
   * How much better than the second best a language has to be before it is named: a wrong name
   * misleads a model, no name leaves it to read the text.
   */
  private static final double LEAD = 1.25;

  /** How much better it has to be to stand against what was asked for. */
  private static final double SURE = 1.5;

  /** Fewer words than these tell too little of their language for that. */
  private static final int TELLING = 20;

  /** Codes that stand for one written language, as far as its readers are concerned. */
  private static final List<Set<String>> SAME =
      List.of(
          Set.of("no", "nb", "nn"),
          Set.of("hr", "bs", "sr", "sh"),
          Set.of("id", "ms", "in"),
          Set.of("he", "iw"),
          Set.of("yi", "ji"),
          Set.of("tl", "fil"),
          Set.of("zh", "cmn", "yue"));

  private final String provider;
  private final ObjectMapper json = new ObjectMapper();

  public Languages(ModelInfo model) {
    this.provider = model.provider();
  }

  /**
   * The options with the language that most of the sample is in; of a mixed document, the one that
   * most words are in. The same sample always gives the same. Linear in its length.
   *
   * @param sample pieces of the document's text, separated by blank lines; may be null, as the
   *     title in its properties
   */
  public Options in(String sample, String title, Options wanted) {
    return new Options(wanted.length(), wanted.language(), wanted.focus(), detect(sample), title);
  }

  /**
   * A warning, as JSON, when the model is the built-in one and the wanted language is not the
   * document's; null when there is nothing to warn of.
   */
  public String warning(Options options) {
    if (!"builtin".equals(provider)
        || "auto".equals(options.language())
        || isSame(options.language(), options.detected())) {
      return null;
    }
    String own =
        options.detected() == null
            ? "the document's own language"
            : Request.languageName(options.detected()) + ", the document's language";
    ObjectNode warning = json.createObjectNode();
    warning.put("code", "language-not-available");
    warning.put(
        "detail",
        "The built-in model can not translate into "
            + Request.languageName(options.language())
            + ": the summary is in "
            + own
            + ".");
    return warning.toString();
  }

  /**
   * The language a summary is in, as a BCP 47 tag; null when it is not known. That is the one asked
   * for, or the document's own where none was asked for or the model can not translate; unless its
   * words clearly are of another. Linear in its length.
   */
  String ofSummary(String text, Options options) {
    boolean own = "builtin".equals(provider) || "auto".equals(options.language());
    String expected = own ? options.detected() : options.language();
    String told = clear(text);
    return told == null || expected != null && isSame(expected, told) ? expected : told;
  }

  /**
   * Whether a text can be in this language: false only when its words clearly are of another. The
   * tag may be null.
   */
  boolean isIn(String language, String text) {
    String told = language == null ? null : clear(text);
    return told == null || isSame(language, told);
  }

  private static String clear(String text) {
    return Words.count(text) < TELLING ? null : LanguageDetector.of(text, SURE);
  }

  private static String detect(String sample) {
    if (sample == null) {
      return null;
    }
    Map<String, Integer> words = new HashMap<>();
    for (String piece : sample.split("\n\\s*\n")) {
      String language = LanguageDetector.of(piece, LEAD);
      if (language != null) {
        words.merge(language, Words.count(piece), Integer::sum);
      }
    }
    return words.entrySet().stream()
        .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry::getKey))
        .map(Map.Entry::getKey)
        .orElse(null);
  }

  private static boolean isSame(String asked, String detected) {
    String primary = asked.toLowerCase(Locale.ROOT).split("-")[0];
    return detected != null
        && (primary.equals(detected)
            || SAME.stream().anyMatch(same -> same.contains(primary) && same.contains(detected)));
  }
}
