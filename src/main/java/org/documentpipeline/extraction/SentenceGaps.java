package org.documentpipeline.extraction;

/**
 * Puts a space between sentences that a page sets so close that none was read there: where both
 * words around the full stop are words that the document has elsewhere, too.
 */
final class SentenceGaps {
  private static final String ENDS = ".!?";
  private static final String CLOSERS = "\u201D\u2019)\u00BB";
  private static final int LONGEST = 40;

  private final Lexicon words;

  SentenceGaps(Lexicon words) {
    this.words = words;
  }

  /** The block with such spaces; headings and tables stay as they are. Linear in its length. */
  Block mend(Block block) {
    return block.kind().equals("heading") || block.kind().equals("table") || block.ofProperties()
        ? block
        : new Block(block.page(), block.kind(), mend(block.text()), block.level());
  }

  private String mend(String text) {
    StringBuilder mended = null;
    int copied = 0;
    for (int i = 1; i < text.length() - 2; i++) {
      if (ENDS.indexOf(text.charAt(i)) >= 0) {
        int next = CLOSERS.indexOf(text.charAt(i + 1)) >= 0 ? i + 2 : i + 1;
        if (isWithin(text, i, next)) {
          mended = mended == null ? new StringBuilder(text.length() + 16) : mended;
          mended.append(text, copied, next).append(' ');
          copied = next;
        }
      }
    }
    return mended == null ? text : mended.append(text, copied, text.length()).toString();
  }

  /** Whether a sentence ends before the mark, and another begins at {@code next}. */
  private boolean isWithin(String text, int mark, int next) {
    if (next + 1 >= text.length()
        || !Character.isUpperCase(text.charAt(next))
        || !Character.isLowerCase(text.charAt(next + 1))) {
      return false;
    }
    int from = mark;
    while (from > 0 && mark - from < LONGEST && Character.isLowerCase(text.charAt(from - 1))) {
      from--;
    }
    int to = next + 1;
    while (to < text.length() && to - next < LONGEST && Character.isLowerCase(text.charAt(to))) {
      to++;
    }
    boolean alone = from == 0 || " \n\u201C\u2018(".indexOf(text.charAt(from - 1)) >= 0;
    return from < mark
        && alone
        && words.isOften(text.substring(from, mark))
        && words.isOften(text.substring(next, to));
  }
}
