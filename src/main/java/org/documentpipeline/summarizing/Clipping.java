package org.documentpipeline.summarizing;

/** Shortens a sentence that alone is longer than a summary may be. */
final class Clipping {

  private Clipping() {}

  /** The beginning of the sentence, of about so many words, ended by an ellipsis. */
  static SourceSentence clip(SourceSentence sentence, int words) {
    String kept = clip(sentence.text(), words);
    return new SourceSentence(
        kept + "\u2026",
        Words.count(kept),
        sentence.part(),
        sentence.paragraph(),
        sentence.terms(),
        sentence.signals());
  }

  /** The beginning of the text, of about so many words. */
  static String clip(String text, int words) {
    int low = 0;
    int high = text.length();
    while (low < high) {
      int middle = (low + high + 1) / 2;
      if (Words.count(text.substring(0, middle)) <= words) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    int space = text.lastIndexOf(' ', low);
    int end = space > low / 2 ? space : low;
    return text.substring(
            0, end > 0 && Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end)
        .strip();
  }
}
