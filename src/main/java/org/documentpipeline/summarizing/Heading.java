package org.documentpipeline.summarizing;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Finds the heading that names a text. Most often it is the first; in a book other headings stand
 * before it, such as the author's other works, and what names the text is said again in it.
 */
final class Heading {

  /** So many times more the words of a later heading have to be used than those of the first. */
  private static final double CLEARLY = 1.25;

  private static final Pattern FILES = Pattern.compile("(?:\\S+\\.\\p{Alnum}{1,5}(?:\\s+|$))+");
  private static final Pattern IDENTIFIER = Pattern.compile("\\S*_\\S*");
  private static final String BRACKETS = "[]{}<>|@";
  private static final Pattern ROMAN =
      Pattern.compile("m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})");
  private static final int LONGEST = 300; // characters

  /** Headings of what stands in front of a text, or names its kind and not the text. */
  private static final Set<String> COMMON =
      Set.of(
          "abstract",
          "acknowledgements",
          "acknowledgments",
          "about the author",
          "agenda",
          "contents",
          "copyright",
          "dedication",
          "executive summary",
          "foreword",
          "introduction",
          "preface",
          "summary",
          "table of contents",
          "inhalt",
          "inhaltsverzeichnis",
          "einleitung",
          "vorwort",
          "zusammenfassung",
          "avant-propos",
          "résumé",
          "sommaire",
          "table des matières",
          "contenido",
          "introducción",
          "prólogo",
          "resumen",
          "índice",
          "indice",
          "introduzione",
          "prefazione",
          "riassunto",
          "introdução",
          "prefácio",
          "resumo",
          "sumário",
          "введение",
          "оглавление",
          "предисловие",
          "содержание",
          "はじめに",
          "目次",
          "目录",
          "前言",
          "摘要",
          "목차",
          "머리말");

  private Heading() {}

  /**
   * One of the headings, or lines like them, before the text begins to run, of at most {@link
   * Title#MOST_WORDS} words; null when none will do. Linear in the length of the text.
   */
  static String of(List<String> headings, WordCounts counts) {
    String best = null;
    double bestWorth = 0;
    for (String heading : headings) {
      if (isName(heading) && !isPart(heading)) {
        double worth = headings.size() > 1 ? counts.worth(heading) : 0;
        if (best == null || worth >= WordCounts.OFTEN && worth > CLEARLY * bestWorth) {
          best = heading;
          bestWorth = worth;
        }
      }
    }
    return best == null ? null : best.replaceAll("[\\s:]+$", "");
  }

  /**
   * Whether a line can be the name of a text. Names of files stand where pictures and other files
   * do.
   */
  static boolean isName(String line) {
    if (line.length() > LONGEST) {
      return false;
    }
    int words = Words.count(line);
    String plain = line.toLowerCase(Locale.ROOT).replaceAll("[\\s:.\u2026]+$", "");
    return words > 0
        && words <= Title.MOST_WORDS
        && !FILES.matcher(line).matches()
        && !IDENTIFIER.matcher(line).matches()
        && line.chars().noneMatch(c -> BRACKETS.indexOf(c) >= 0)
        && !COMMON.contains(plain)
        && !plain.startsWith("also by ");
  }

  /** Whether all there is is a word and numbers: "Chapter 1", "Act II", a date. */
  static boolean isPart(String line) {
    List<String> terms = Terms.words(line);
    int last = terms.size() - 1;
    long numbers =
        IntStream.rangeClosed(0, last)
            .filter(
                i ->
                    Character.isDigit(terms.get(i).codePointAt(0))
                        || i == last && ROMAN.matcher(terms.get(i)).matches())
            .count();
    return numbers > 0 && terms.size() - numbers <= 1;
  }
}
