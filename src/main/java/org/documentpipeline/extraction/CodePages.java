package org.documentpipeline.extraction;

import java.nio.charset.Charset;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The single-byte character sets, told apart by how likely the letters are that their bytes above
 * 127 give, in the language where they are likeliest.
 */
final class CodePages {
  private static final double LEAST = -5.0;
  private static final double SIGN = -2.0;
  private static final double MISPLACED = -6.0;

  /** What has to speak for a rarer set or language before it is taken for a more usual one. */
  private static final double RARER_SET = 1.5;

  private static final double RARER_LANGUAGE = 0.1;
  private static final String TYPOGRAPHY = "“”„‚‘’–—…«»‹›§°©®™€•·№¿¡\u00A0";

  private CodePages() {}

  /**
   * The set a text is most likely in; null when none of them makes a text of it.
   *
   * @param sample lines that have bytes above 127
   */
  static Charset of(byte[] sample) {
    Charset best = null;
    double most = LEAST;
    Map<String, List<Sign>> decoded = new HashMap<>();
    for (int i = 0; i < Alphabet.ALL.size(); i++) {
      Alphabet alphabet = Alphabet.ALL.get(i);
      for (String name : alphabet.charsets()) {
        if (!Charset.isSupported(name)) {
          continue;
        }
        List<Sign> signs = decoded.computeIfAbsent(name, key -> signs(sample, key));
        double rarity = RARER_LANGUAGE * i + RARER_SET * alphabet.charsets().indexOf(name);
        double likely = likelihood(signs, alphabet) - rarity / (1 + signs.size());
        if (likely > most) {
          most = likely;
          best = Charset.forName(name);
        }
      }
    }
    return best;
  }

  /** A character beyond ASCII with what stands around it. */
  private record Sign(int code, int before, int after) {}

  private static List<Sign> signs(byte[] sample, String charset) {
    String text =
        Normalizer.normalize(new String(sample, Charset.forName(charset)), Normalizer.Form.NFC);
    List<Sign> signs = new ArrayList<>();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        int before = i == 0 ? ' ' : text.charAt(i - 1);
        int after = i + 1 == text.length() ? ' ' : text.charAt(i + 1);
        signs.add(new Sign(c, before, after));
      }
    }
    return signs;
  }

  private static double likelihood(List<Sign> signs, Alphabet alphabet) {
    double sum = 0;
    for (Sign sign : signs) {
      double likely = alphabet.of(sign.code());
      if (likely == Alphabet.UNKNOWN && !Character.isLetter(sign.code())) {
        boolean inWord = isLetter(sign.before()) && isLetter(sign.after()) && sign.code() != '’';
        likely = TYPOGRAPHY.indexOf(sign.code()) >= 0 && !inWord ? SIGN : likely;
      } else {
        likely += surroundings(sign, alphabet.latin());
      }
      sum += likely;
    }
    return signs.isEmpty() ? SIGN : sum / signs.size();
  }

  /**
   * Latin words are mostly a–z; words of other scripts have none of it. No script but for names
   * goes from small letters to capitals within a word.
   */
  private static double surroundings(Sign sign, boolean latin) {
    boolean ascii = isAsciiLetter(sign.before()) || isAsciiLetter(sign.after());
    boolean beyond = isBeyond(sign.before()) && isBeyond(sign.after());
    boolean wrongCase =
        Character.isUpperCase(sign.code()) && Character.isLowerCase(sign.before())
            || Character.isLowerCase(sign.code())
                && Character.isUpperCase(sign.before())
                && Character.isUpperCase(sign.after());
    return (latin ? beyond : ascii) || wrongCase ? MISPLACED : 0;
  }

  private static boolean isBeyond(int c) {
    return c >= 0x80 && Character.isLetter(c);
  }

  private static boolean isLetter(int c) {
    return Character.isLetter(c);
  }

  private static boolean isAsciiLetter(int c) {
    return c < 0x80 && Character.isLetter(c);
  }
}
