package org.documentpipeline.product;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the test's model says: first sentences of what it was shown, in the form that the prompts
 * ask for.
 */
final class ModelAnswers {

  private static final Pattern SHOWN =
      Pattern.compile(
          "<<<(DOCUMENT|SUMMARIES)\\s+(.*?)\\s+(DOCUMENT|SUMMARIES)>>>", Pattern.DOTALL);
  private static final Pattern SENTENCE = Pattern.compile("\\p{Lu}[^.!?]{20,}[.!?](?=\\s|$)");
  private static final Pattern LABEL = Pattern.compile("^\\[[0-9]+]");
  private static final String FINAL = "in the form described";

  private ModelAnswers() {}

  static String to(String question) {
    Matcher shown = SHOWN.matcher(question);
    String text = shown.find() ? shown.group(2) : question;
    boolean notes = question.contains("<<<SUMMARIES");
    List<String> sentences = new ArrayList<>();
    for (String part : text.split("\n\\s*\n")) {
      Matcher sentence = SENTENCE.matcher(part.replaceAll("\\s+", " "));
      Matcher label = LABEL.matcher(part);
      if (sentence.find()) {
        sentences.add(sentence.group() + (notes && label.find() ? " " + label.group() : ""));
      }
    }
    if (sentences.isEmpty()) {
      sentences.add("The text says little.");
    }
    return question.contains(FINAL)
        ? summary(sentences)
        : String.join(" ", sentences.subList(0, Math.min(2, sentences.size())));
  }

  private static String summary(List<String> sentences) {
    StringBuilder summary =
        new StringBuilder("# What the document says\n\n").append(sentences.get(0)).append("\n");
    for (int i = 1; i < Math.min(6, sentences.size()); i++) {
      summary.append("\n- ").append(sentences.get(i));
    }
    return summary.append('\n').toString();
  }
}
