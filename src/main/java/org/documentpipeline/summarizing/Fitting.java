package org.documentpipeline.summarizing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.documentpipeline.chunking.Sentences;
import org.documentpipeline.summarizing.AnswerReader.Draft;

/**
 * Brings a summary into the range of words that was asked for, which a model seldom counts right:
 * whole points and sentences leave from the end, and sentences of the notes come in as points.
 */
final class Fitting {

  /** Points that stay as long as the paragraph has sentences to give. */
  private static final int KEPT_POINTS = 2;

  /** A sentence as like as this to one that is there says nothing new. */
  private static final double SAME = 0.6;

  private static final int ROUNDS = 4;

  private final Extractor extractor;
  private final Options options;
  private final int least;
  private final int most;

  Fitting(Extractor extractor, Options options) {
    this.extractor = extractor;
    this.options = options;
    this.least = options.words() * 4 / 5;
    this.most = options.words() * 6 / 5;
  }

  /**
   * The draft without what is too much, never below the range: a sentence may have to be cut.
   * Linear in its length.
   */
  Draft shortened(Draft draft) {
    List<Cited> paragraphs = new ArrayList<>(draft.paragraphs());
    List<Cited> points = new ArrayList<>(draft.points());
    int words = draft.words();
    for (int dropped = 1; words > most && dropped > 0; words -= dropped) {
      dropped = dropPoint(points, KEPT_POINTS, words);
      dropped = dropped > 0 ? dropped : dropSentences(paragraphs, words);
      dropped = dropped > 0 ? dropped : dropOrClip(paragraphs, points, words);
    }
    return draft.with(paragraphs, points);
  }

  /** Drops the last point that can be spared; gives how many words it had. */
  private int dropPoint(List<Cited> points, int kept, int words) {
    for (int i = points.size() - 1; i >= 0 && points.size() > kept; i--) {
      if (words - points.get(i).words() >= least) {
        return points.remove(i).words();
      }
    }
    return 0;
  }

  /** Drops the last sentences of the last paragraph but one, or all of it when others are left. */
  private int dropSentences(List<Cited> paragraphs, int words) {
    if (paragraphs.isEmpty()) {
      return 0;
    }
    int last = paragraphs.size() - 1;
    Cited paragraph = paragraphs.get(last);
    List<String> sentences = Sentences.of(paragraph.text());
    int length = paragraph.text().length();
    int left = words;
    for (int i = sentences.size() - 1; i > 0 && left > most; i--) {
      left -= Words.count(sentences.get(i));
      if (left < least) {
        break;
      }
      length -= sentences.get(i).length();
    }
    Cited cut = paragraph.cut(length);
    if (cut.words() < paragraph.words()) {
      paragraphs.set(last, cut);
      return paragraph.words() - cut.words();
    }
    return last > 0 && words - paragraph.words() >= least ? paragraphs.remove(last).words() : 0;
  }

  /** Cuts the longest passage; where none is long by itself, a further point may leave instead. */
  private int dropOrClip(List<Cited> paragraphs, List<Cited> points, int words) {
    Cited longest =
        Stream.concat(paragraphs.stream(), points.stream())
            .max(Comparator.comparingInt(Cited::words))
            .orElseThrow();
    int length = longest.words();
    int dropped = length < most / 2 ? dropPoint(points, 0, words) : 0;
    if (dropped > 0) {
      return dropped;
    }
    Cited clipped = longest.clipped(length - (words - most));
    (paragraphs.contains(longest) ? paragraphs : points)
        .replaceAll(passage -> passage == longest ? clipped : passage);
    return length - clipped.words();
  }

  /**
   * The draft with further points, when it is too short: telling sentences of the notes that say
   * what it does not say yet, each citing its notes. Notes that hold no more leave it short.
   *
   * @param shown the notes, or the text of a document of one chunk
   * @param enough words that it need not have more of, whatever was asked for
   */
  Draft lengthened(Draft draft, List<ChunkSummary> shown, int enough) {
    int aim = Math.min(options.words(), enough);
    if (draft.words() >= aim * 4 / 5) {
      return draft;
    }
    String notes =
        Request.lines(true, options.words(), options) + "\n" + Request.summaries(null, shown);
    SourceText source = new SourceText(Request.read(notes));
    List<Cited> points = new ArrayList<>(draft.points());
    int budget = aim - draft.words();
    for (int round = 0;
        round < ROUNDS && draft.with(draft.paragraphs(), points).words() < aim * 4 / 5;
        round++, budget *= 2) {
      for (SourceSentence sentence : extractor.select(source, budget, options.focus())) {
        int words = draft.with(draft.paragraphs(), points).words();
        if (words < aim
            && words + sentence.words() <= aim * 6 / 5
            && isNew(sentence, Stream.concat(draft.paragraphs().stream(), points.stream()))) {
          points.add(point(sentence, shown));
        }
      }
    }
    return draft.with(draft.paragraphs(), points);
  }

  private static Cited point(SourceSentence sentence, List<ChunkSummary> shown) {
    Cited said = CitationReader.read(sentence.text());
    int number = shown.get(sentence.part()).index() + 1;
    return new Cited(said.text(), List.of(new Cited.Citation(number, said.text().length())));
  }

  private static boolean isNew(SourceSentence sentence, Stream<Cited> there) {
    List<String> texts = there.flatMap(passage -> Sentences.of(passage.text()).stream()).toList();
    return texts.isEmpty() || new SourceIndex(texts).highest(sentence.text()) < SAME;
  }
}
