package org.documentpipeline.extraction;

/** Whether the numbers that are glued to the ends of sentences in a file count its notes. */
final class SignCounts {
  private static final int FEWEST = 4;
  private static final double SHARE = 0.7;

  private int signs;
  private int inOrder;
  private int last;

  void add(String line) {
    NoteSign.all(
        line,
        sign -> {
          if (sign.afterStop()) {
            int on = sign.number() - last;
            signs++;
            inOrder += sign.number() == 1 || on > 0 && on <= NoteSigns.MOST_MISSED ? 1 : 0;
            last = sign.number();
          }
        });
  }

  void addAll(SignCounts other) {
    signs += other.signs;
    inOrder += other.inOrder;
  }

  /** Whether enough of them go on from the one before, or begin anew. */
  boolean areInOrder() {
    return signs >= FEWEST && inOrder >= SHARE * signs;
  }
}
