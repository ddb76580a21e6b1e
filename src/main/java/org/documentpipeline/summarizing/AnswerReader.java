package org.documentpipeline.summarizing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what a model has answered when it was asked for a summary: a title, paragraphs and points,
 * in whatever Markdown it has chosen. What it can not make sense of counts as a paragraph.
 */
final class AnswerReader {

  /**
   * An answer in its parts.
   *
   * @param title null when it has none
   */
  record Draft(String title, List<Cited> paragraphs, List<Cited> points) {

    Draft {
      paragraphs = List.copyOf(paragraphs);
      points = List.copyOf(points);
    }

    int words() {
      return paragraphs.stream().mapToInt(Cited::words).sum()
          + points.stream().mapToInt(Cited::words).sum();
    }

    Draft with(List<Cited> otherParagraphs, List<Cited> otherPoints) {
      return new Draft(title, otherParagraphs, otherPoints);
    }
  }

  private static final int LONGEST_HEADING = 20;
  private static final int LONGEST_ANNOUNCEMENT = 12;
  private static final Pattern FENCE = Pattern.compile("(?:```|~~~).*");
  private static final Pattern UNDERLINE = Pattern.compile("=+|-{2,}");
  private static final Pattern RULE = Pattern.compile("-{3,}|\\*{3,}|_{3,}");
  private static final Pattern HEADING = Pattern.compile("#{1,6} (.*)");
  private static final Pattern BOLD_LINE = Pattern.compile("(?:\\*\\*|__)([^*_]+)(?:\\*\\*|__):?");
  private static final Pattern POINT =
      Pattern.compile("(?:[-*+\u2022\u2013\u25e6\u25aa]|[0-9]{1,3}[.)]) (.*)");

  private final List<Cited> paragraphs = new ArrayList<>();
  private final List<Cited> points = new ArrayList<>();
  private final StringBuilder open = new StringBuilder();
  private String title;
  private boolean point;
  private boolean afterBlank;

  private AnswerReader() {}

  /** The answer in its parts; never fails. Linear in its length. */
  static Draft read(String answer) {
    AnswerReader reader = new AnswerReader();
    for (String line : UntrustedText.clean(answer).split("\n")) {
      reader.add(line);
    }
    reader.end(false);
    return new Draft(reader.title, reader.paragraphs, reader.points);
  }

  private void add(String indented) {
    String line = indented.replaceAll("\\s+", " ").strip().replaceFirst("^>[> ]*", "");
    Matcher heading = HEADING.matcher(line);
    Matcher bold = BOLD_LINE.matcher(line);
    Matcher item = POINT.matcher(line);
    if (line.isEmpty() || FENCE.matcher(line).matches()) {
      pause();
    } else if (!open.isEmpty() && !point && !afterBlank && UNDERLINE.matcher(line).matches()) {
      heading(take());
    } else if (RULE.matcher(line.replace(" ", "")).matches()) {
      end(false);
    } else if (heading.matches() && isShort(heading.group(1))) {
      end(false);
      heading(heading.group(1));
    } else if (bold.matches() && isHeading(bold.group(1)) && (open.isEmpty() || afterBlank)) {
      end(false);
      heading(bold.group(1));
    } else if (item.matches()) {
      end(true);
      point = true;
      open.append(item.group(1));
    } else {
      goOn(line, Character.isWhitespace(indented.charAt(0)));
    }
  }

  private static boolean isShort(String heading) {
    return Words.count(heading) <= LONGEST_HEADING;
  }

  /** A line in bold that ends as a sentence does is one. */
  private static boolean isHeading(String bold) {
    return isShort(bold) && !bold.matches(".*[.!?\u3002]");
  }

  private void pause() {
    if (!point) {
      end(false);
    }
    afterBlank = true;
  }

  /** A line of running text; behind a blank line only an indented one still belongs to a point. */
  private void goOn(String line, boolean indented) {
    if (point && afterBlank && !indented) {
      end(false);
    }
    afterBlank = false;
    open.append(open.isEmpty() ? "" : " ").append(line.replaceFirst("^#{1,6} ", ""));
  }

  /** The first one, before any text, is the title; later ones are left out. */
  private void heading(String text) {
    if (title == null && paragraphs.isEmpty() && points.isEmpty()) {
      String plain =
          CitationReader.read(text).text().replaceAll("\\*\\*|__|`|(?<!#)#+$", "").strip();
      title = Words.count(plain) == 0 ? null : plain;
    }
    afterBlank = false;
  }

  private String take() {
    String text = open.toString();
    open.setLength(0);
    return text;
  }

  /** "Here is the summary:" and "Key points:" are about the answer, not in it. */
  private void end(boolean beforePoint) {
    Cited passage = CitationReader.read(take());
    boolean announces =
        !point
            && (beforePoint || paragraphs.isEmpty() && points.isEmpty())
            && passage.text().matches(".*[:\uff1a](?:\\*\\*|__)?")
            && passage.words() <= LONGEST_ANNOUNCEMENT;
    if (passage.words() > 0 && !announces) {
      (point ? points : paragraphs).add(passage);
    }
    point = false;
    afterBlank = false;
  }
}
