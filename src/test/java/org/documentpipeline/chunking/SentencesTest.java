package org.documentpipeline.chunking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentencesTest {

  /** A bar stands where a sentence ends. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Hello world. |This is Dr. Smith. |He is here.",
        "See Fig. 3 and J. R. Tolkien et al. (2005). |They said so, e.g. Twice.",
        "It cost $3.50. |Really?! |\"Yes.\" |He left.",
        "Der Verein heißt \"Freunde e. V.\" und hilft, z. B. Kindern, d. h. allen. |So ist es.",
        "Les loyers montent. |« On paie le double », dit M. « Loup » Fabre. |Elle part.",
        "1. First things come first. |Then others.",
        "是人都生而自由。|他们赋有理性！|并应以。|是",
        "सभी स्वतंत्र हैं। |वे समान हैं।",
        "هل انت بخير؟ |نعم.",
        "یہ ہے۔ |اور وہ۔",
        "ክቡር ነው። |ሰላም።",
        "Բոլոր մարդիկ։ |Հայ",
        "ខ្ញុំ។ |អ្នក",
        "Он живёт на ул. Ленина. |Это т.е. Важно.",
        "The U.S. Army came. |It left the U.S. |The army went home.",
        "He works at the U.N. |He likes it. |J. A. Smith and W. E. B. Du Bois met.",
        "We follow plan B. |Then we left. |Plan C. |He stayed.",
        "Es kostet 3 Mio. Euro. |Am 3. Oktober war es so weit. |Der 2. Weltkrieg begann.",
        "Bis zum 12. Mai 2020. |Er ist am 7. Tag da. |Wir waren 12. |Sie waren 3.",
        "Chapter 2. |The end came in 1945. |Nobody was there on day 7. |It rained.",
        "The answer is no. |The council said it. |See No. 5 and Art. 3.",
        "「行く。」と彼は言った。|次の日、雨が降った。|「また。」|彼は笑った。",
        "他说：“好。”|然后走了！|是吗？|是。",
        "これはペンです。|あれは何ですか？|すごい！",
        "강은 흐른다. |물은 맑다. |정말인가?",
        "No full stop here"
      })
  void findsSentencesInManyScripts(String marked) {
    assertThat(Sentences.of(marked.replace("|", ""))).containsExactly(marked.split("\\|"));
  }

  @Test
  void blankLineEndsASentenceAndALineEndDoesNot() {
    assertThat(Sentences.of("one\ntwo\n\nthree, see Fig.\n\nFour"))
        .containsExactly("one\ntwo\n\n", "three, see Fig.\n\n", "Four");
  }

  @Test
  void thaiIsSplitAtSpacesOnlyWhenLong() {
    String clause = "\u0e2a\u0e27\u0e31\u0e2a\u0e14\u0e35".repeat(5);
    List<String> sentences = Sentences.of((clause + " ").repeat(20));
    assertThat(String.join("", sentences)).isEqualTo((clause + " ").repeat(20));
    assertThat(sentences)
        .hasSizeBetween(5, 8)
        .allSatisfy(sentence -> assertThat(sentence).endsWith(clause + " "));
  }

  @Test
  void joinedTheyAreTheText() {
    for (long seed = 0; seed < 300; seed++) {
      for (var block : new RandomBlocks(seed).blocks()) {
        assertThat(String.join("", Sentences.of(block.text())))
            .as("seed " + seed)
            .isEqualTo(block.text());
      }
    }
  }

  /** Looked through from each of its signs, such a text would take minutes. */
  @Test
  @Timeout(20)
  void endlessMarksOfSentenceEndsTakeNoLonger() {
    for (String end : new String[] {"\u061f", "\u06d4", "\n"}) {
      String text = "a" + end.repeat(600_000);
      assertThat(String.join("", Sentences.of(text))).isEqualTo(text);
    }
  }
}
