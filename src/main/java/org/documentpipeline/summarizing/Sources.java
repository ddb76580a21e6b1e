package org.documentpipeline.summarizing;

import java.util.List;
import org.documentpipeline.summarizing.AnswerReader.Draft;
import org.springframework.stereotype.Component;

/**
 * Makes the summary of a document out of what the model has answered: in one form, of the wanted
 * length, each paragraph and point with the chunks it rests on.
 */
@Component("sources")
public class Sources {

  private final Prompts prompts;
  private final Extractor extractor = new Extractor();

  Sources(Prompts prompts) {
    this.prompts = prompts;
  }

  /**
   * The finished summary. Linear in the length of the texts.
   *
   * @param answer what the model has said; null counts as nothing
   * @param shown the summaries it was shown, of chunks or of groups; for a document of one chunk,
   *     that one
   * @param chunks the summaries of all chunks, in order
   * @param options what is wanted
   */
  public Summary compose(
      String answer, List<ChunkSummary> shown, List<ChunkSummary> chunks, Options options) {
    Fitting fitting = new Fitting(extractor, options);
    boolean many = chunks.size() > 1;
    Draft draft = fitting.shortened(AnswerReader.read(answer));
    if (many) {
      draft = fitting.lengthened(draft, shown);
    }
    SourceFinder finder = new SourceFinder(shown, chunks);
    return new Summary(
        draft.title() == null ? title(draft) : draft.title(),
        passages(draft.paragraphs(), finder),
        passages(draft.points(), finder),
        "auto".equals(options.language()) ? null : options.language(),
        many ? prompts.ofFinal() : prompts.ofDocument());
  }

  private static List<Passage> passages(List<Cited> texts, SourceFinder finder) {
    return texts.stream().map(text -> new Passage(text.text(), finder.references(text))).toList();
  }

  private static String title(Draft draft) {
    StringBuilder text = new StringBuilder();
    draft.paragraphs().forEach(paragraph -> text.append(paragraph.text()).append("\n\n"));
    draft.points().forEach(point -> text.append(point.text()).append("\n\n"));
    return Title.of(new SourceText(new Request(true, 0, null, false, text.toString())));
  }
}
