package org.documentpipeline.summarizing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TitleTest {

  private static final String NOVEL =
      """
      The lamp had gone out, so nobody in the whole of the old house could see what was to come.

      "You ought to sleep," said Clara. "I said no," said Edmund, and Clara said nothing. She
      nodded. He laughed, and she laughed, and Edmund said that it was late. They went to the
      window, for Clara had seen a light in the lane.

      "He has seen Aunt Harriet," said Edmund. "He said so," she said. She nodded again, and
      the wind shook the window. "And Aunt Harriet said yes," said Edmund. Clara said goodbye.
      """;

  private static final String CONTRACT =
      """
      It is renewed whenever neither of those who have signed the paper asks for it to be ended.

      The supplier shall deliver a monthly report on the supply chain. The monthly report shall
      name the risks of the supply chain. Nobody may pay late, and whoever pays late shall pay
      more. The monthly report is for the supplier, and a report on the chain is not for others.
      """;

  /** Verbs that stand behind pronouns and names all the time are not what a text is about. */
  @Test
  void namesAndNounsAreKeyPhrasesAndVerbsAreNot() {
    assertThat(phrases(NOVEL)).containsExactly("Aunt Harriet", "Edmund", "Clara");
    assertThat(phrases(CONTRACT)).containsExactly("monthly report", "supply chain", "supplier");
    assertThat(title(CONTRACT)).isEqualTo("Monthly report, supply chain, supplier");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Il dit que les loyers montent. On dit que l'incendie a détruit la halle. Elle dit que les loyers de la halle suffisent à peine.|loyers, halle",
        "Er sagt, dass die Bibliothek schließt. Sie sagt, dass der Vorstand der Bibliothek es will. Ich sage, dass kein Vorstand das sagt.|Bibliothek, Vorstand",
        "Он сказал, что мост закрыт. Она сказала, что на мост нет денег. Он сказал, что в бюджете на мост нет денег, и что о бюджете сказал совет.|мост, бюджете",
        "포인트는 삼성카드에서 적립된다. 포인트를 쓴다. 포인트의 적립 기준은 적립에 한하며 삼성카드가 적립에 한하며 삼성카드 회원에 한하며 적립된다.|삼성카드, 포인트",
        "市政府宣布旧城改造。他们希望旧城改造很快。但是旧城改造对市政府很重要。|旧城改造, 市政府",
        "Three of the 40 million euros went, and three of the 50 million euros came on Monday. Next Monday three of the 60 million euros go to the harbour. The harbour is old.|harbour"
      })
  void keyPhrasesAreNounsInEachLanguage(String text, String phrases) {
    assertThat(String.join(", ", phrases(text))).isEqualTo(phrases);
  }

  /** What is said once for four times of the first does not stand beside it. */
  @Test
  void oneTopicAloneIsTheTitleWhenNoOtherComesNear() {
    String often = "He saw the harbour, as she saw the harbour too. ".repeat(8);
    assertThat(phrases(often + "The gull is near, for the gull is hungry."))
        .containsExactly("harbour");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // The line of a mail's head
        "From: Maria¶¶To: All¶¶Subject: Re: AW: Moving to Hafenstraße¶¶Please pack your desk by noon.|Moving to Hafenstraße",
        "Von: Jan¶¶Betreff: Neue Öffnungszeiten¶¶Ab Montag ist länger auf.|Neue Öffnungszeiten",
        // A line with a blank one behind it, or a later one that the text speaks of far more
        "Ferry to resume in April¶¶It was stopped when inspectors found cracks.|Ferry to resume in April",
        "Department of Works¶¶Guide for harbour masters¶¶The harbour masters keep a harbour log. A harbour master guides ships into the harbour. Masters guide.|Guide for harbour masters",
        // A short first sentence that says what follows
        "The shop moves to Hafen street in March. The shop has to leave by March, and the lease ends.|The shop moves to Hafen street in March",
        "Городской совет утвердил план ремонта набережной. По плану ремонт набережной начнётся в мае, и он не будет долгим, как и было сказано.|Городской совет утвердил план ремонта набережной",
        // One that says nothing of what follows, points back, or is a part of a quotation
        "However, the shop was late with it. The shop has a door. She saw the door of the shop, and the shop.|Shop, door",
        "\"The shop is late again, I fear. The shop has a door. She saw the door of the shop, and the shop.|Shop, door",
        "Nobody went there at any time. The shop has a door. She saw the door of the shop, and the shop.|Shop, door"
      })
  void aTitleIsWhatTheTextItselfSays(String text, String title) {
    assertThat(title(text.replace('¶', '\n'))).isEqualTo(title);
  }

  @Test
  void aTableIsCalledByItsFirstRow() {
    assertThat(
            title("| Country | People |\n|---|---|\n| Norway | 5 million |\n| Chad | 9 million |"))
        .isEqualTo("Country \u00b7 People");
  }

  @Test
  void theFirstSentenceOfAPartIsNoTitleOfALongDocument() {
    String notes =
        "[1]\nThe shop moves to Hafen street in March. The shop is new.\n\n"
            + "[2]\nIn March the harbour is full. The street to the harbour is full.";
    assertThat(Title.of(new SourceText(new Request(true, 150, null, true, notes)), null))
        .isEqualTo("Harbour, street, shop");
  }

  private static String title(String text) {
    return Title.of(source(text), null);
  }

  private static List<String> phrases(String text) {
    return KeyPhrases.of(source(text));
  }

  private static SourceText source(String text) {
    return new SourceText(new Request(true, 150, null, false, text));
  }
}
