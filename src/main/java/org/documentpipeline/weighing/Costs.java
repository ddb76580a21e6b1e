package org.documentpipeline.weighing;

/**
 * Bytes of heap that each sign of a markup language stands for, measured as live memory after a
 * collection while Tika 3.2.3 (POI 5.4, XMLBeans 5.3, jsoup 1.21) reads files made of nothing else.
 *
 * @param start a tag that opens an element
 * @param part such a tag of a paragraph, run, table, row, cell or block, for which POI keeps an
 *     object of its own
 * @param end a tag that closes an element, with the text that follows it
 * @param equals an equals sign: mostly an attribute
 * @param space white space, however long, or a slash: an attribute, or a word
 * @param text any byte
 */
record Costs(int start, int part, int end, int equals, int space, int text) {
  /** Office Open XML, of which a tree is built. */
  static final Costs TREE = new Costs(190, 450, 0, 130, 0, 2);

  /** XML that is read as a stream: what nests, and the names and styles that are kept. */
  static final Costs STREAM = new Costs(128, 128, 0, 0, 0, 0);

  /** HTML, of which jsoup builds a tree. */
  static final Costs HTML = new Costs(240, 240, 120, 40, 40, 2);

  /** Bytes that are held as they are. */
  static final Costs HELD = new Costs(0, 0, 0, 0, 0, 1);
}
