package org.documentpipeline.summarizing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands around a text does not get into its summary, and what gets in can be read alone. */
class ReadableSummaryTest {

  private static final String TEXT =
      "The snipe breeds on wet meadows in Jutland. Late flooding protects the nests from cattle.";

  private final BuiltinChatModel model = new BuiltinChatModel();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Figure 3. Breeding pairs per meadow. Grey lines: single meadows.",
        "Table 2: Change in pairs.",
        "Abb. 4: Brutpaare je Wiese.",
        "© 2019 Nordic Birds. ",
        "Copyright © 2019 Nordic Birds, all rights reserved.",
        "Keywords: snipe, meadow, flooding.",
        "Page 3 of 4",
        "References\n\nHansen, P. (2011). Snipe and snow. Ornithology 14, 101.\n\nThorup O. Waders. Dansk 98, 2004.",
        "## Literatur\n\n- Madsen J. Meadow flooding. Ibis 151, 2009.",
        "Acknowledgements\n\nWe thank the farmers of Jutland for access to their land.",
        "Best regards,\nMaria Petrova",
        "By Anna Lindqvist, staff writer"
      })
  void leavesOutWhatStandsAroundTheText(String around) {
    String text = TEXT + "\n\n" + around;
    assertThat(body(text)).isEqualTo(TEXT);
    assertThat(body(around + "\n\n## Birds\n\n" + TEXT)).isEqualTo(TEXT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Table 2 shows that late flooding protects the nests.",
        "Figure 3 and what it shows are new.",
        "The sign © is old.",
        "An ISBN names a book.",
        "Page 3 of 4 is blank.",
        "We thank nobody."
      })
  void keepsSentencesThatSpeakOfSuchThings(String sentence) {
    assertThat(body(TEXT + "\n\n" + sentence)).isEqualTo(TEXT + " " + sentence);
  }

  @Test
  void numbersOfNotesAreNoPartOfASentence() {
    String noted =
        "The snipe, shy as it is,[3] breeds on wet meadows in Jutland.[53][54] Late flooding"
            + " \u201Cprotects\u201D[7] the nests from cattle.(8)";
    assertThat(body(noted))
        .isEqualTo(
            "The snipe, shy as it is, breeds on wet meadows in Jutland. Late flooding"
                + " \u201Cprotects\u201D the nests from cattle.");
    String others = "The result of f(1) is in [2], and (3) follows. The nests number 40 (1998).";
    assertThat(body(others)).contains("f(1)", "2", "(3)", "(1998)");
  }

  @Test
  void whatNothingEndsIsEndedByAFullStop() {
    String items =
        "- Container traffic fell by 4 %\n- The lamp costs 250 \u20AC\n- Head of works (2019)\n"
            + "- It is \u201Cthe old one.\u201D\n- Two keepers left!\n- They are these:\n";
    assertThat(body(items))
        .contains("by 4 %.", "250 \u20AC.", "(2019).", "one.\u201D", "left!", "these:")
        .doesNotContain("\u201D.", "!.", ":.");
  }

  @Test
  void theTextGoesOnBehindReferencesAndThanks() {
    String text = "References\n\nHansen 2011.\n\n" + TEXT;
    assertThat(body(text)).isEqualTo(TEXT);
    assertThat(body("## Danksagung\n\nWir danken allen.\n\n## Birds\n\n" + TEXT)).isEqualTo(TEXT);
  }

  @Test
  void aChapterOnLiteratureIsNoListOfReferences() {
    assertThat(body("## Literatura\n\n" + TEXT + " It was first seen in 1870 there."))
        .contains(TEXT);
  }

  /** Left out is not gone: who looks for it finds it. */
  @Test
  void aFocusFindsWhatIsLeftOut() {
    String text = TEXT + "\n\nTable 2: Pairs of curlews.";
    assertThat(answer(text, 150, "curlew")).contains("curlews").doesNotContain("does not occur");
  }

  @Test
  void saysTheSameThingOnce() {
    String said = "The company will close its plant in Leeds at the end of June.";
    String again = "The company will close the plant in Leeds at the end of June.";
    String other =
        "The bus trade turns to electric drives. Orders have fallen by half. The town has asked"
            + " for help. A new owner was sought in vain. Talks begin on Monday in Bradford.";
    String summary = answer(said + " " + again + " " + other + " " + said, 50, null);
    assertThat(summary.split("plant in Leeds", -1)).hasSize(2);
  }

  /** "However", "she": not without the sentence that they point to. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "However, late floods hurt the meadows of the coast.|Late floods hurt the meadows of the coast.",
        "She counts late floods on the meadows of Jutland.|One counts late floods on the meadows of Jutland."
      })
  void ofTwoSentencesTakesTheOneThatStandsByItself(String leaning, String standing) {
    String filler = "Nobody knows when or why it came about in those days. ";
    String end = "The dog is by the door of the house of the king. ";
    for (List<String> pair : List.of(List.of(leaning, standing), List.of(standing, leaning))) {
      String text = filler + pair.get(0) + " " + filler + pair.get(1) + " " + end;

      assertThat(answer(text, 11, "meadows")).contains(standing).doesNotContain(leaning);
    }
  }

  @Test
  void pointingWordsAreFineBehindWhatTheyPointTo() {
    Language english = LanguageLists.of("en");
    assertThat(lean(english, "This shows it.")).isEqualTo(1);
    assertThat(lean(english, "This paper shows it.")).isZero();
    assertThat(lean(english, "\"This is it.\"")).isZero();
    assertThat(lean(LanguageLists.of("fr"), "C'est ainsi.")).isEqualTo(1);
    assertThat(lean(LanguageLists.of("zh"), "但是，居民担心。")).isEqualTo(1);
  }

  @Test
  void linesAreToldApartAndCellsToo() {
    assertThat(body("| Norway | Oslo |\n| Sweden | Stockholm |"))
        .isEqualTo("Norway \u00b7 Oslo. Sweden \u00b7 Stockholm.");
    assertThat(body("- Two pens\n- One knife")).isEqualTo("Two pens. One knife.");
    assertThat(body("河流带来水。鱼在河里。")).isEqualTo("河流带来水。鱼在河里。");
    assertThat(body("- 水\n- 鱼")).isEqualTo("水。鱼。");
  }

  @Test
  void aTextOfHeadingsIsSummedUpByThem() {
    assertThat(answer("# Annual report\n\n## North\n\n## South", 150, null))
        .isEqualTo("# Annual report\n\nAnnual report. North. South.\n");
  }

  @Test
  void theTitleIsNotSaidAgain() {
    assertThat(answer("The Lighthouse\n\nThe keeper climbs the stair. He is old.", 150, null))
        .isEqualTo("# The Lighthouse\n\nThe keeper climbs the stair. He is old.\n");
  }

  @Test
  void marksOfQuotationsAndRulesAreNoText() {
    assertThat(body("> Note: The sensor is dirty.\n> Clean it.")).startsWith("Note: The sensor");
    assertThat(body("------ The sensor is dirty.")).isEqualTo("The sensor is dirty.");
  }

  private static double lean(Language language, String sentence) {
    return language.signals(sentence, Terms.words(sentence)).lean();
  }

  private String body(String text) {
    String answer = answer(text, 150, null);
    return answer.substring(answer.indexOf('\n')).strip();
  }

  private String answer(String text, int words, String focus) {
    return model.answer(new Request(true, words, focus, false, text));
  }
}
