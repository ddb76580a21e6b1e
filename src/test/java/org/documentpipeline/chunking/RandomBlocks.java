package org.documentpipeline.chunking;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.documentpipeline.extraction.Block;

/** Documents of all shapes, the same for the same seed. */
final class RandomBlocks {

  private static final String[] WORDS = {
    "a",
    "the",
    "house",
    "is",
    "Dr.",
    "e.g.",
    "3.14",
    "(see",
    "it)",
    "incomprehensible",
    "\u00e9t\u00e9",
    "\u4eba\u4eec",
    "\u0e2a\u0e27\u0e31\u0e2a\u0e14\u0e35",
    "\u0645\u0631\u062d\u0628\u0627",
    "\ud83d\ude00",
    "<|endoftext|>",
    "x=y+1",
    "\u00a0",
    "J.",
    "\"so\"",
    "don't",
    "\u043c\u0438\u0440",
    "#",
    "|",
    "..."
  };
  private static final String[] ENDS = {".", "!", "?", "\u3002", "\u0964", "\u06d4", ":", ""};
  private static final String[] GAPS = {" ", " ", " ", "\n", "  ", "\n\n", "\t"};
  private static final String[] KINDS = {
    "paragraph", "paragraph", "paragraph", "heading", "list", "table"
  };

  private final Random random;

  RandomBlocks(long seed) {
    random = new Random(seed);
  }

  /**
   * Anything: headings in a row, endless words, empty blocks, all scripts, odd white space,
   * paragraphs that go on in further blocks and on further pages.
   */
  List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    boolean paged = random.nextBoolean();
    int page = 1;
    for (int i = random.nextInt(40); i >= 0; i--) {
      page += random.nextInt(3) == 0 ? 1 : 0;
      String kind = blocks.isEmpty() || random.nextInt(5) > 0 ? pick(KINDS) : Block.CONTINUED;
      int size = random.nextInt(12) == 0 ? 600 : random.nextInt(80);
      blocks.add(
          new Block(paged ? page : null, kind, random.nextInt(15) == 0 ? endless() : text(size)));
    }
    return blocks;
  }

  /** Paragraphs of plain sentences, none longer than 30 tokens. */
  List<Block> prose() {
    List<Block> blocks = new ArrayList<>();
    for (int i = random.nextInt(60); i >= 0; i--) {
      StringBuilder paragraph = new StringBuilder();
      for (int s = random.nextInt(8); s >= 0; s--) {
        paragraph.append("Now").append(" so it goes".repeat(1 + random.nextInt(6))).append(". ");
      }
      blocks.add(new Block(null, "paragraph", paragraph.toString().strip()));
    }
    return blocks;
  }

  private String text(int words) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < words; i++) {
      text.append(pick(WORDS)).append(random.nextInt(9) == 0 ? pick(ENDS) : "").append(pick(GAPS));
    }
    return text.toString();
  }

  private String endless() {
    return new String[] {"a", "\ud83d\ude00", "\u5b57", "ab.", "\u0301"}
        [random.nextInt(5)].repeat(random.nextInt(3000));
  }

  private String pick(String[] from) {
    return from[random.nextInt(from.length)];
  }
}
