package org.documentpipeline.extraction;

import java.io.File;
import java.io.IOException;
import org.springframework.stereotype.Component;

/** Makes blocks of the texts of all pages of a PDF. */
@Component("pdfBlocks")
class PdfBlocks {
  private final BlockFiles blockFiles;

  PdfBlocks(BlockFiles blockFiles) {
    this.blockFiles = blockFiles;
  }

  /**
   * Writes the block file from the pages that {@link PageTexts} keeps: without running heads and
   * feet, with words and sentences joined that line and page ends cut. It takes what the readers of
   * all pages noted to know which hyphens belong to a word; linear, holds some 25 pages and the
   * document's words.
   *
   * @throws ExtractionException {@code too-complex} when it is too long
   */
  public void write(PageRanges ranges, File folder, File blocks) throws IOException {
    RangeNotes notes = ranges.notes();
    Bookmarks bookmarks = ranges.bookmarks();
    Furniture furniture = new Furniture(ranges.total(), notes.edges(), bookmarks);
    try (BlockWriter writer = blockFiles.write(blocks)) {
      if (ranges.title() != null) {
        writer.add(Block.title(ranges.title()));
        bookmarks.addTitle(ranges.title());
      }
      SentenceGaps gaps = new SentenceGaps(notes.words());
      PageFlow flow = new PageFlow(notes, bookmarks, block -> writer.add(gaps.mend(block)));
      PageTexts.read(
          folder,
          ranges,
          page -> {
            PageLines decided = furniture.add(page);
            if (decided != null) {
              flow.page(decided);
            }
          });
      for (PageLines left = furniture.end(); left != null; left = furniture.end()) {
        flow.page(left);
      }
      flow.end();
    }
  }
}
