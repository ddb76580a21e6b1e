package org.documentpipeline.summarizing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads a source line by line: labels, headings, rows of tables, and the sentences between. */
final class SourceReader {

  private static final Pattern LABEL =
      Pattern.compile("\\[([0-9]{1,9})](?: \\(pages? [0-9-]+\\))?");
  private static final Pattern HEADING = Pattern.compile("#{1,6}\\s+(.+)");

  /** Signs of a quotation, and a line drawn before the text. */
  private static final Pattern MARKS = Pattern.compile("^(?:>[> ]*)?(?:[-=_*~]{4,}(?:\\s+|$))?");

  private static final Pattern ROW = Pattern.compile(".*(?:\\|.*\\||\\t.*\\t).*");

  private static final Pattern CELL_ENDS = Pattern.compile("\\s*(?:[|\\t]\\s*)+");

  private final SentenceReader reader;
  private final List<SourceSentence> headings = new ArrayList<>();
  private final List<Integer> labels = new ArrayList<>();
  private OpenParagraph paragraph = new OpenParagraph();
  private boolean references;
  private boolean thanks;
  private boolean isLines;
  private String firstLine;
  private int block;

  SourceReader(Language language, Vocabulary vocabulary) {
    this.reader = new SentenceReader(language, vocabulary);
  }

  /**
   * Reads a source once; linear in its length. Where there is nothing but tables and the like,
   * their lines are taken for sentences, and where there is not even that, the headings.
   *
   * @param labelled whether labels stand all over it, not before its first line only
   */
  void read(String source, boolean labelled) {
    String[] all = source.split("\n");
    for (int i = 0; i < all.length; i++) {
      String line = all[i].strip();
      var label = LABEL.matcher(line);
      if ((i == 0 || labelled) && label.matches()) {
        endParagraph();
        block++;
        references = false;
        thanks = false;
        labels.add(Integer.parseInt(label.group(1)));
      } else {
        addLine(line);
      }
    }
    endParagraph();
    isLines = sentences().isEmpty();
    if (isLines) {
      reader.readLines(lines().isEmpty() ? headings : lines());
    }
  }

  List<SourceSentence> sentences() {
    return reader.sentences();
  }

  /** The rows of tables, as lines of words, and what else is no part of the running text. */
  List<SourceSentence> lines() {
    return reader.lines();
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

  /** Whether lines had to be taken for sentences. */
  boolean isLines() {
    return isLines;
  }

  private int part() {
    return Math.max(0, labels.size() - 1);
  }

  private void addLine(String marked) {
    String line = NoteMarks.without(MARKS.matcher(marked).replaceFirst(""));
    var heading = HEADING.matcher(line);
    if (line.isEmpty()) {
      endParagraph();
      block++;
    } else if (heading.matches()) {
      endParagraph();
      headings.add(SourceSentence.line(heading.group(1).strip(), part(), block));
      references = Apparatus.isReferences(heading.group(1));
      thanks = Apparatus.isThanks(heading.group(1));
    } else if (ROW.matcher(line).matches()) {
      endParagraph();
      if (line.chars().anyMatch(Character::isLetterOrDigit)) {
        String row =
            CELL_ENDS.matcher(line).replaceAll(" \u00b7 ").replaceAll("^ \u00b7 | \u00b7 $", "");
        reader.lines().add(SourceSentence.line(row, part(), block));
      }
    } else {
      if (paragraph.endsBefore(line)) {
        endParagraph();
      }
      paragraph.add(line);
    }
  }

  private void endParagraph() {
    if (paragraph.isEmpty()) {
      return;
    }
    String text = paragraph.toString();
    if (sentences().isEmpty()) {
      boolean line = !paragraph.isEnded() && !paragraph.isItem() && part() == 0;
      firstLine = line ? text : null;
    }
    boolean beside = thanks || Apparatus.isAside(text);
    thanks = Apparatus.isThanks(text);
    references = Apparatus.isReferences(text) || references && Apparatus.isEntry(text);
    if (beside || thanks || references) {
      reader.lines().add(SourceSentence.line(text, part(), block));
    } else {
      reader.read(text, part(), block, paragraph.isItem());
    }
    paragraph = new OpenParagraph();
  }
}
