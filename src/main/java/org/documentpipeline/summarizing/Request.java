package org.documentpipeline.summarizing;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines of a user message that say what is wanted, and the marks around the data. A model reads
 * them as words; the built-in one reads them back with {@link #read}.
 *
 * @param whole whether the final summary is asked for, not notes on a part
 * @param words how many words the answer should have
 * @param focus what to look for, or null
 * @param summaries whether the source is labelled summaries, not the document's own text
 * @param source the text between the marks, with its labels
 * @param language the code of the document's own language, or null
 * @param title what the properties of the file call the document, or null
 */
record Request(
    boolean whole,
    int words,
    String focus,
    boolean summaries,
    String source,
    String language,
    String title) {

  private static final String WHOLE = "Answer: the summary of the whole document";
  private static final String PART = "Answer: notes on this part of the document";
  private static final int FOCUS_LENGTH = 500;
  private static final Pattern WORDS =
      Pattern.compile("(?m)^Length: (?:about )?([0-9]{1,6}) words");
  private static final Pattern FOCUS = Pattern.compile("(?m)^Focus: \"(.*)\"$");
  private static final String OWN = "the document's own";
  private static final Pattern LANGUAGE =
      Pattern.compile("(?m)^Language: .*\\(([a-z]{2,8})\\), " + OWN + "$");
  private static final Pattern SOURCE =
      Pattern.compile("(?s)<<<(DOCUMENT|SUMMARIES)\\n(?:Title: ([^\\n]+)\\n)?(.*)\\n\\1>>>");

  /** One for a document of which nothing else is known. */
  Request(boolean whole, int words, String focus, boolean summaries, String source) {
    this(whole, words, focus, summaries, source, null, null);
  }

  /** The lines that a prompt file's {@code {{request}}} stands for. */
  static String lines(boolean whole, int words, Options options) {
    String focus = UntrustedText.cleanLine(options.focus(), FOCUS_LENGTH).replace('"', '\'');
    return (whole ? WHOLE : PART)
        + "\nLength: about "
        + words
        + " words, "
        + words * 4 / 5
        + " to "
        + words * 6 / 5
        + "\nLanguage: "
        + language(options)
        + "\nFocus: "
        + (focus.isEmpty() ? "none" : '"' + focus + '"');
  }

  private static String language(Options options) {
    String asked = options.language();
    if ("auto".equals(asked) || !asked.matches("[A-Za-z0-9-]{2,35}")) {
      return options.detected() == null
          ? OWN
          : languageName(options.detected()) + " (" + options.detected() + "), " + OWN;
    }
    String name = languageName(asked);
    return name.equals(asked) ? asked : name + " (" + asked + ")";
  }

  /** What a BCP 47 tag's language is called in English; the tag itself when it has no name. */
  static String languageName(String tag) {
    String name = Locale.forLanguageTag(tag).getDisplayName(Locale.ENGLISH);
    return name.isEmpty() ? tag : name;
  }

  /** A part of the document between its marks, under its title, if any, and its label. */
  static String document(String title, String label, String text) {
    return "<<<DOCUMENT\n"
        + titleLine(title)
        + label
        + "\n"
        + UntrustedText.cleanUnlabelled(text)
        + "\nDOCUMENT>>>";
  }

  /** Summaries between their marks, under the document's title, if any, each under its label. */
  static String summaries(String title, List<ChunkSummary> summaries) {
    StringBuilder text = new StringBuilder("<<<SUMMARIES\n").append(titleLine(title));
    String gap = "";
    for (ChunkSummary summary : summaries) {
      text.append(gap)
          .append(label(summary.index(), summary.firstPage(), summary.lastPage()))
          .append('\n')
          .append(UntrustedText.cleanUnlabelled(summary.text()))
          .append('\n');
      gap = "\n";
    }
    return text.append("SUMMARIES>>>").toString();
  }

  private static String titleLine(String title) {
    return title == null ? "" : "Title: " + title + "\n";
  }

  /** {@code [3] (pages 4-6)}: the chunk's number, counted from 1, and where it stands. */
  static String label(int index, Integer firstPage, Integer lastPage) {
    String number = "[" + (index + 1) + "]";
    if (firstPage == null) {
      return number;
    }
    return number
        + (lastPage == null || lastPage.equals(firstPage)
            ? " (page " + firstPage + ")"
            : " (pages " + firstPage + "-" + lastPage + ")");
  }

  /**
   * Reads a user message back; one without marks is taken as a whole document, in medium length.
   */
  static Request read(String message) {
    Matcher source = SOURCE.matcher(message);
    if (!source.find()) {
      return new Request(true, new Options(null, null, null).words(), null, false, message);
    }
    String head = message.substring(0, source.start());
    Matcher words = WORDS.matcher(head);
    Matcher focus = FOCUS.matcher(head);
    Matcher language = LANGUAGE.matcher(head);
    return new Request(
        !head.contains(PART),
        words.find() ? Integer.parseInt(words.group(1)) : 150,
        focus.find() ? focus.group(1) : null,
        "SUMMARIES".equals(source.group(1)),
        source.group(3),
        language.find() ? language.group(1) : null,
        source.group(2));
  }
}
