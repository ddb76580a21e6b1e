package org.documentpipeline.summarizing;

import java.util.List;
import java.util.Map;
import org.documentpipeline.summarizing.AnswerReader.Draft;
import org.springframework.stereotype.Component;

/**
 * Makes the summary of a document out of what the model has answered: in one form, of the wanted
 * length, each paragraph and point with the chunks it rests on.
 */
@Component("sources")
public class Sources {

  /** A summary of more than so much of a short document is none. */
  private static final int SHARE = 2;

  private static final int LANGUAGE_SAMPLE = 20_000;

  private final Prompts prompts;
  private final Languages languages;
  private final Extractor extractor = new Extractor();

  Sources(Prompts prompts, Languages languages) {
    this.prompts = prompts;
    this.languages = languages;
  }

  /**
   * The finished summary. Linear in the length of the texts.
   *
   * @param answer what the model has said; null counts as nothing
   * @param shown what it was shown: the summaries of chunks or of groups; of a document of one
   *     chunk, the text of that one
   * @param chunks the summaries of all chunks, in order
   * @param options what is wanted
   */
  public Summary compose(
      String answer, List<ChunkSummary> shown, List<ChunkSummary> chunks, Options options) {
    boolean many = chunks.size() > 1;
    Draft read = AnswerReader.read(answer);
    String language = languages.ofSummary(text(read), options);
    boolean same = languages.isIn(language, sample(shown));
    Draft draft = fitted(read, shown, new Fitting(extractor, options), many, same);
    SourceFinder finder = new SourceFinder(shown, chunks, same);
    return new Summary(
        draft.title() == null
            ? Title.of(
                new SourceText(new Request(true, 0, null, false, text(draft))), options.title())
            : draft.title(),
        passages(draft.paragraphs(), finder),
        passages(draft.points(), finder),
        language,
        many ? prompts.ofFinal() : prompts.ofDocument());
  }

  /** What the model was shown of a document of one chunk: the text that this summary is of. */
  public List<ChunkSummary> shown(String text, ChunkSummary summary) {
    return List.of(summary.with(text));
  }

  /**
   * The summary with the very page where a reference stood for all pages of its chunk: that on
   * which a sentence begins which the chunk has word for word. Other references stay as they are.
   *
   * @param chunks rows with the {@code index} of a chunk, its {@code text}, and {@code pageStarts},
   *     a JSON array of objects with {@code at} and {@code page}
   */
  public Summary onPages(List<Map<String, Object>> chunks, Summary summary) {
    PageFinder finder = new PageFinder(chunks);
    return new Summary(
        summary.title(),
        summary.paragraphs().stream().map(finder::exact).toList(),
        summary.keyPoints().stream().map(finder::exact).toList(),
        summary.language(),
        summary.prompts());
  }

  /**
   * A model's notes on a chunk, as they are kept and shown: without links, pictures and HTML, which
   * are the document's or made up, and without what a reader can not see. Linear in their length.
   */
  public String notes(String answer) {
    return Unlinked.notes(answer);
  }

  /** In its form and of its length; sentences of another language do not come in. */
  private static Draft fitted(
      Draft read, List<ChunkSummary> shown, Fitting fitting, boolean many, boolean same) {
    Draft draft = Form.of(fitting.shortened(read));
    if (same && !shown.isEmpty()) {
      int enough = many ? Integer.MAX_VALUE : Words.count(shown.get(0).text()) / SHARE;
      draft = Form.of(fitting.lengthened(draft, shown, enough));
    }
    return fitting.shortened(draft);
  }

  private static List<Passage> passages(List<Cited> texts, SourceFinder finder) {
    return texts.stream()
        .map(text -> new Passage(Unlinked.addressesAsCode(text.text()), finder.references(text)))
        .toList();
  }

  private static String text(Draft draft) {
    StringBuilder text = new StringBuilder();
    draft.paragraphs().forEach(paragraph -> text.append(paragraph.text()).append("\n\n"));
    draft.points().forEach(point -> text.append(point.text()).append("\n\n"));
    return text.toString();
  }

  private static String sample(List<ChunkSummary> shown) {
    StringBuilder sample = new StringBuilder();
    for (ChunkSummary each : shown) {
      int length = Math.min(each.text().length(), LANGUAGE_SAMPLE - sample.length());
      sample.append(each.text(), 0, length).append("\n\n");
      if (sample.length() >= LANGUAGE_SAMPLE) {
        break;
      }
    }
    return sample.toString();
  }
}
