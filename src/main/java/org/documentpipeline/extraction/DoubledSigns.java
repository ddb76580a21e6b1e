package org.documentpipeline.extraction;

import java.util.Arrays;

/**
 * Knows signs that are drawn twice at one place, as some programs do to make them bold. By PDFBox's
 * rule, a third of the sign's width, but in a grid instead of trees of trees, which take more time
 * than all other reading of a page.
 */
final class DoubledSigns {
  private static final float CELL = 8; // points
  private static final int HEADS = 1 << 15;

  /** Of the same sign in the same cell, the last are looked at: whatever the file, it ends. */
  private static final int MOST_LOOKS = 32;

  private final int[] heads = new int[HEADS];
  private int[] next = new int[1 << 12];
  private int[] codes = new int[1 << 12];
  private float[] xs = new float[1 << 12];
  private float[] ys = new float[1 << 12];
  private int size;

  /** Begins a page. */
  void clear() {
    Arrays.fill(heads, -1);
    size = 0;
  }

  /** Whether the sign is there already; if not, it is from now on. Positions in points. */
  boolean isAgain(String sign, float x, float y, float width) {
    int code = sign.hashCode();
    float tolerance = Math.min(CELL, width / Math.max(1, sign.length()) / 3);
    int right = cell(x + tolerance);
    int below = cell(y + tolerance);
    for (int column = cell(x - tolerance); column <= right; column++) {
      for (int row = cell(y - tolerance); row <= below; row++) {
        if (isIn(bucket(code, column, row), code, x, y, tolerance)) {
          return true;
        }
      }
    }
    add(bucket(code, cell(x), cell(y)), code, x, y);
    return false;
  }

  private boolean isIn(int bucket, int code, float x, float y, float tolerance) {
    int looks = 0;
    for (int i = heads[bucket]; i >= 0 && looks < MOST_LOOKS; i = next[i], looks++) {
      if (codes[i] == code && Math.abs(xs[i] - x) < tolerance && Math.abs(ys[i] - y) < tolerance) {
        return true;
      }
    }
    return false;
  }

  private void add(int bucket, int code, float x, float y) {
    if (size == codes.length) {
      next = Arrays.copyOf(next, 2 * size);
      codes = Arrays.copyOf(codes, 2 * size);
      xs = Arrays.copyOf(xs, 2 * size);
      ys = Arrays.copyOf(ys, 2 * size);
    }
    next[size] = heads[bucket];
    codes[size] = code;
    xs[size] = x;
    ys[size] = y;
    heads[bucket] = size++;
  }

  private static int cell(float at) {
    return (int) Math.floor(at / CELL);
  }

  private static int bucket(int code, int column, int row) {
    int hash = (code * 31 + column) * 0x9E3779B1 + row * 0x85EBCA6B;
    return (hash ^ hash >>> 15) & HEADS - 1;
  }
}
