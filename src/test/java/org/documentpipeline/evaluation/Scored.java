package org.documentpipeline.evaluation;

import java.util.List;

/**
 * One document's scores.
 *
 * @param sample the document
 * @param summary as plain text; empty when it failed
 * @param failure why there is no summary, or null
 * @param words of the summary
 * @param model the summary's scores
 * @param lead those of the document's beginning, in as many words
 * @param textRank those of TextRank, in as many words
 */
record Scored(
    Sample sample,
    String summary,
    String failure,
    int words,
    Rouge.Triple model,
    Rouge.Triple lead,
    Rouge.Triple textRank) {

  /** How many words baselines have where there is no summary to compare them with. */
  private static final int USUAL_WORDS = 150;

  /**
   * @param markdown the summary, or null
   * @param text the document's text
   */
  static Scored of(Sample sample, String markdown, String failure, String text) {
    String summary = markdown == null ? "" : plain(markdown);
    int words = markdown == null ? USUAL_WORDS : Baselines.words(summary);
    List<String> references = sample.references();
    return new Scored(
        sample,
        summary,
        failure,
        words,
        Rouge.best(summary, references),
        Rouge.best(Baselines.lead(text, words), references),
        Rouge.best(Baselines.textRank(text, words), references));
  }

  /** What a summary says, without its title, its references and its marks. */
  static String plain(String markdown) {
    return markdown
        .replaceAll("(?m)^#+ .*$", " ")
        .replaceAll("\\[[^\\]]{1,24}\\](\\([^)]*\\))?", " ")
        .replaceAll("[*_`>#|]", " ")
        .replaceAll("(?m)^\\s*[-+]\\s+", "");
  }
}
