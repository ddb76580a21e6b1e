package org.documentpipeline.summarizing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.documentpipeline.chunking.Sentences;
import org.documentpipeline.summarizing.SourceSentence.Signals;

/**
 * The source of a request, taken apart: its sentences, its headings, and the terms they are made
 * of.
 */
final class SourceText {

  private static final Pattern LABEL =
      Pattern.compile("\\[([0-9]{1,9})](?: \\(pages? [0-9-]+\\))?");
  private static final Pattern HEADING = Pattern.compile("#{1,6}\\s+(.+)");
  private static final Pattern BULLET =
      Pattern.compile("(?:[-*+\u2022\u25aa\u25e6\u2013]|[0-9]{1,3}[.)])\\s+(?=\\S)");
  private static final Pattern ROW = Pattern.compile(".*(?:\\|.*\\||\\t.*\\t).*");
  private static final String LINE_ENDS = ".!?:;,\u3002\uff01\uff1f\u0964\u061f\u06d4\u2026";
  private static final int LANGUAGE_SAMPLE = 10_000;
  private static final int OPENING_LEAST = 60;
  private static final int OPENING_MOST = 200;
  private static final int SHORT_LINE = 50;

  private final List<SourceSentence> sentences = new ArrayList<>();
  private final List<SourceSentence> rows = new ArrayList<>();
  private final List<SourceSentence> headings = new ArrayList<>();
  private final List<Integer> labels = new ArrayList<>();
  private final Language language;
  private final Vocabulary vocabulary;
  private final StringBuilder paragraph = new StringBuilder();
  private String firstLine;
  private int firstLabel = 1;
  private int lastLabel = 1;
  private int part = -1;
  private int block;

  SourceText(Request request) {
    String source = request.source();
    language = language(request);
    vocabulary = new Vocabulary(language);
    String[] lines = source.split("\n");
    for (int i = 0; i < lines.length; i++) {
      String line = lines[i].strip();
      var label = LABEL.matcher(line);
      if ((i == 0 || request.summaries()) && label.matches()) {
        endParagraph();
        block++;
        firstLabel = part < 0 ? Integer.parseInt(label.group(1)) : firstLabel;
        lastLabel = Integer.parseInt(label.group(1));
        labels.add(lastLabel);
        part++;
      } else {
        addLine(line);
      }
    }
    endParagraph();
    if (sentences.isEmpty()) {
      rows.forEach(row -> addSentences(row.text()));
    }
  }

  /**
   * What the text's own words tell first: a part of a mixed document may be in another language.
   */
  private static Language language(Request request) {
    String source = request.source();
    Language own = Language.of(source.substring(0, Math.min(source.length(), LANGUAGE_SAMPLE)));
    return own.code() == null ? LanguageLists.of(request.language()) : own;
  }

  List<SourceSentence> sentences() {
    return sentences;
  }

  /** The headings up to the first paragraph of some length, in order. */
  List<String> frontHeadings() {
    int words = 0;
    int last = Integer.MIN_VALUE;
    for (SourceSentence sentence : sentences) {
      words = sentence.paragraph() == last ? words + sentence.words() : sentence.words();
      last = sentence.paragraph();
      if (words >= OPENING_LEAST) {
        break;
      }
    }
    int end = words >= OPENING_LEAST ? last : Integer.MAX_VALUE;
    return headings.stream()
        .filter(heading -> heading.paragraph() <= end)
        .map(SourceSentence::text)
        .toList();
  }

  /** What the text begins with, when that stands alone and is no sentence; null otherwise. */
  String firstLine() {
    return isBeginning() && sentences.size() > 1 && sentences.get(0).text().equals(firstLine)
        ? firstLine
        : null;
  }

  /**
   * The number of the last chunk or group that the source is made from: how long the document is at
   * least.
   */
  int lastLabel() {
    return lastLabel;
  }

  /** The number of the chunk or group that a sentence of a labelled source is from. */
  int label(SourceSentence sentence) {
    return labels.isEmpty() ? firstLabel : labels.get(sentence.part());
  }

  /** Whether the source begins where the document begins. */
  boolean isBeginning() {
    return firstLabel == 1;
  }

  /**
   * How many of the first sentences are an abstract, or another opening that tells what follows: a
   * first paragraph of some length with a longer text behind it. 0 when there is none.
   */
  int openingLength() {
    int length = 0;
    int words = 0;
    while (length < sentences.size()
        && sentences.get(length).paragraph() == sentences.get(0).paragraph()) {
      words += sentences.get(length++).words();
    }
    boolean opens =
        isBeginning()
            && length >= 3
            && length < sentences.size()
            && words >= 12 * length
            && words >= OPENING_LEAST
            && words <= OPENING_MOST;
    return opens ? length : 0;
  }

  /** Whether a (lower case) word means little by itself, or is one of talk. */
  boolean isEmptyWord(String word) {
    return language.stop().contains(word) || language.spoken().contains(word);
  }

  int termCount() {
    return vocabulary.size();
  }

  Language language() {
    return language;
  }

  /** What a person looks for, as it is to be looked for in this text; null for nothing. */
  Focus focusOn(String wanted) {
    return new Focus(wanted, language, vocabulary);
  }

  /**
   * The first sentence that speaks of what is looked for; else the first table's row or heading
   * that does, for where no sentence speaks of it they must not be overlooked.
   */
  Optional<SourceSentence> firstOn(Focus focus) {
    return Stream.of(sentences, rows, headings)
        .flatMap(List::stream)
        .filter(sentence -> focus.isIn(sentence.text()))
        .findFirst();
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
        text,
        Words.count(text),
        Math.max(0, part),
        block,
        new int[0],
        new Signals(0, 0, 0, 0, 0, 0));
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
        firstLine = ends || part > 0 ? null : paragraph.toString();
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
        sentences.add(
            new SourceSentence(sentence.strip(), length, Math.max(0, part), block, terms, signals));
      }
    }
  }
}
