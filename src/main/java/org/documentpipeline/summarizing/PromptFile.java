package org.documentpipeline.summarizing;

import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A prompt as it stands in its file: a note to people, then a part headed {@code ## System} and one
 * headed {@code ## User}. Only the user's part has variables, written {@code {{request}}} and
 * {@code {{text}}}, each once.
 */
record PromptFile(String system, String user) {

  private static final Pattern PARTS =
      Pattern.compile("(?s)(?:.*?\\n)?## System[ \\t]*\\n(.*?)\\n## User[ \\t]*\\n(.*)");
  private static final Pattern VARIABLE = Pattern.compile("\\{\\{\\s*([^{}]*?)\\s*}}");
  private static final Set<String> VARIABLES = Set.of("request", "text");

  /**
   * Throws IllegalArgumentException with what is wrong, in words for the person who edits the file.
   */
  static PromptFile parse(String content) {
    Matcher parts = PARTS.matcher(content.replace("\r\n", "\n"));
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "it needs a part headed \"## System\" and then one headed \"## User\"");
    }
    PromptFile file = new PromptFile(parts.group(1).strip(), parts.group(2).strip());
    if (VARIABLE.matcher(file.system).find()) {
      throw new IllegalArgumentException(
          "the system part must not have variables: what they bring is data");
    }
    var used = VARIABLE.matcher(file.user).results().map(match -> match.group(1)).toList();
    if (used.size() != VARIABLES.size()
        || !VARIABLES.containsAll(used)
        || used.get(0).equals(used.get(1))) {
      throw new IllegalArgumentException(
          "the user part needs {{request}} and {{text}}, each once, and no other variable");
    }
    return file;
  }

  /**
   * The user's part with the values in place. Values are never searched for variables themselves.
   */
  String userWith(Map<String, String> values) {
    return VARIABLE
        .matcher(user)
        .replaceAll((MatchResult match) -> Matcher.quoteReplacement(values.get(match.group(1))));
  }
}
