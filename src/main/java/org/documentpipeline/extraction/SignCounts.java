package org.documentpipeline.extraction;

/** Whether the numbers that are glued to the ends of sentences in a file count its notes. */
final class SignCounts {
  private static final int FEWEST = 4;
  private static final double SHARE = 0.7;

  private int signs;
  private int inOrder;
  private int last;
  private int notes;
  private int lastNote;

  void add(String line) {
    int note = NoteSigns.number(line);
    if (note > 0) {
      notes += note == lastNote + 1 ? 1 : 0;
      lastNote = note;
    }
    NoteSign.all(
        line,
        sign -> {
          // "Qty:1" counts something else, and "Berlin,1" is a row of a table.
          boolean glued = sign.afterStop() && line.charAt(sign.from() - 1) != ':';
          if (glued && line.lastIndexOf(' ', sign.from()) >= 0) {
            int on = sign.number() - last;
            boolean anew = sign.number() == 1 && last != 1;
            signs++;
            inOrder += anew || on > 0 && on <= NoteSigns.MOST_MISSED ? 1 : 0;
            last = sign.number();
          }
        });
  }

  void addAll(SignCounts other) {
    signs += other.signs;
    inOrder += other.inOrder;
    notes += other.notes;
  }

  /**
   * Whether enough of them go on from the one before, or begin anew, and there are notes that count
   * on as well: lines that begin with such a number.
   */
  boolean areInOrder() {
    return signs >= FEWEST && inOrder >= SHARE * signs && notes >= FEWEST;
  }
}
