package org.documentpipeline.summarizing;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The source of a request, taken apart: its sentences, its headings, and the terms they are made
 * of.
 */
final class SourceText {

  private static final int LANGUAGE_SAMPLE = 10_000;
  private static final int OPENING_LEAST = 60;
  private static final int OPENING_MOST = 200;

  private final SourceReader reader;
  private final List<SourceSentence> sentences;
  private final Language language;
  private final Vocabulary vocabulary;

  SourceText(Request request) {
    language = language(request);
    vocabulary = new Vocabulary(language);
    reader = new SourceReader(language, vocabulary);
    reader.read(request.source(), request.summaries());
    sentences = reader.sentences();
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
    return reader.headings().stream()
        .filter(heading -> heading.paragraph() <= end)
        .map(SourceSentence::text)
        .toList();
  }

  /** What the text begins with, when that stands alone and is no sentence; null otherwise. */
  String firstLine() {
    String line = reader.firstLine();
    return isBeginning() && sentences.size() > 1 && sentences.get(0).text().equals(line)
        ? line
        : null;
  }

  /**
   * The number of the last chunk or group that the source is made from: how long the document is at
   * least.
   */
  int lastLabel() {
    return reader.lastLabel();
  }

  /** The number of the chunk or group that a sentence of a labelled source is from. */
  int label(SourceSentence sentence) {
    List<Integer> labels = reader.labels();
    return labels.isEmpty() ? 1 : labels.get(sentence.part());
  }

  /** Whether the source begins where the document begins. */
  boolean isBeginning() {
    return reader.labels().isEmpty() || reader.labels().get(0) == 1;
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
    return Stream.of(sentences, reader.rows(), reader.headings())
        .flatMap(List::stream)
        .filter(sentence -> focus.isIn(sentence.text()))
        .findFirst();
  }
}
