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
   * feet, with words and sentences joined that line and page ends cut. Reads them twice, for it
   * takes the words of the whole document to know which hyphens belong to them; linear, holds some
   * 25 pages and the words.
   *
   * @throws ExtractionException {@code too-complex} when it is too long
   */
  public void write(PageRanges ranges, File folder, File blocks) throws IOException {
    Lexicon lexicon = new Lexicon();
    Furniture furniture = new Furniture(ranges.total());
    PageTexts.read(
        folder,
        ranges,
        (number, text) -> {
          lexicon.add(text);
          furniture.know(PageLines.of(number, text));
        });
    try (BlockWriter writer = blockFiles.write(blocks)) {
      PageFlow flow = new PageFlow(lexicon, ranges.titles(), writer::add);
      PageTexts.read(
          folder,
          ranges,
          (number, text) -> {
            PageLines decided = furniture.add(PageLines.of(number, text));
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
