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

  private final SourceReader reader;
  private final List<SourceSentence> sentences;
  private final Language language;
  private final Vocabulary vocabulary;
  private final boolean whole;

  SourceText(Request request) {
    language = language(request);
    vocabulary = new Vocabulary(language);
    reader = new SourceReader(language, vocabulary);
    reader.read(request.source(), request.summaries());
    sentences = reader.sentences();
    whole = request.whole();
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

  /** How the text begins. */
  Front front() {
    return new Front(sentences, reader.headings(), isBeginning() ? reader.firstLine() : null);
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

  /** Whether what is chosen is read as it is, and not the material of another level. */
  boolean isForReaders() {
    return whole;
  }

  /** Whether the source begins where the document begins. */
  boolean isBeginning() {
    return reader.labels().isEmpty() || reader.labels().get(0) == 1;
  }

  /** How many of the first sentences are an opening that tells what follows; mostly 0. */
  int openingLength() {
    return isBeginning() ? front().openingLength() : 0;
  }

  /** Whether a (lower case) word means little by itself, or is one of talk. */
  boolean isEmptyWord(String word) {
    return language.stop().contains(word) || language.spoken().contains(word);
  }

  /** Whether there is nothing but rows of tables, captions or headings. */
  boolean isLines() {
    return reader.isLines();
  }

  int termCount() {
    return vocabulary.size();
  }

  Language language() {
    return language;
  }

  /** Whether a (lower case) word is one of content that names nothing: "thing", "three". */
  boolean isVagueWord(String word) {
    return language.vague().contains(word);
  }

  /** What the forms of a (lower case) word have in common. */
  String stem(String word) {
    return vocabulary.stem(word);
  }

  /** What a person looks for, as it is to be looked for in this text; null for nothing. */
  Focus focusOn(String wanted) {
    return new Focus(wanted, language, vocabulary);
  }

  /**
   * The first sentence that speaks of what is looked for; else the first table's row, caption or
   * heading that does, for where no sentence speaks of it they must not be overlooked.
   */
  Optional<SourceSentence> firstOn(Focus focus) {
    return Stream.of(sentences, reader.lines(), reader.headings())
        .flatMap(List::stream)
        .filter(sentence -> focus.isIn(sentence.text()))
        .findFirst();
  }
}
