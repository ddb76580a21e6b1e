package org.documentpipeline.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NoteSignsTest {
  private static String clean(boolean counted, List<String> page, String text) {
    NoteSigns signs = new NoteSigns(counted);
    signs.page(page);
    return signs.clean(text);
  }

  @Test
  void signsThatCountOnGo() {
    assertThat(
            clean(
                true,
                List.of(),
                "In the marketplace.1 This is so.\u201D2 As, they say,3 RCA.4 \u201CIt costs $5.95.\u201D5 Yes!6"))
        .isEqualTo(
            "In the marketplace. This is so.\u201D As, they say, RCA. \u201CIt costs $5.95.\u201D Yes!");
    assertThat(clean(true, List.of(), "It is so.11 And.12 One more chapter.1 Of course."))
        .isEqualTo("It is so.11 And. One more chapter. Of course.");
  }

  @Test
  void theyStayWhereTheDocumentDoesNotCountInThisWay() {
    assertThat(clean(false, List.of(), "In the end.1 This is so.2 As said."))
        .isEqualTo("In the end.1 This is so.2 As said.");
  }

  @Test
  void aSignThatHasItsNoteOnThePageGoes() {
    List<String> page =
        List.of("So in practice4, it is (Chen, 2017).5 Yes.", "4The note.", "5See it.");
    assertThat(clean(false, page, page.get(0)))
        .isEqualTo("So in practice, it is (Chen, 2017). Yes.");
  }

  @Test
  void aNumberThatMayReferToTwoThingsStays() {
    List<String> page = List.of("So in practice4 and theory4 it is.", "4The note.");
    assertThat(clean(false, page, page.get(0))).isEqualTo(page.get(0));
  }

  /** With a note of each number on the page, in a document that counts on. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "It is 1.2 or 3.5 and v2.8 of it",
        "See No.8 and Fig.2 and Figs.2 and vol.3 of it",
        "Figure2 shows Section3 and Python3, MP3 and GPT4 and H2O and CO2",
        "Windows10.4 and SHA256 and utf8",
        "Version 2.1 of page.html#3",
        "d1, d2 and x3 at 10.5 to 12.30",
        "GartnerG2 and the B2B of it",
        "http://example.org/page.2 is it",
        "1,000 and 2,5 of 1990.3 and the 3rd",
        "the abbr.3 of it goes on"
      })
  void numbersOfOtherThingsStay(String text) {
    List<String> page = new java.util.ArrayList<>(List.of(text));
    for (int note = 1; note < 13; note++) {
      page.add(note + "The note.");
    }
    assertThat(clean(true, page, text)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"4, true", "3, false"})
  void aDocumentCountsWhenEnoughSignsGoOn(int signs, boolean counts) {
    SignCounts counted = new SignCounts();
    for (int i = 1; i <= signs; i++) {
      counted.add("It is said so.%d And the year is 2004. See p. 12.".formatted(i));
    }
    assertThat(counted.areInOrder()).as("no notes").isFalse();
    for (int i = 1; i <= 4; i++) {
      counted.add(i + ". Jane Smith, Old Bridges (1998).");
    }
    assertThat(counted.areInOrder()).isEqualTo(counts);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Steel bolt, Qty:1;Steel nut, Qty:1;Steel rod, Qty:1;A steel pin, Qty:1",
        "Berlin,1;Hamburg,2;Bremen,3;Kiel,4",
        "It is one mark.1 Good;It is one mark.1 Good;It is one mark.1 Good;It is one mark.1 Good"
      })
  void whatElseIsCountedIsNoNote(String lines) {
    SignCounts counted = new SignCounts();
    for (int i = 1; i <= 4; i++) {
      counted.add(i + ". A line of a list");
    }
    List.of(lines.split(";")).forEach(counted::add);
    assertThat(counted.areInOrder()).isFalse();
  }

  @Test
  void aNumberOfAWordWithoutAStopStaysWhereTheNotesAreFurther() {
    NoteSigns signs = new NoteSigns(false);
    List<String> page = List.of("So it is.7 It takes log2 steps", "7The note.", "2See it.");
    signs.page(page);
    assertThat(signs.clean(page.get(0))).isEqualTo("So it is. It takes log2 steps");
  }

  @Test
  void numbersInNoOrderDoNotCount() {
    SignCounts counted = new SignCounts();
    for (int number : new int[] {17, 4, 99, 12, 3, 50}) {
      counted.add("item.%d And".formatted(number));
    }
    assertThat(counted.areInOrder()).isFalse();
  }

  @Test
  void anyTextIsLookedThroughOnce() {
    for (String part : List.of("a1", "word.1 ", ".....1", "1.", "))))1 ", "\u201D9")) {
      String text = part.repeat(400_000);
      Assertions.assertTimeoutPreemptively(
          Duration.ofSeconds(10), () -> clean(true, List.of(text), text));
    }
    assertThatCode(() -> clean(true, List.of("1", "1a", "9999999999The"), "1 .1"))
        .doesNotThrowAnyException();
  }
}
