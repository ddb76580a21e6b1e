package org.documentpipeline.summarizing;

/**
 * Where a passage of a summary comes from.
 *
 * @param chunk the chunk's index, from 0
 * @param firstPage its first page, from 1; null where the format has no pages
 * @param lastPage its last page
 */
public record Reference(int chunk, Integer firstPage, Integer lastPage) {

  static Reference to(ChunkSummary chunk) {
    return new Reference(chunk.index(), chunk.firstPage(), chunk.lastPage());
  }

  /** A Markdown link to the chunk, such as {@code [pp. 3–5](#chunk-2)}. */
  String link() {
    return "[" + label() + "](#chunk-" + chunk + ")";
  }

  private String label() {
    if (firstPage == null) {
      return "part " + (chunk + 1);
    }
    return lastPage == null || lastPage.equals(firstPage)
        ? "p. " + firstPage
        : "pp. " + firstPage + "\u2013" + lastPage;
  }
}
