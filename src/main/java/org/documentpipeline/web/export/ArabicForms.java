package org.documentpipeline.web.export;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/**
 * Joins Arabic letters by replacing them with Unicode's presentation forms, for a PDF shows exactly
 * the glyphs it is told to. The joining rules are those of the Unicode standard, chapter 9.2; the
 * forms come from the character names.
 */
final class ArabicForms {

  private static final int TATWEEL = 0x640;
  private static final int JOINER = 0x200D;

  /**
   * Base letter or ligature of two, and its forms: isolated, final, initial, medial; 0 where it has
   * none.
   */
  private static final Map<String, int[]> FORMS = new HashMap<>();

  private static final String[] SUFFIXES = {
    " ISOLATED FORM", " FINAL FORM", " INITIAL FORM", " MEDIAL FORM"
  };

  static {
    collect(0xFB50, 0xFBFF, 1);
    collect(0xFE70, 0xFEF4, 1);
    collect(0xFEF5, 0xFEFC, 2);
  }

  private ArabicForms() {}

  private static void collect(int from, int to, int letters) {
    for (int c = from; c <= to; c++) {
      String name = Character.getName(c);
      String base = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC);
      for (int form = 0; form < SUFFIXES.length; form++) {
        if (name != null && name.endsWith(SUFFIXES[form]) && base.length() == letters) {
          FORMS.computeIfAbsent(base, key -> new int[SUFFIXES.length])[form] = c;
        }
      }
    }
  }

  /**
   * The text with joined letters; lam and alef become one character. Text of other scripts is given
   * back as it is.
   */
  static String join(String text) {
    if (text.chars().noneMatch(c -> c >= 0x600 && c < 0x780)) {
      return text;
    }
    int[] letters = text.codePoints().toArray();
    StringBuilder joined = new StringBuilder(letters.length);
    for (int i = 0; i < letters.length; i++) {
      String one = Character.toString(letters[i]);
      int[] ligature =
          i + 1 < letters.length ? FORMS.get(one + Character.toString(letters[i + 1])) : null;
      int[] forms = ligature == null ? FORMS.get(one) : ligature;
      if (forms == null) {
        joined.append(one);
        continue;
      }
      boolean before = joinsNext(neighbour(letters, i, -1));
      boolean after = ligature == null && forms[2] != 0 && joinsPrevious(neighbour(letters, i, 1));
      joined.appendCodePoint(form(forms, before, after, letters[i]));
      i += ligature == null ? 0 : 1;
    }
    return joined.toString();
  }

  private static int form(int[] forms, boolean before, boolean after, int plain) {
    int form = forms[(before ? 1 : 0) + (after ? 2 : 0)];
    return form == 0 ? plain : form;
  }

  // The next letter in one direction; vowel signs stand above or below and part nothing.
  private static int neighbour(int[] letters, int from, int step) {
    int i = from + step;
    while (i >= 0
        && i < letters.length
        && Character.getType(letters[i]) == Character.NON_SPACING_MARK) {
      i += step;
    }
    return i >= 0 && i < letters.length ? letters[i] : ' ';
  }

  private static boolean joinsNext(int letter) {
    int[] forms = FORMS.get(Character.toString(letter));
    return letter == TATWEEL || letter == JOINER || forms != null && forms[2] != 0;
  }

  private static boolean joinsPrevious(int letter) {
    int[] forms = FORMS.get(Character.toString(letter));
    return letter == TATWEEL || letter == JOINER || forms != null && forms[1] != 0;
  }
}
