package org.documentpipeline.summarizing;

import java.util.regex.Pattern;

/**
 * Makes text from a document safe to put between the marks of a prompt: what a reader cannot see is
 * taken out, and nothing in it can look like the end of the data or like the control words of a
 * model's own template, which some servers read even in a user's message.
 */
final class UntrustedText {

  private static final Pattern OPENING = Pattern.compile("[<\uff1c\ufe64]{3,}");
  private static final Pattern CLOSING = Pattern.compile("[>\uff1e\ufe65]{3,}");

  /** {@code <|im_start|>} and its kind, with wide signs too, as DeepSeek writes them. */
  private static final Pattern BAR_OPENS = Pattern.compile("[<\uff1c\ufe64](?=[|\uff5c])");

  private static final Pattern BAR_CLOSES = Pattern.compile("(?<=[|\uff5c])[>\uff1e\ufe65]");

  /** The control words of SentencePiece vocabularies, Llama 2, Gemma and models that reason. */
  private static final Pattern TAG =
      Pattern.compile(
          "(?i)[<\uff1c\ufe64](?=/?(?:s|bos|eos|unk|pad|mask|sop|eop|sys|think|tool_call|"
              + "tool_response|start_of_turn|end_of_turn|start_of_image)[>\uff1e\ufe65])");

  /** Those of Mistral's and GLM's models. */
  private static final Pattern BRACKETED =
      Pattern.compile(
          "(?i)\\[(/?(?:INST|SYSTEM_PROMPT|AVAILABLE_TOOLS|TOOL_CALLS|TOOL_RESULTS|TOOL_CONTENT|"
              + "MODEL_SETTINGS|CALL_ID|ARGS|THINK|gMASK))]");

  // Possessive throughout: no number of brackets or commas makes it go back.
  private static final Pattern NUMBERS =
      Pattern.compile(
          "[\\[\uff3b\u3010](\\s*+\\^?+\\s*+[0-9]{1,9}+(?:\\s*+[,;\u3001\uff0c\u2013-]\\s*+[0-9]{1,9}+)*+\\s*+)"
              + "[]\uff3d\u3011]");

  private UntrustedText() {}

  /**
   * The text without invisible characters, its marks defused; line ends are {@code \n}. Linear in
   * its length.
   */
  static String clean(String text) {
    if (text == null) {
      return "";
    }
    String marked = VisibleText.of(text).replace("\u22d8", "<<<").replace("\u22d9", ">>>");
    // At most three for a run of any length: what is counted before is not longer afterwards.
    marked = OPENING.matcher(marked).replaceAll("\u2039\u2039\u2039");
    marked = CLOSING.matcher(marked).replaceAll("\u203a\u203a\u203a");
    marked = BAR_OPENS.matcher(marked).replaceAll("\u2039");
    marked = BAR_CLOSES.matcher(marked).replaceAll("\u203a");
    marked = TAG.matcher(marked).replaceAll("\u2039");
    return BRACKETED.matcher(marked).replaceAll("($1)");
  }

  /** As {@link #clean}, on one line of at most {@code max} characters. */
  static String cleanLine(String text, int max) {
    String line = clean(text).replaceAll("\\s+", " ").strip();
    if (line.length() <= max) {
      return line;
    }
    return line.substring(0, Character.isHighSurrogate(line.charAt(max - 1)) ? max - 1 : max);
  }

  /**
   * As {@link #clean}; numbers in brackets stand in round ones, wherever they are, for such numbers
   * are our own labels, and those an answer refers to them by.
   */
  static String cleanUnlabelled(String text) {
    return NUMBERS.matcher(clean(text)).replaceAll("($1)");
  }
}
