package org.documentpipeline.summarizing;

import java.util.ArrayList;
import java.util.List;
import org.documentpipeline.summarizing.AnswerReader.Draft;

/**
 * Gives a summary its form, a paragraph and points below it, where the model has written only one
 * of them. No word is added or lost.
 */
final class Form {

  /** Fewer sentences than these are a paragraph and need no points. */
  private static final int FEWEST = 3;

  private Form() {}

  /**
   * The draft with both: without a paragraph its first points become one; without points its later
   * sentences do, with what is cited for them. Linear in its length.
   */
  static Draft of(Draft draft) {
    if (draft.paragraphs().isEmpty() && !draft.points().isEmpty()) {
      return parted(draft, draft.points());
    }
    return draft.points().isEmpty() ? withPoints(draft) : draft;
  }

  private static Draft withPoints(Draft draft) {
    List<List<Cited>> paragraphs = draft.paragraphs().stream().map(Form::sentences).toList();
    List<Cited> sentences = paragraphs.stream().flatMap(List::stream).toList();
    if (sentences.size() < FEWEST || sentences.stream().anyMatch(Form::isTorn)) {
      return draft;
    }
    Cited first = draft.paragraphs().get(0);
    boolean opens = paragraphs.size() > 1 && first.words() <= draft.words() * 3 / 5;
    return opens
        ? draft.with(List.of(first), sentences.subList(paragraphs.get(0).size(), sentences.size()))
        : parted(draft, sentences);
  }

  private static List<Cited> sentences(Cited paragraph) {
    return paragraph.sentences().stream().filter(sentence -> sentence.words() > 0).toList();
  }

  /** The first two fifths as a paragraph, the others as points; at least one stays a point. */
  private static Draft parted(Draft draft, List<Cited> passages) {
    List<Cited> paragraph = new ArrayList<>();
    int words = 0;
    for (Cited passage : passages) {
      boolean last = paragraph.size() == passages.size() - 1;
      if (!paragraph.isEmpty() && (words >= draft.words() * 2 / 5 || last)) {
        break;
      }
      paragraph.add(passage);
      words += passage.words();
    }
    return draft.with(
        List.of(Cited.joined(paragraph)), passages.subList(paragraph.size(), passages.size()));
  }

  /** Whether bold text or code goes on from one sentence into the next. */
  private static boolean isTorn(Cited sentence) {
    return sentence.text().split("\\*\\*|__", -1).length % 2 == 0
        || sentence.text().split("`", -1).length % 2 == 0;
  }
}
