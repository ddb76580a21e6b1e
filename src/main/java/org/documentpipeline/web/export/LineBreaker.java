package org.documentpipeline.web.export;

import java.text.Bidi;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Breaks a row of glyphs into lines and puts each into the order in which it is drawn. */
final class LineBreaker {

  /** Brackets that are drawn the other way round in right-to-left text. */
  private static final String MIRRORED = "()[]{}<>«»‹›";

  private LineBreaker() {}

  /**
   * Lines no wider than the width, in reading order; a word that is wider alone is cut.
   *
   * @param width in units of the font size
   */
  static List<List<FontSet.Glyph>> lines(List<FontSet.Glyph> glyphs, float width) {
    boolean[] breaks = breaks(glyphs);
    List<List<FontSet.Glyph>> lines = new ArrayList<>();
    int start = 0;
    int lastBreak = 0;
    float used = 0;
    for (int i = 0; i < glyphs.size(); i++) {
      lastBreak = breaks[i] ? i : lastBreak;
      used += glyphs.get(i).width();
      if (used > width && i > start && !Character.isWhitespace(glyphs.get(i).codePoint())) {
        int end = lastBreak > start ? lastBreak : i;
        lines.add(trimmed(glyphs.subList(start, end)));
        start = end;
        used = widthOf(glyphs.subList(start, i + 1));
      }
    }
    lines.add(trimmed(glyphs.subList(start, glyphs.size())));
    return lines;
  }

  static float widthOf(List<FontSet.Glyph> glyphs) {
    float width = 0;
    for (FontSet.Glyph glyph : glyphs) {
      width += glyph.width();
    }
    return width;
  }

  /**
   * The glyphs of a line from left to right (Unicode's bidirectional algorithm, without its
   * brackets in pairs).
   */
  static List<FontSet.Glyph> visual(List<FontSet.Glyph> line, boolean rightToLeft) {
    String text = text(line);
    Bidi bidi =
        new Bidi(text, rightToLeft ? Bidi.DIRECTION_RIGHT_TO_LEFT : Bidi.DIRECTION_LEFT_TO_RIGHT);
    if (bidi.isLeftToRight() || line.isEmpty()) {
      return line;
    }
    byte[] levels = new byte[line.size()];
    FontSet.Glyph[] order = new FontSet.Glyph[line.size()];
    for (int i = 0, at = 0;
        i < order.length;
        at += Character.charCount(line.get(i).codePoint()), i++) {
      levels[i] = (byte) bidi.getLevelAt(at);
      order[i] = levels[i] % 2 == 1 ? mirrored(line.get(i)) : line.get(i);
    }
    Bidi.reorderVisually(levels, 0, order, 0, order.length);
    return List.of(order);
  }

  static boolean isRightToLeft(List<FontSet.Glyph> glyphs) {
    return new Bidi(text(glyphs), Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).getBaseLevel() == 1;
  }

  private static FontSet.Glyph mirrored(FontSet.Glyph glyph) {
    int at = MIRRORED.indexOf(glyph.codePoint());
    return at < 0 ? glyph : new FontSet.Glyph(MIRRORED.charAt(at ^ 1), glyph.font(), glyph.width());
  }

  // Where a new line may begin.
  private static boolean[] breaks(List<FontSet.Glyph> glyphs) {
    BreakIterator words = BreakIterator.getLineInstance(Locale.ROOT);
    String text = text(glyphs);
    words.setText(text);
    boolean[] breaks = new boolean[glyphs.size()];
    for (int i = 0, at = 0;
        i < breaks.length;
        at += Character.charCount(glyphs.get(i).codePoint()), i++) {
      breaks[i] = at > 0 && words.isBoundary(at);
    }
    return breaks;
  }

  private static List<FontSet.Glyph> trimmed(List<FontSet.Glyph> line) {
    int end = line.size();
    while (end > 0 && Character.isWhitespace(line.get(end - 1).codePoint())) {
      end--;
    }
    return end == 0 ? Collections.emptyList() : new ArrayList<>(line.subList(0, end));
  }

  private static String text(List<FontSet.Glyph> glyphs) {
    StringBuilder text = new StringBuilder(glyphs.size());
    glyphs.forEach(glyph -> text.appendCodePoint(glyph.codePoint()));
    return text.toString();
  }
}
