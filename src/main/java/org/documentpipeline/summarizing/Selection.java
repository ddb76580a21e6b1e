package org.documentpipeline.summarizing;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The sentences of an answer of the built-in model: the extractor's choice, and what the focus asks
 * beyond it. What is looked for is never left out unsaid: notes carry it on, whatever its length,
 * and a summary of a text that has nothing of it says so.
 *
 * @param sentences in the order of the text, but what is there for the focus alone comes first; at
 *     least one
 * @param remark that what is looked for is not in the text; null when there is no need to say so
 */
record Selection(List<SourceSentence> sentences, String remark) {

  /** Of the wanted words, what one sentence may take that is there for the focus alone. */
  private static final int SHARE = 3;

  /** Chooses from a source that has sentences. */
  static Selection of(SourceText source, Request request, Extractor extractor) {
    Focus focus = source.focusOn(request.focus());
    if (!focus.isGiven()) {
      return new Selection(choose(source, request, extractor, request.words()), null);
    }
    Optional<SourceSentence> found = source.firstOn(focus);
    if (found.isEmpty() && request.whole()) {
      String remark = source.language().absent().replace("%s", request.focus());
      int left = Math.max(1, request.words() - Words.count(remark));
      return new Selection(choose(source, request, extractor, left), remark);
    }
    List<SourceSentence> sentences = choose(source, request, extractor, request.words());
    boolean said = sentences.stream().anyMatch(sentence -> focus.isIn(sentence.text()));
    return said || found.isEmpty()
        ? new Selection(sentences, null)
        : new Selection(withFound(found.get(), source, request, extractor), null);
  }

  /** The Markdown of a summary, with the remark at the beginning of its paragraph. */
  String withRemark(String markdown) {
    int title = markdown.indexOf("\n\n");
    return remark == null
        ? markdown
        : markdown.substring(0, title + 2) + remark + " " + markdown.substring(title + 2);
  }

  private static List<SourceSentence> withFound(
      SourceSentence found, SourceText source, Request request, Extractor extractor) {
    int most = request.words() / SHARE;
    SourceSentence shown =
        request.whole() && found.words() > most ? Clipping.clip(found, most) : found;
    int left = Math.max(1, request.words() - Math.min(most, shown.words()));
    return Stream.concat(
            Stream.of(shown),
            choose(source, request, extractor, left).stream().filter(one -> one != found))
        .toList();
  }

  private static List<SourceSentence> choose(
      SourceText source, Request request, Extractor extractor, int words) {
    List<SourceSentence> sentences = extractor.select(source, words, request.focus());
    return sentences.isEmpty()
        ? List.of(Clipping.clip(source.sentences().get(0), words))
        : sentences;
  }
}
