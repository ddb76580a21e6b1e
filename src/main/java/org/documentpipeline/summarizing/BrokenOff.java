package org.documentpipeline.summarizing;

import java.util.List;
import java.util.regex.Pattern;
import org.documentpipeline.chunking.Sentences;

/**
 * What is kept of an answer that has no room to come to its end: its whole lines and sentences. A
 * mark at its end stays with it wherever it is kept, so that everybody who is given it can be told.
 */
final class BrokenOff {
  static final String WARNING =
      "{\"code\":\"answer-cut\",\"detail\":\"The model had no room to finish an answer. The text"
          + " it belongs to ends behind the last whole sentence, with […].\"}";

  private static final String MARK = "[…]";

  /** A sentence with its end, behind which only quotes, emphasis or references come. */
  private static final Pattern WHOLE =
      Pattern.compile(
          "(?s).*[.!?\\x{2026}\\x{3002}\\x{ff01}\\x{ff1f}\\x{61f}\\x{6d4}\\x{964}]"
              + "[\\p{Pe}\\p{Pf}\"'*_]*+(?:\\s*\\[[0-9,;\\s-]+]){0,20}+[\\p{Pe}\\p{Pf}\"'*_]*+\\s*+");

  private BrokenOff() {}

  /** The answer without the sentence that breaks off; empty when no sentence is whole. Linear. */
  static String whole(String answer) {
    String text = answer.strip();
    int line = text.lastIndexOf('\n') + 1;
    StringBuilder kept = new StringBuilder(text.substring(0, line));
    List<String> sentences = Sentences.of(text.substring(line));
    int last = sentences.size() - 1;
    for (int i = 0; i <= last; i++) {
      if (i < last || WHOLE.matcher(sentences.get(i)).matches()) {
        kept.append(sentences.get(i));
      }
    }
    String whole = kept.toString().strip();
    boolean onlyHeadings = whole.lines().allMatch(row -> row.isBlank() || row.startsWith("#"));
    return onlyHeadings ? "" : whole + " " + MARK;
  }

  static boolean is(String answer) {
    return answer.endsWith(MARK);
  }
}
