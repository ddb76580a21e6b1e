package org.documentpipeline.summarizing;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Korean nouns without the particles that are written together with them. What ends like a particle
 * may be part of the noun: it is one where the text has the noun without it, or with another one.
 */
final class KoreanWords {

  private static final List<String> PARTICLES =
      List.of(
          "에서는", "으로는", "에서", "에게", "으로", "부터", "까지", "은", "는", "이", "가", "을", "를", "에", "의", "도",
          "로", "와", "과", "만");

  private static final String VERB_ENDS = "다며면";
  private static final int SHORT = 2; // syllables

  private final Map<String, Set<String>> endings = new HashMap<>();

  void learn(String word) {
    if (isHangul(word)) {
      endings.computeIfAbsent(word, each -> new HashSet<>()).add("");
      particles(word)
          .forEach(
              particle ->
                  endings
                      .computeIfAbsent(without(particle, word), each -> new HashSet<>())
                      .add(particle));
    }
  }

  /** The word itself where it is not Korean, or has no particle. */
  String noun(String word) {
    return !isHangul(word)
        ? word
        : particles(word)
            .map(particle -> without(particle, word))
            .filter(base -> endings.getOrDefault(base, Set.of()).size() > 1)
            .findFirst()
            .orElse(word);
  }

  private static Stream<String> particles(String word) {
    return PARTICLES.stream()
        .filter(each -> word.endsWith(each) && word.length() - each.length() >= SHORT);
  }

  private static String without(String particle, String word) {
    return word.substring(0, word.length() - particle.length());
  }

  /** Whether it ends as only verbs do. */
  static boolean isVerb(String word) {
    return word.length() > SHORT
        && isHangul(word)
        && VERB_ENDS.indexOf(word.charAt(word.length() - 1)) >= 0;
  }

  private static boolean isHangul(String word) {
    return word.charAt(0) >= '\uac00' && word.charAt(0) <= '\ud7a3';
  }
}
