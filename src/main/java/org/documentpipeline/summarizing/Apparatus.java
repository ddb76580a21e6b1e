package org.documentpipeline.summarizing;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What stands around a text and says nothing of what it says: captions, lists of references,
 * notices of rights, numbers of pages.
 */
final class Apparatus {

  private static final int LONGEST_HEADING = 60; // characters
  private static final int WORDS_A_NUMBER = 15;

  /** "Figure 3: …", "Abb. 2. …", "表1：…"; in "Table 1 shows …" a sentence goes on. */
  private static final Pattern CAPTION =
      Pattern.compile(
          "(\\p{L}{1,12})\\.?\\s{0,2}(?:\\d{1,3}(?:[.-]\\d{1,3}){0,2}\\p{Ll}?|[IVX]{1,6})"
              + "\\s?(?:[.:|\uff1a](?:\\s|$)|\uff1a|[\u2013\u2014]\\s).*");

  private static final Set<String> PICTURES =
      Set.of("\u56fe", "\u5716", "\u56f3", "\u8868", "\uadf8\ub9bc", "\ud45c");

  /** Of all languages: captions are often in another one than the text. */
  private static final Set<String> ASIDES =
      LanguageLists.all().stream()
          .flatMap(language -> language.aside().stream())
          .collect(Collectors.toUnmodifiableSet());

  private static final Pattern KEYWORDS =
      Pattern.compile(
          "(?iu)(?:key\\s?words(?: and phrases)?|index terms|schl\u00fcsselw\u00f6rter|schlagworte|mots[- ]cl\u00e9s"
              + "|palabras clave|parole chiave|palavras-chave|ключевые слова|关键词|關鍵詞|キーワード)"
              + "\\s?[:.\uff1a\u2013\u2014-].*");

  private static final Pattern NUMBERS = Pattern.compile("\\d++|https?://|www\\.");

  private static final Pattern NOTICE =
      Pattern.compile(
          "\u00a9.{0,60}?\\d{4}|\\b(?:ISSN|ISBN)(?:-1[03])?:?\\s?\\d|\\bdoi:\\s?10\\."
              + "|^\\p{L}{1,9}\\s\\d{1,4}\\s(?:\\p{L}{1,4}|/)\\s\\d{1,4}$");

  private static final Set<String> THANKS =
      Set.of(
          "acknowledgements",
          "acknowledgments",
          "acknowledgement",
          "acknowledgment",
          "danksagung",
          "remerciements",
          "agradecimientos",
          "ringraziamenti",
          "agradecimentos",
          "dankwoord",
          "благодарности",
          "致谢",
          "謝辞");

  private static final Set<String> REFERENCES =
      Set.of(
          "references",
          "bibliography",
          "works cited",
          "literature cited",
          "further reading",
          "literatur",
          "literaturverzeichnis",
          "références",
          "bibliographie",
          "referencias",
          "bibliografía",
          "riferimenti",
          "bibliografia",
          "referências",
          "literatuur",
          "referenser",
          "referencer",
          "piśmiennictwo",
          "literatura",
          "литература",
          "список литературы",
          "література",
          "参考文献",
          "參考文獻",
          "참고문헌",
          "참고 문헌");

  private Apparatus() {}

  /** Whether a paragraph is a caption, or a list of key words. */
  static boolean isAside(String paragraph) {
    return KEYWORDS.matcher(paragraph).matches() || isCaption(paragraph);
  }

  private static boolean isCaption(String paragraph) {
    Matcher caption = CAPTION.matcher(paragraph);
    if (!caption.matches()) {
      return false;
    }
    String word = caption.group(1).toLowerCase(Locale.ROOT);
    return PICTURES.contains(word) || ASIDES.contains(Terms.stem(word));
  }

  static boolean isNotice(String sentence) {
    return NOTICE.matcher(sentence).find();
  }

  /** Whether what follows a line are references. */
  static boolean isReferences(String heading) {
    return REFERENCES.contains(plain(heading));
  }

  /** Whether the paragraph that follows a line is one of thanks. */
  static boolean isThanks(String heading) {
    return THANKS.contains(plain(heading));
  }

  private static String plain(String heading) {
    return heading.length() > LONGEST_HEADING
        ? ""
        : heading
            .toLowerCase(Locale.ROOT)
            .replaceAll("^[\\d.\\s]{1,8}|[:.\\s]{1,8}$", "")
            .replaceAll("\\s+", " ");
  }

  /** Whether it can be of a list of references: they have years, pages, addresses. */
  static boolean isEntry(String paragraph) {
    long numbers = NUMBERS.matcher(paragraph).results().count();
    return numbers > 0 && WORDS_A_NUMBER * numbers >= Words.count(paragraph);
  }
}
