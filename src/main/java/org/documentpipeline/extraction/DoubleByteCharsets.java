package org.documentpipeline.extraction;

import java.nio.charset.Charset;

/**
 * The double-byte sets of Japan, Korea, China and Taiwan, told apart by where in their code tables
 * the characters of a text stand: each table has its frequent characters together (Li and Momoi, "A
 * composite approach to language/encoding detection", 2001).
 */
final class DoubleByteCharsets {
  private static final double ENOUGH = 0.85;

  /** A rare character that the JDK's table is without, or a broken one, is no other set. */
  private static final int TO_BROKEN = 1_000;

  private static final int FOR_ONE = 100;

  private DoubleByteCharsets() {}

  /** How much of a text is where the frequent characters of the set are. */
  private enum Table {
    SHIFT_JIS("windows-31j") {
      @Override
      boolean isFrequent(int lead, int trail) {
        return lead >= 0x81 && lead <= 0x83 || lead >= 0x88 && lead <= 0x97;
      }

      @Override
      boolean isCertain(int lead) {
        return lead == 0x82 || lead == 0x83;
      }
    },
    EUC_JP("EUC-JP") {
      @Override
      boolean isFrequent(int lead, int trail) {
        return lead >= 0xA1 && lead <= 0xA5 || lead >= 0xB0 && lead <= 0xCF;
      }

      @Override
      boolean isCertain(int lead) {
        return lead == 0xA4 || lead == 0xA5;
      }
    },
    EUC_KR("x-windows-949") {
      @Override
      boolean isFrequent(int lead, int trail) {
        return trail >= 0xA1 && (lead >= 0xB0 && lead <= 0xC8 || lead == 0xA1);
      }

      @Override
      boolean isCertain(int lead) {
        return lead >= 0xB0 && lead <= 0xC8;
      }
    },
    BIG5("Big5-HKSCS") {
      @Override
      boolean isFrequent(int lead, int trail) {
        return lead >= 0xA1 && lead <= 0xC6 && (lead >= 0xA4 || lead == 0xA1);
      }

      @Override
      boolean isCertain(int lead) {
        return lead >= 0xA4;
      }
    },
    GB18030("GB18030") {
      @Override
      boolean isFrequent(int lead, int trail) {
        return trail >= 0xA1 && (lead >= 0xB0 && lead <= 0xD7 || lead == 0xA1 || lead == 0xA3);
      }

      @Override
      boolean isCertain(int lead) {
        return lead >= 0xB0;
      }
    };

    final Charset charset;

    Table(String name) {
      charset = Charset.forName(name);
    }

    abstract boolean isFrequent(int lead, int trail);

    /** What no text in this set is without: kana, Hangul, ideographs. */
    abstract boolean isCertain(int lead);

    /** Share of frequent characters; 0 when the bytes are not in this set. */
    double share(byte[] sample) {
      // A sample may end in the middle of a character.
      String text = new String(sample, charset).replaceFirst("\uFFFD$", "");
      int all = 0;
      int frequent = 0;
      int certain = 0;
      int broken = 0;
      for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
        int c = text.codePointAt(i);
        if (c < 0x80) {
          continue;
        }
        all++;
        if (c == '\uFFFD') {
          broken++;
          continue;
        }
        byte[] bytes = Character.toString(c).getBytes(charset);
        int lead = bytes[0] & 0xFF;
        frequent += bytes.length == 2 && isFrequent(lead, bytes[1] & 0xFF) ? 1 : 0;
        certain += bytes.length == 2 && isCertain(lead) ? 1 : 0;
      }
      boolean fits = broken == 0 || all >= FOR_ONE && broken <= Math.max(1, all / TO_BROKEN);
      return !fits || certain * 4 < all ? 0 : (double) frequent / all;
    }
  }

  /** The set a text is most likely in; null when none is likely. */
  static Charset of(byte[] sample) {
    Table best = null;
    double most = ENOUGH;
    // Korean is within the frequent part of the Chinese table, so the first of equals wins.
    for (Table table : Table.values()) {
      double share = table.share(sample);
      if (share > most) {
        most = share;
        best = table;
      }
    }
    return best == null ? null : best.charset;
  }
}
