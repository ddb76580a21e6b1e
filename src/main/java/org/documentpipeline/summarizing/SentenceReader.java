package org.documentpipeline.summarizing;

import java.util.ArrayList;
import java.util.List;
import org.documentpipeline.chunking.Sentences;
import org.documentpipeline.summarizing.SourceSentence.Signals;

/** Takes paragraphs apart into the sentences that a summary may be made of. */
final class SentenceReader {

  private static final String ENDS =
      ".!?\u2026\u3002\uff01\uff1f\u0964\u0965\u061f\u06d4\u0589\u104b\u1362\u1367\u17d4\u0f0d";
  private static final String CLOSERS = "\"'\u201d\u201c\u2019\u00bb\u300d\u300f)]\uff09*_`";

  /** Longer than this, words that nothing ends are the speech of a writer without full stops. */
  private static final int FRAGMENT = 15;

  private final Language language;
  private final Vocabulary vocabulary;
  private final List<SourceSentence> sentences = new ArrayList<>();
  private final List<SourceSentence> lines = new ArrayList<>();

  SentenceReader(Language language, Vocabulary vocabulary) {
    this.language = language;
    this.vocabulary = vocabulary;
  }

  /** What has been read so far. */
  List<SourceSentence> sentences() {
    return sentences;
  }

  /** What is no sentence: notices, and whatever else is added to them. */
  List<SourceSentence> lines() {
    return lines;
  }

  /**
   * Reads a paragraph; linear in its length.
   *
   * @param part as in {@link SourceSentence}, as is {@code block}, its paragraph
   * @param item whether it is an item of a list, which needs no full stop
   */
  void read(String paragraph, int part, int block, boolean item) {
    for (String each : Sentences.of(paragraph.replaceAll("\\s+", " "))) {
      String sentence = each.strip();
      if (Apparatus.isNotice(sentence) || sentence.chars().allMatch(c -> !Character.isLetter(c))) {
        lines.add(SourceSentence.line(sentence, part, block));
      } else {
        sentences.add(sentence(sentence, part, block, item));
      }
    }
  }

  /** Takes lines for sentences, each for one. */
  void readLines(List<SourceSentence> lines) {
    lines.stream()
        .filter(line -> line.words() > 0)
        .forEach(line -> sentences.add(sentence(line.text(), line.part(), line.paragraph(), true)));
  }

  private SourceSentence sentence(String text, int part, int block, boolean item) {
    List<String> words = Terms.words(text);
    List<String> stems = words.stream().map(vocabulary::stem).toList();
    int[] terms = vocabulary.terms(words, stems);
    int length = Words.count(text);
    Signals signals = language.signals(text, words);
    boolean fragment = !item && length < FRAGMENT && !isEnded(text);
    return new SourceSentence(
        text, length, part, block, terms, fragment ? signals.ofFragment() : signals);
  }

  /** Whether a sign ends it; Thai and the like need none. */
  private static boolean isEnded(String sentence) {
    int last = sentence.length() - 1;
    while (last > 0 && CLOSERS.indexOf(sentence.charAt(last)) >= 0) {
      last--;
    }
    char sign = sentence.charAt(last);
    return ENDS.indexOf(sign) >= 0 || Words.isUnspaced(sign);
  }
}
