package org.documentpipeline.web.export;

import java.util.ArrayList;
import java.util.List;

/** What an export contains, in its order. */
final class Outline {

  static final String PARTS = "Summaries of the parts";

  private Outline() {}

  static List<Block> of(Finished document) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(Block.heading(1, document.name()));
    if (!document.origin().isEmpty()) {
      blocks.add(Block.paragraph(document.origin(), true));
    }
    blocks.addAll(below(2, document.summary()));
    if (!document.parts().isEmpty()) {
      blocks.add(Block.heading(2, PARTS));
    }
    for (Finished.Part part : document.parts()) {
      blocks.add(Block.heading(3, part.title()));
      blocks.addAll(below(4, part.notes()));
    }
    return blocks;
  }

  // A model may start its own headings at level 1; in here they come below ours.
  private static List<Block> below(int level, String markdown) {
    List<Block> blocks = MarkdownBlocks.parse(markdown);
    int highest =
        blocks.stream()
            .filter(block -> block.kind() == Block.Kind.HEADING)
            .mapToInt(Block::level)
            .min()
            .orElse(level);
    int shift = Math.max(0, level - highest);
    return blocks.stream()
        .map(
            block ->
                block.kind() == Block.Kind.HEADING
                    ? new Block(block.kind(), Math.min(6, block.level() + shift), "", block.spans())
                    : block)
        .toList();
  }
}
