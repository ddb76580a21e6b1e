package org.documentpipeline.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PageTextTest {

  @Test
  void linesOfAParagraphAreJoinedAndHyphensUndone() {
    String page =
        "The licences that we use have changed consid-\nerably since the first of them was written down.\n";
    assertThat(PageText.paragraphs(page))
        .containsExactly(
            "The licences that we use have changed considerably since the first of them was written down.");
  }

  @Test
  void aHyphenBeforeACapitalStays() {
    assertThat(PageText.paragraphs("It was said in New-\nYork that evening."))
        .containsExactly("It was said in New- York that evening.");
  }

  @Test
  void aBlankLineAndAShortLastLineEndAParagraph() {
    String page =
        "A first paragraph of words that fill the whole line of it\nends here.\nA second paragraph of words that fills the line as well\n\nThird.";
    assertThat(PageText.paragraphs(page)).hasSize(3).last().isEqualTo("Third.");
  }

  @Test
  void listItemsStandAlone() {
    assertThat(PageText.paragraphs("Bring these:\n• bread\n• milk\n1. first\n2. second"))
        .containsExactly("Bring these:", "• bread", "• milk", "1. first", "2. second");
  }

  @Test
  void linesOfChineseAreJoinedWithoutSpaces() {
    assertThat(PageText.paragraphs("人人生而自由,在尊严和权利上一律\n平等。")).containsExactly("人人生而自由,在尊严和权利上一律平等。");
  }

  @Test
  void lineNumbersOfAMarginAndThePageNumberAreLeftOut() {
    String page =
        "17\nThe text of the page.\n1\n2\n3\n4\n5\n6S\n7R\nIn 1999 there were\n3\nof them.\n";
    assertThat(PageText.paragraphs(page))
        .containsExactly("The text of the page. In 1999 there were 3 of them.");
  }

  @Test
  void anEmptyPageHasNone() {
    assertThat(PageText.paragraphs(" \n \n")).isEmpty();
  }
}
