package org.documentpipeline.summarizing;

/**
 * What the person wants of a summary.
 *
 * @param length {@code short}, {@code medium} or {@code long}; anything else counts as medium
 * @param language a BCP 47 tag, or {@code auto} for the document's own
 * @param focus what to look for; null when nothing in particular
 * @param detected the code of the language the document is in; null when it is not known
 * @param title what the properties of the file call the document, on one line; null when they do
 *     not
 */
public record Options(String length, String language, String focus, String detected, String title) {

  private static final int LONGEST_TITLE = 160;

  public Options {
    length = "short".equals(length) || "long".equals(length) ? length : "medium";
    language = language == null || language.isBlank() ? "auto" : language.strip();
    focus = focus == null || focus.isBlank() ? null : focus.strip();
    String line = UntrustedText.cleanLine(UntrustedText.cleanUnlabelled(title), LONGEST_TITLE);
    title = line.isEmpty() ? null : line;
  }

  /** Before anything is known of the document. */
  public Options(String length, String language, String focus) {
    this(length, language, focus, null, null);
  }

  /** Words the final summary should have; a fifth more or less is fine. */
  int words() {
    return switch (length) {
      case "short" -> 60;
      case "long" -> 400;
      default -> 150;
    };
  }
}
