package org.documentpipeline.extraction;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What authors call the parts of papers and books, in the languages that most of them write in. */
final class SectionNames {
  private static final int LONGEST = 24;

  private static final Set<String> NAMES =
      names(
          "abstract summary introduction preface foreword acknowledgments acknowledgements",
          "acknowledgment acknowledgement references bibliography conclusion conclusions",
          "discussion appendix glossary contents tableofcontents notes index background",
          "relatedwork methods results literaturecited executivesummary",
          "zusammenfassung kurzfassung einleitung vorwort danksagung literatur",
          "literaturverzeichnis quellenverzeichnis fazit schluss anhang inhalt inhaltsverzeichnis",
          "r\u00e9sum\u00e9 pr\u00e9face remerciements r\u00e9f\u00e9rences bibliographie annexe",
          "tabledesmati\u00e8res sommaire resumen introducci\u00f3n pr\u00f3logo agradecimientos",
          "referencias bibliograf\u00eda conclusiones \u00edndice resumo introdu\u00e7\u00e3o",
          "refer\u00eancias conclus\u00e3o sommario introduzione bibliografia ringraziamenti",
          "conclusioni аннотация введение предисловие заключение литература оглавление",
          "содержание 摘要 引言 参考文献 结论 目录 前言 要旨 はじめに まとめ 目次",
          "초록 서론 결론 참고문헌 목차");

  private static final Pattern ABSTRACT =
      Pattern.compile(
          "^(Abstract|ABSTRACT|Summary|Zusammenfassung|R\u00e9sum\u00e9|Resumen|Resumo|Аннотация|摘要|要旨)"
              + "(?:[.:\u2014\u2013]|\\s[\u2014\u2013-]\\s)\\s*(?=\\S)");

  private static final Pattern KEYWORDS =
      Pattern.compile(
          "^(?:Key ?words|Keywords and phrases|Index Terms|Schlüsselw\u00f6rter|Schlagw\u00f6rter"
              + "|Mots[- ]cl\u00e9s|Palabras clave|Palavras-chave|Ключевые слова|关键词|キーワード)"
              + "\\s?[:.\u2014\u2013].*",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** Words after which a title in capitals goes on in the next line. */
  private static final Set<String> JOINING =
      Set.of(
          "a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to",
          "with", "und", "der", "die", "das", "des", "von", "zur", "zum", "et", "de", "du", "la",
          "le", "les", "y", "del", "e", "do", "da", "di", "и", "в", "о");

  private SectionNames() {}

  private static Set<String> names(String... rows) {
    return Set.copyOf(List.of(String.join(" ", rows).split(" ")));
  }

  /** Whether the line is nothing but such a name. */
  static boolean isOne(String line) {
    return line.length() <= LONGEST
        && !line.isEmpty()
        && Character.isLetter(line.codePointAt(0))
        && !Character.isLowerCase(line.codePointAt(0))
        && Character.isLetter(line.codePointBefore(line.length()))
        && NAMES.contains(Headings.plain(line));
  }

  /** Where the text of an abstract begins in a line that begins with "Abstract."; 0 elsewhere. */
  static int abstractEnd(String line) {
    Matcher matcher = ABSTRACT.matcher(line);
    return matcher.lookingAt() ? matcher.end() : 0;
  }

  /** Whether the line begins the keywords of a paper. */
  static boolean isKeywords(String line) {
    return KEYWORDS.matcher(line).matches();
  }

  /** Whether the line's last word asks for another one. */
  static boolean goesOn(String line) {
    String last = line.substring(line.lastIndexOf(' ') + 1);
    return last.length() < line.length() && JOINING.contains(last.toLowerCase(Locale.ROOT));
  }
}
