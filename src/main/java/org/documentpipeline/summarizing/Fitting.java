package org.documentpipeline.summarizing;

import java.util.ArrayList;
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

  /** The draft without what is too much, never below the range: a sentence may have to be cut. */
  Draft shortened(Draft draft) {
    List<Cited> paragraphs = new ArrayList<>(draft.paragraphs());
    List<Cited> points = new ArrayList<>(draft.points());
    int words = draft.words();
    while (words > most) {
      List<Cited> longest = longest(paragraphs) < longest(points) ? points : paragraphs;
      boolean dropped =
          dropPoint(points, KEPT_POINTS, words)
              || dropSentence(paragraphs, words)
              || longest(longest) < most / 2 && dropPoint(points, 0, words);
      if (!dropped) {
        clipLongest(longest, words - most);
      }
      int left = draft.with(paragraphs, points).words();
      if (left >= words) {
        break;
      }
      words = left;
    }
    return draft.with(paragraphs, points);
  }

  private boolean dropPoint(List<Cited> points, int kept, int words) {
    for (int i = points.size() - 1; i >= 0 && points.size() > kept; i--) {
      if (words - points.get(i).words() >= least) {
        points.remove(i);
        return true;
      }
    }
    return false;
  }

  /** Drops the last sentence of the last paragraph that has another one, or a whole paragraph. */
  private boolean dropSentence(List<Cited> paragraphs, int words) {
    for (int i = paragraphs.size() - 1; i >= 0; i--) {
      Cited paragraph = paragraphs.get(i);
      List<String> sentences = Sentences.of(paragraph.text());
      String last = sentences.get(sentences.size() - 1);
      if (words - Words.count(last) < least) {
        return false;
      }
      if (sentences.size() > 1) {
        paragraphs.set(i, paragraph.cut(paragraph.text().length() - last.length()));
        return true;
      }
      if (i > 0) {
        paragraphs.remove(i);
        return true;
      }
    }
    return false;
  }

  private static int longest(List<Cited> passages) {
    return passages.stream().mapToInt(Cited::words).max().orElse(0);
  }

  private static void clipLongest(List<Cited> passages, int tooMany) {
    int longest = longest(passages);
    for (int i = 0; i < passages.size(); i++) {
      if (passages.get(i).words() == longest) {
        passages.set(i, passages.get(i).clipped(longest - tooMany));
        return;
      }
    }
  }

  /**
   * The draft with further points, when it is too short: telling sentences of the notes that say
   * what it does not say yet, each citing its notes. Notes that hold no more leave it short.
   */
  Draft lengthened(Draft draft, List<ChunkSummary> shown) {
    if (draft.words() >= least) {
      return draft;
    }
    String notes = Request.lines(true, options.words(), options) + "\n" + Request.summaries(shown);
    SourceText source = new SourceText(Request.read(notes));
    List<Cited> points = new ArrayList<>(draft.points());
    int budget = options.words() - draft.words();
    for (int round = 0;
        round < ROUNDS && draft.with(draft.paragraphs(), points).words() < least;
        round++, budget *= 2) {
      for (SourceSentence sentence : extractor.select(source, budget, options.focus())) {
        int words = draft.with(draft.paragraphs(), points).words();
        if (words < options.words()
            && words + sentence.words() <= most
            && isNew(sentence, Stream.concat(draft.paragraphs().stream(), points.stream()))) {
          points.add(point(sentence, shown));
        }
      }
    }
    return draft.with(draft.paragraphs(), points);
  }

  private static Cited point(SourceSentence sentence, List<ChunkSummary> shown) {
    Cited said = Cited.of(sentence.text());
    int number = shown.get(sentence.part()).index() + 1;
    return new Cited(said.text(), List.of(new Cited.Citation(number, said.text().length())));
  }

  private static boolean isNew(SourceSentence sentence, Stream<Cited> there) {
    List<String> texts = there.flatMap(passage -> Sentences.of(passage.text()).stream()).toList();
    if (texts.isEmpty()) {
      return true;
    }
    for (double similarity : new SourceIndex(texts).similarity(sentence.text())) {
      if (similarity >= SAME) {
        return false;
      }
    }
    return true;
  }
}
