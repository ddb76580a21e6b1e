package org.documentpipeline.weighing;

import java.io.IOException;
import java.io.InputStream;

/**
 * Weighs markup by its bytes alone, in one pass and constant memory. It does not parse: what looks
 * like a tag counts as one, so that nothing a parser takes for markup is missed.
 */
final class MarkupScale {
  private static final int BUFFER = 1 << 16;

  private final long most;
  private long weight;

  /** A scale that goes as far as this. */
  MarkupScale(long most) {
    this.most = most;
  }

  /** Bytes of heap; once it is more than the most, weighing stops. */
  long weight() {
    return weight;
  }

  boolean isFull() {
    return weight > most;
  }

  void add(long more) {
    weight += more;
  }

  /** Adds the rest of a stream; what stands before damage in it counts. */
  void add(InputStream in, byte[] head, Costs costs) throws IOException {
    Tags tags = new Tags(costs, isWide(head));
    weight += tags.weigh(head, head.length);
    byte[] buffer = new byte[BUFFER];
    for (int n = in.read(buffer); n >= 0 && !isFull(); n = in.read(buffer)) {
      weight += tags.weigh(buffer, n);
    }
  }

  /** Two or four bytes a character: names are not looked at. */
  private static boolean isWide(byte[] head) {
    for (int i = 0; i < Math.min(4, head.length); i++) {
      if (head[i] == 0 || head[i] == (byte) 0xFE || head[i] == (byte) 0xFF) {
        return true;
      }
    }
    return false;
  }

  private static final class Tags {
    private final Costs costs;
    private final boolean wide;
    private boolean begun; // a tag was opened by the last byte
    private boolean inName;
    private boolean space;
    private long name;

    Tags(Costs costs, boolean wide) {
      this.costs = costs;
      this.wide = wide;
    }

    long weigh(byte[] bytes, int length) {
      long sum = (long) length * costs.text();
      for (int i = 0; i < length; i++) {
        sum += weigh(bytes[i]);
      }
      return sum;
    }

    private int weigh(byte b) {
      boolean wasSpace = space;
      space = b == ' ' || b == '\n' || b == '\t' || b == '\r' || b == '\f';
      int cost = inName ? name(b) : 0;
      if (b == '<') {
        begun = true;
        cost += wide ? costs.part() : costs.start();
      } else if (begun) {
        begun = wide && b == 0;
        cost += b == '/' ? costs.end() - (wide ? costs.part() : costs.start()) : 0;
        inName = b != '/' && !wide;
        name = b;
      } else if (b == '=') {
        cost += costs.equals();
      } else if (b == '/') {
        cost += costs.space();
      }
      return cost + (space && !wasSpace ? costs.space() : 0);
    }

    /** The name of an element ends, or its prefix, or it goes on. */
    private int name(byte b) {
      if (b == ':') {
        name = 0;
      } else if (b > ' ' && b != '/' && b != '>' && b != '<') {
        name = name << 8 | b & 0xFF;
      } else {
        inName = false;
        return isPart() ? costs.part() - costs.start() : 0;
      }
      return 0;
    }

    private boolean isPart() {
      return name == 'p'
          || name == 'r'
          || name == ('t' << 8 | 'c')
          || name == ('t' << 8 | 'r')
          || name == ('t' << 16 | 'b' << 8 | 'l')
          || name == ('s' << 16 | 'd' << 8 | 't');
    }
  }
}
