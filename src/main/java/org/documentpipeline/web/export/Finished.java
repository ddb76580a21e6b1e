package org.documentpipeline.web.export;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A finished document: of the contract's object, what an export shows.
 *
 * @param summary Markdown, with links to {@code #chunk-N}
 * @param structure the same in its parts, each with its references; null for documents that were
 *     summarised before there was one
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Finished(
    String id,
    String name,
    String mediaType,
    long bytes,
    String sha256,
    String status,
    Integer pages,
    Model model,
    Options options,
    String summary,
    JsonNode structure,
    String createdAt,
    String finishedAt,
    List<Part> chunks) {

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Model(String provider, String name) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Options(String length, String language, String focus) {}

  /** One chunk's summary and where in the document it comes from. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Part(
      int index, Integer firstPage, Integer lastPage, String section, int tokens, String summary) {

    static final String ANCHOR = "#chunk-";

    /** What links to the first chunk lead to, without the number sign. */
    static final String FIRST = "chunk-0";

    /**
     * What begins a link's address, a link's definition and HTML, where notes of a model have it.
     */
    private static final Pattern LINK = Pattern.compile("](?=[(\\[:])");

    private static final Pattern HTML = Pattern.compile("<(?=[A-Za-z/!?])");

    /** What links in the summary lead to, without the number sign. */
    String anchor() {
      return ANCHOR.substring(1) + index;
    }

    /**
     * The summary as Markdown without links, pictures and HTML: they would be the model's or the
     * document's, and pass for references of ours.
     */
    String notes() {
      return HTML.matcher(LINK.matcher(summary.strip()).replaceAll("] ")).replaceAll("\u2039");
    }

    /** Such as "Part 3, pages 7–9". */
    String title() {
      StringBuilder title = new StringBuilder("Part ").append(index + 1);
      if (firstPage != null && lastPage != null) {
        title.append(
            firstPage.equals(lastPage)
                ? ", page " + firstPage
                : ", pages " + firstPage + "–" + lastPage);
      }
      return section == null || section.isBlank()
          ? title.toString()
          : title + ": " + section.strip();
    }
  }

  /**
   * The chunks that have a summary; never null. None where there is only one: its summary is what
   * the document's was made of, and would be said twice.
   */
  List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    for (Part part : isOnePart() ? List.<Part>of() : chunks) {
      if (part.summary() != null && !part.summary().isBlank()) {
        parts.add(part);
      }
    }
    return parts;
  }

  private boolean isOnePart() {
    return chunks == null || chunks.size() <= 1;
  }

  /** One line on where the summary comes from. */
  String origin() {
    List<String> facts = new ArrayList<>();
    if (pages != null) {
      facts.add(pages == 1 ? "1 page" : pages + " pages");
    }
    if (model != null) {
      facts.add("summarised by " + model.provider() + " " + model.name());
    }
    if (finishedAt != null && finishedAt.length() >= 10) {
      facts.add(finishedAt.substring(0, 10));
    }
    return String.join(" · ", facts);
  }
}
