package org.documentpipeline.intake;

import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Checks the options of a new document and fills in the defaults. */
@Component
public class OptionRules {

  private static final List<String> LENGTHS = List.of("short", "medium", "long");
  private static final int MAX_FOCUS = 500;
  private static final int MAX_TAG = 35;
  private static final Set<String> ISO_LANGUAGES =
      Set.copyOf(Arrays.asList(Locale.getISOLanguages()));

  /** The lengths a summary can have, shortest first. */
  public List<String> lengths() {
    return LENGTHS;
  }

  /**
   * The options with defaults ({@code medium}, {@code auto}, no focus) for what is null or blank.
   *
   * @throws RefusedException 400 {@code bad-request} naming the field that is wrong
   */
  public DocumentOptions check(String length, String language, String focus) {
    return new DocumentOptions(length(length), language(language), focus(focus));
  }

  private static String length(String raw) {
    if (isBlank(raw)) {
      return "medium";
    }
    if (!LENGTHS.contains(raw)) {
      throw RefusedException.badRequest(
          "The field length must be one of " + String.join(", ", LENGTHS) + ".");
    }
    return raw;
  }

  private static String language(String raw) {
    if (isBlank(raw) || raw.equalsIgnoreCase("auto")) {
      return "auto";
    }
    if (raw.length() > MAX_TAG) {
      throw badLanguage();
    }
    try {
      Locale locale = new Locale.Builder().setLanguageTag(raw).clearExtensions().build();
      if (!isKnown(locale.getLanguage())) {
        throw badLanguage();
      }
      return locale.toLanguageTag();
    } catch (IllformedLocaleException e) {
      throw badLanguage();
    }
  }

  // "english" is well-formed BCP 47 too, but no language has that code. Java keeps no list of the
  // three-letter ones.
  private static boolean isKnown(String language) {
    return language.length() == 3 || language.length() == 2 && ISO_LANGUAGES.contains(language);
  }

  private static RefusedException badLanguage() {
    return RefusedException.badRequest(
        "The field language must be auto or a BCP 47 tag such as en, de or pt-BR.");
  }

  private static String focus(String raw) {
    if (raw == null) {
      return null;
    }
    String focus = raw.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}]+", " ").strip();
    if (focus.codePointCount(0, focus.length()) > MAX_FOCUS) {
      throw RefusedException.badRequest(
          "The field focus must have at most " + MAX_FOCUS + " characters.");
    }
    return focus.isEmpty() ? null : focus;
  }

  private static boolean isBlank(String raw) {
    return raw == null || raw.isBlank();
  }
}
