package org.documentpipeline.summarizing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.documentpipeline.chunking.Sentences;
import org.documentpipeline.summarizing.SourceSentence.Signals;

/** Reads a source line by line: labels, headings, rows of tables, and the sentences between. */
final class SourceReader {

  private static final Pattern LABEL =
      Pattern.compile("\\[([0-9]{1,9})](?: \\(pages? [0-9-]+\\))?");
  private static final Pattern HEADING = Pattern.compile("#{1,6}\\s+(.+)");
  private static final Pattern BULLET =
      Pattern.compile("(?:[-*+\u2022\u25aa\u25e6\u2013]|[0-9]{1,3}[.)])\\s+(?=\\S)");
  private static final Pattern ROW = Pattern.compile(".*(?:\\|.*\\||\\t.*\\t).*");
  private static final String LINE_ENDS = ".!?:;,\u3002\uff01\uff1f\u0964\u061f\u06d4\u2026";
  private static final int SHORT_LINE = 50;

  private final List<SourceSentence> sentences = new ArrayList<>();
  private final List<SourceSentence> rows = new ArrayList<>();
  private final List<SourceSentence> headings = new ArrayList<>();
  private final List<Integer> labels = new ArrayList<>();
  private final Language language;
  private final Vocabulary vocabulary;
  private final StringBuilder paragraph = new StringBuilder();
  private String firstLine;
  private int block;

  SourceReader(Language language, Vocabulary vocabulary) {
    this.language = language;
    this.vocabulary = vocabulary;
  }

  /**
   * Reads a source once; linear in its length. Where there is nothing but tables, their rows are
   * taken for sentences.
   *
   * @param labelled whether labels stand all over it, not before its first line only
   */
  void read(String source, boolean labelled) {
    String[] lines = source.split("\n");
    for (int i = 0; i < lines.length; i++) {
      String line = lines[i].strip();
      var label = LABEL.matcher(line);
      if ((i == 0 || labelled) && label.matches()) {
        endParagraph();
        block++;
        labels.add(Integer.parseInt(label.group(1)));
      } else {
        addLine(line);
      }
    }
    endParagraph();
    if (sentences.isEmpty()) {
      rows.forEach(row -> addSentences(row.text()));
    }
  }

  List<SourceSentence> sentences() {
    return sentences;
  }

  /** The rows of tables, as lines of words. */
  List<SourceSentence> rows() {
    return rows;
  }

  List<SourceSentence> headings() {
    return headings;
  }

  /** The numbers of the labelled parts, in order; none where there is no label. */
  List<Integer> labels() {
    return labels;
  }

  /** 1 where there is no label. */
  int lastLabel() {
    return labels.isEmpty() ? 1 : labels.get(labels.size() - 1);
  }

  /** What stands before the first sentence's end, if nothing ends it; null when something does. */
  String firstLine() {
    return firstLine;
  }

  private int part() {
    return Math.max(0, labels.size() - 1);
  }

  private void addLine(String line) {
    var heading = HEADING.matcher(line);
    if (line.isEmpty()) {
      endParagraph();
      block++;
    } else if (heading.matches()) {
      endParagraph();
      headings.add(line(heading.group(1).strip()));
    } else if (ROW.matcher(line).matches()) {
      endParagraph();
      if (line.chars().anyMatch(Character::isLetterOrDigit)) {
        rows.add(line(line.replaceAll("[|\\t\\s]+", " ").strip()));
      }
    } else {
      var bullet = BULLET.matcher(line);
      if (bullet.lookingAt() || standsAlone(line)) {
        endParagraph();
      }
      addToParagraph(bullet.lookingAt() ? line.substring(bullet.end()) : line);
    }
  }

  /** A line that is no sentence, so never chosen as one. */
  private SourceSentence line(String text) {
    return new SourceSentence(
        text, Words.count(text), part(), block, new int[0], new Signals(0, 0, 0, 0, 0, 0));
  }

  /**
   * Whether the line before is short and open-ended, and this one a fresh start: not a wrapped
   * paragraph.
   */
  private boolean standsAlone(String line) {
    int length = paragraph.length();
    return length > 0
        && length < SHORT_LINE
        && LINE_ENDS.indexOf(paragraph.charAt(length - 1)) < 0
        && !Character.isLowerCase(line.codePointAt(0));
  }

  private void addToParagraph(String line) {
    boolean joined =
        paragraph.isEmpty()
            || Words.isIdeograph(line.codePointAt(0))
                && Words.isIdeograph(paragraph.codePointBefore(paragraph.length()));
    paragraph.append(joined ? "" : " ").append(line);
  }

  private void endParagraph() {
    if (!paragraph.isEmpty()) {
      if (sentences.isEmpty()) {
        boolean ends = LINE_ENDS.indexOf(paragraph.charAt(paragraph.length() - 1)) >= 0;
        firstLine = ends || part() > 0 ? null : paragraph.toString();
      }
      addSentences(paragraph.toString().replaceAll("\\s+", " "));
      paragraph.setLength(0);
    }
  }

  private void addSentences(String text) {
    for (String sentence : Sentences.of(text)) {
      int length = Words.count(sentence);
      if (length > 0) {
        List<String> words = Terms.words(sentence);
        List<String> stems = words.stream().map(vocabulary::stem).toList();
        int[] terms = vocabulary.terms(words, stems);
        Signals signals = language.signals(sentence, words);
        sentences.add(new SourceSentence(sentence.strip(), length, part(), block, terms, signals));
      }
    }
  }
}
