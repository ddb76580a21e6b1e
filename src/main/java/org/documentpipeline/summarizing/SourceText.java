package org.documentpipeline.summarizing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.documentpipeline.chunking.Sentences;

/** The source of a request, taken apart: its sentences, its first heading, and the terms they are made of. */
final class SourceText {

  private static final Pattern LABEL = Pattern.compile("\\[([0-9]{1,9})](?: \\(pages? [0-9-]+\\))?");
  private static final Pattern HEADING = Pattern.compile("#{1,6}\\s+(.+)");
  private static final Pattern BULLET = Pattern.compile("(?:[-*+\u2022\u25aa\u25e6\u2013]|[0-9]{1,3}[.)])\\s+(?=\\S)");
  private static final Pattern ROW = Pattern.compile(".*(?:\\|.*\\||\\t.*\\t).*");
  private static final String LINE_ENDS = ".!?:;,\u3002\uff01\uff1f\u0964\u061f\u06d4\u2026";
  private static final int SHORT_LINE = 50;

  private final List<SourceSentence> sentences = new ArrayList<>();
  private final List<String> rows = new ArrayList<>();
  private final List<String> termTexts = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Set<String> stopWords;
  private final StringBuilder paragraph = new StringBuilder();
  private String title;
  private int firstLabel = 1;
  private int part = -1;
  private int block;

  SourceText(Request request) {
    stopWords = StopWords.of(Terms.words(request.source()));
    String[] lines = request.source().split("\n");
    for (int i = 0; i < lines.length; i++) {
      String line = lines[i].strip();
      var label = LABEL.matcher(line);
      if ((i == 0 || request.summaries()) && label.matches()) {
        endParagraph();
        block++;
        firstLabel = part < 0 ? Integer.parseInt(label.group(1)) : firstLabel;
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

  /** Whether the source begins where the document begins. */
  boolean isBeginning() {
    return firstLabel == 1;
  }

  int termCount() {
    return termTexts.size();
  }

  /** The word a term was first met as. */
  String termText(int term) {
    return termTexts.get(term);
  }

  /** The terms of another text, as far as they occur here. */
  int[] termsOf(String text) {
    return Terms.words(text).stream().filter(word -> !stopWords.contains(word)).map(Terms::stem)
        .filter(numbers::containsKey).mapToInt(numbers::get).toArray();
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

  /** Whether the line before is short and open-ended, and this one a fresh start: not a wrapped paragraph. */
  private boolean standsAlone(String line) {
    int length = paragraph.length();
    return length > 0 && length < SHORT_LINE && LINE_ENDS.indexOf(paragraph.charAt(length - 1)) < 0
        && !Character.isLowerCase(line.codePointAt(0));
  }

  private void addToParagraph(String line) {
    boolean joined = paragraph.isEmpty() || Words.isIdeograph(line.codePointAt(0))
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
      int words = Words.count(sentence);
      if (words > 0) {
        sentences.add(new SourceSentence(sentence.strip(), words, Math.max(0, part), block, terms(sentence)));
      }
    }
  }

  private int[] terms(String sentence) {
    return Terms.words(sentence).stream().filter(word -> !stopWords.contains(word))
        .mapToInt(word -> numbers.computeIfAbsent(Terms.stem(word), stem -> {
          termTexts.add(word);
          return numbers.size();
        })).toArray();
  }
}
