package org.documentpipeline.extraction;

/**
 * The words of a document, so that words torn at line ends can be put together as it writes them.
 * Of a word its hash is kept, in a table with open addressing, for a book has a hundred thousand
 * words to count: two of 200,000 words are the same in its 62 bits less than once in 100 million
 * documents. Words made to fall on one place find none soon, and are not counted.
 */
final class Lexicon {
  private static final int MOST_WORDS = 200_000;
  private static final int LONGEST = 40;

  private static final int MOST_PROBES = 64;
  private static final int NOWHERE = -1;

  /** In the last bit of an entry: the word was counted more than once. */
  private static final long AGAIN = 1;

  // FNV-1a with 64 bits (Fowler, Noll, Vo; RFC 9923), a character at a time.
  private static final long BASIS = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private long[] table = new long[1 << 10]; // 0 where there is none
  private int size;

  /** Counts the words of a text; the parts of a torn word are none. Linear. */
  void add(String text) {
    int start = -1;
    long hash = BASIS;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : '\n';
      boolean inside = start >= 0 && isHyphen(c) && i + 1 < text.length();
      if (Character.isLetter(c) || inside && Character.isLetter(text.charAt(i + 1))) {
        start = start < 0 ? i : start;
        hash = with(hash, c);
      } else if (start >= 0) {
        boolean torn = isHyphen(c);
        if (!torn && i - start <= LONGEST) {
          count(entry(hash));
        }
        start = -1;
        hash = BASIS;
      }
    }
  }

  void addAll(Lexicon other) {
    for (long entry : other.table) {
      if (entry != 0) {
        count(entry);
      }
    }
  }

  private void count(long entry) {
    int at = place(entry);
    if (at == NOWHERE) {
      return;
    }
    if (table[at] != 0) {
      table[at] |= AGAIN;
    } else if (size < MOST_WORDS) {
      table[at] = entry;
      size++;
      if (2 * size > table.length) {
        grow();
      }
    }
  }

  /** Where a word is, or would be. */
  private int place(long entry) {
    int mask = table.length - 1;
    int first = (int) (entry >>> 2) & mask;
    for (int i = 0; i < MOST_PROBES; i++) {
      int at = first + i & mask;
      if (table[at] == 0 || (table[at] ^ entry) >>> 1 == 0) {
        return at;
      }
    }
    return NOWHERE;
  }

  private void grow() {
    long[] before = table;
    table = new long[2 * before.length];
    for (long entry : before) {
      int at = entry == 0 ? NOWHERE : place(entry);
      if (at != NOWHERE) {
        table[at] = entry;
      }
    }
  }

  /**
   * Whether a word that a line ends within keeps its hyphen: when the document writes it with one
   * elsewhere, or knows both parts but never the whole.
   */
  boolean keepsHyphen(String before, String after) {
    if (knows(before + after)) {
      return false;
    }
    return knows(before + "-" + after) || isOften(before) && isOften(after);
  }

  /** Whether the document has a word more than once. */
  boolean isOften(String word) {
    return (find(word) & AGAIN) != 0;
  }

  boolean knows(String word) {
    return find(word) != 0;
  }

  private long find(String word) {
    long hash = BASIS;
    for (int i = 0; i < word.length(); i++) {
      hash = with(hash, word.charAt(i));
    }
    int at = place(entry(hash));
    return at == NOWHERE ? 0 : table[at];
  }

  /** Capitals count as small letters, and all hyphens as one. */
  private static long with(long hash, char c) {
    char sign = isHyphen(c) ? '-' : Character.toLowerCase(c);
    return (hash ^ sign) * PRIME;
  }

  /** Mixes high bits into the low ones that choose the place; never 0, counted once. */
  private static long entry(long hash) {
    return (hash ^ hash >>> 32 | 2) & ~AGAIN;
  }

  static boolean isHyphen(char c) {
    return c == '-' || c == '\u2010' || c == '\u00AD';
  }
}
