package org.documentpipeline.summarizing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.documentpipeline.chunking.Sentences;
import org.documentpipeline.summarizing.SourceSentence.Signals;

/**
 * The source of a request, taken apart: its sentences, its first heading, and the terms they are
 * made of.
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
  private final List<String> rows = new ArrayList<>();
  private final List<String> termTexts = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<Integer> labels = new ArrayList<>();
  private final Language language;
  private final StringBuilder paragraph = new StringBuilder();
  private String title;
  private int firstLabel = 1;
  private int lastLabel = 1;
  private int part = -1;
  private int block;

  SourceText(Request request) {
    String source = request.source();
    language =
        Language.of(Terms.words(source.substring(0, Math.min(source.length(), LANGUAGE_SAMPLE))));
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
      rows.forEach(this::addSentences);
    }
  }

  List<SourceSentence> sentences() {
    return sentences;
  }

  /** The first heading; null when there is none. */
  String title() {
    return title;
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
    return termTexts.size();
  }

  /** The terms of this source that are forms of the words of another text. */
  int[] termsOf(String text) {
    List<String> words =
        Terms.words(text).stream().filter(word -> !language.stop().contains(word)).toList();
    return IntStream.range(0, termTexts.size())
        .filter(term -> words.stream().anyMatch(word -> Terms.related(word, termTexts.get(term))))
        .toArray();
  }

  private void addLine(String line) {
    var heading = HEADING.matcher(line);
    if (line.isEmpty()) {
      endParagraph();
      block++;
    } else if (heading.matches()) {
      endParagraph();
      title = title == null ? heading.group(1).strip() : title;
    } else if (ROW.matcher(line).matches()) {
      endParagraph();
      rows.add(line.replaceAll("[|\\t\\s]+", " ").strip());
    } else {
      var bullet = BULLET.matcher(line);
      if (bullet.lookingAt() || standsAlone(line)) {
        endParagraph();
      }
      addToParagraph(bullet.lookingAt() ? line.substring(bullet.end()) : line);
    }
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
      addSentences(paragraph.toString().replaceAll("\\s+", " "));
      paragraph.setLength(0);
    }
  }

  private void addSentences(String text) {
    for (String sentence : Sentences.of(text)) {
      int length = Words.count(sentence);
      if (length > 0) {
        List<String> words = Terms.words(sentence);
        List<String> stems = words.stream().map(Terms::stem).toList();
        int[] terms = terms(words, stems);
        Signals signals = language.signals(sentence, words, stems);
        sentences.add(
            new SourceSentence(sentence.strip(), length, Math.max(0, part), block, terms, signals));
      }
    }
  }

  private int[] terms(List<String> words, List<String> stems) {
    return IntStream.range(0, words.size())
        .filter(i -> !language.stop().contains(words.get(i)))
        .map(
            i ->
                numbers.computeIfAbsent(
                    stems.get(i),
                    stem -> {
                      termTexts.add(words.get(i));
                      return numbers.size();
                    }))
        .toArray();
  }
}
