package org.documentpipeline.summarizing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.documentpipeline.chunking.Sentences;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BuiltinChatModelTest {

  private static final String[] SUBJECTS = {
    "The river", "A bridge", "The old mill", "Every house", "The council"
  };
  private static final String[] VERBS = {
    "carries", "shows", "keeps", "needs", "remembers", "loses"
  };
  private static final String[] OBJECTS = {
    "the water of spring",
    "stones from the quarry",
    "a debt of many years",
    "the people of the valley",
    "its share of light",
    "bread and salt",
    "a promise to the miller"
  };

  private final BuiltinChatModel model = new BuiltinChatModel();
  private final Prompts prompts = new Prompts("file:");

  @ParameterizedTest
  @CsvSource({"short,48,72", "medium,120,180", "long,320,480"})
  void keepsToTheWantedLength(String length, int fewest, int most) {
    for (long seed = 0; seed < 20; seed++) {
      String summary = document(story(seed, 120), new Options(length, "auto", null));
      String body = summary.substring(summary.indexOf('\n'));
      assertThat(Words.count(body)).as("seed " + seed).isBetween(fewest, most);
    }
  }

  @Test
  void saysSentencesOfTheTextWordForWordInTheirOrder() {
    for (long seed = 0; seed < 20; seed++) {
      String text = story(seed, 80);
      String notes =
          model
              .chat(prompts.forChunk(text, new Options(null, null, null), 3, null, null, null))
              .aiMessage()
              .text();
      int at = 0;
      for (String sentence : Sentences.of(notes)) {
        int found = text.indexOf(sentence.strip(), at);
        assertThat(found).as("seed " + seed + ": " + sentence).isNotNegative();
        at = found + 1;
      }
    }
  }

  @Test
  void summaryHasTitleParagraphAndPoints() {
    String summary =
        document("## The valley\n\n" + story(1, 60), new Options("medium", "auto", null));
    assertThat(summary.split("\n\n")).hasSize(3);
    assertThat(summary).startsWith("# The valley\n\n").containsPattern("\\n\\n- .+\\n- .+");
    assertThat(document(story(1, 60), new Options("medium", "auto", null)))
        .matches("(?s)# \\p{Lu}.{4,60}\\n\\n[^#-].*");
  }

  @Test
  void focusDrawsTheSentencesThatBearOnIt() {
    List<String> sentences = new ArrayList<>(Arrays.asList(story(3, 100).split("(?<=\\.) ")));
    sentences.add(60, "The dragon sleeps under the tower of glass.");
    sentences.add(75, "Nobody has woken the dragons since the flood.");
    String text = String.join(" ", sentences);
    assertThat(document(text, new Options("short", "auto", "dragons")))
        .contains("dragon sleeps", "woken the dragons");
    assertThat(document(text, new Options("short", "auto", "sleeping")))
        .as("another form of a word")
        .contains("dragon sleeps");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "The river carries water and the old mill is in the valley.;spaceships;“spaceships” does not occur in the document.",
        "Der Fluss bringt das Wasser und die alte Mühle ist in dem Tal.;Raumschiffe;„Raumschiffe“ kommt im Dokument nicht vor.",
        "La rivière porte les eaux et le moulin est dans la vallée.;fusées;« fusées » n’apparaît pas dans le document.",
        "河流带来春天的水，古老的磨坊在山谷里。;宇宙飞船;文档中没有出现“宇宙飞船”。",
        "川は春の水を運び、古い水車は谷にある。;宇宙船;文書に「宇宙船」は出てきません。",
        "강은 봄의 물을 나르고 오래된 방앗간은 골짜기에 있다.;우주선;문서에 “우주선”이(가) 나오지 않습니다."
      })
  void saysThatAFocusIsAbsentAndSummarisesAsUsual(String sentence, String focus, String remark) {
    String text = (sentence + " ").repeat(3);
    String summary = document(text, new Options("medium", "auto", focus));
    assertThat(summary).contains("\n\n" + remark + " " + sentence);
    assertThat(summary.replace(remark + " ", ""))
        .isEqualTo(document(text, new Options("medium", "auto", null)));
    assertThat(document(text + focus + ".", new Options("medium", "auto", focus)))
        .doesNotContain(remark);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Alle Menschen sind frei. Wer kommt, der bleibt.|Alle Menschen sind frei",
        "人間は自由である。人間の権利は大切である。人間は平等である。権利は平等である。|人間は自由である",
        "ゾルゲは逮捕された。新聞はゾルゲの記録を見つけた。ゾルゲの記録は古い。|ゾルゲ, 記録",
        "河流的水很清。河流的鱼很多。村里的人在河流边。|河流的水很清"
      })
  void theTitleIsOfTheTextAndInItsLanguage(String text, String title) {
    assertThat(document(text, new Options("medium", "auto", null)))
        .startsWith("# " + title + "\n\n");
  }

  /**
   * Front matter has headings that name something else; what names the text is said again in it.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "# ALSO BY JANE SMITH¶¶The Fog, 1998¶¶# JANE SMITH¶¶# OLD BRIDGES¶¶# THE SMALL PRESS|OLD BRIDGES",
        "# Old bridges¶¶## Summary|Old bridges",
        "# A tale of nothing that is said here¶¶## Part One|A tale of nothing that is said here",
        "# image1.emf¶¶# table.xlsx plan.vsd¶¶# Old bridges|Old bridges"
      })
  void theTitleIsTheHeadingThatNamesTheText(String front, String title) {
    String text =
        front.replace('¶', '\n')
            + "\n\n"
            + "Jane Smith wrote that old bridges need care. Bridges of stone are old. ".repeat(5)
            + "It has one part.\n\n## Bridges\n\n"
            + story(2, 60);
    assertThat(document(text, new Options("medium", "auto", null))).startsWith("# " + title + "\n");
    assertThat(notes(text, new Options("medium", "auto", null), 0))
        .startsWith("## " + title + "\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "Bridges of stone|Bridges of stone",
        "fake-memo|Bridges of stone are old", // says nothing that the text says
        "Document|Bridges of stone are old",
        "Bridges 4|Bridges of stone are old",
        "Stone XII|Bridges of stone are old",
        "-|Bridges of stone are old"
      })
  void theTitleInThePropertiesCountsWhereTheTextSpeaksOfIt(String title, String expected) {
    String text = "CHAPTER I\n\n" + "Bridges of stone are old. Bridges need care. ".repeat(4);
    Options options = new Options("short", "auto", null, "en", title);
    assertThat(document(text, options)).startsWith("# " + expected + "\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Old bridges¶|Old bridges",
        "Bridges of the¶|The old bridges are from the time of the king", // a broken line
        "Nothing of this kind¶|The old bridges are from the time of the king",
        "# May 5, 2023¶¶|The old bridges are from the time of the king",
        "# Table of contents¶¶# Old bridges¶¶|Old bridges",
        "# Footnotes [2: bridges]¶¶|The old bridges are from the time of the king",
        "# The king civil¶¶|The king civil",
        "# Act II¶¶|The old bridges are from the time of the king",
        "# 3. Mild bridges¶¶|3. Mild bridges",
        "# embed_0¶¶|The old bridges are from the time of the king",
        "# Old bridges:¶¶|Old bridges"
      })
  void aFirstLineIsTheTitleWhenTheTextGoesOnAboutIt(String front, String expected) {
    String text =
        front.replace('¶', '\n')
            + "The old bridges are from the time of the king. They need care, for the old bridges and the time of the king are gone. "
                .repeat(4);
    assertThat(document(text, new Options("short", "auto", null, "en", null)))
        .startsWith("# " + expected + "\n");
  }

  @Test
  void functionWordsAloneAreNoFocus() {
    String text = story(4, 30);
    assertThat(document(text, new Options("short", "auto", "what is it about")))
        .isEqualTo(document(text, new Options("short", "auto", null)));
  }

  @Test
  void aFocusThatStandsInATableOrALongSentenceIsNotLost() {
    String table = story(5, 60) + "\n\n| Dragons | 12 |\n| Sheep | 40 |";
    assertThat(document(table, new Options("short", "auto", "dragon")))
        .contains("Dragons \u00b7 12")
        .doesNotContain("does not occur");
    String endless = "and so it goes, ".repeat(200) + "until the dragon wakes.";
    Options options = new Options("short", "auto", "dragon");
    String notes = notes(story(6, 60) + " On it goes " + endless, options, 0);
    assertThat(notes).contains("until the dragon wakes.");
  }

  /** Whatever stands in the text: what comes out of three levels are its sentences. */
  @Test
  void sentencesStayWordForWordThroughEveryLevel() {
    Options options = new Options("medium", "auto", null);
    for (long seed = 0; seed < 30; seed++) {
      StringBuilder all = new StringBuilder();
      List<ChunkSummary> level = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        String text = ragged(100 * seed + i);
        all.append(text).append('\n');
        level.add(new ChunkSummary(i, null, null, notes(text, options, i)));
      }
      List<ChunkSummary> groups =
          List.of(
              new ChunkSummary(0, null, null, group(level.subList(0, 3), options)),
              new ChunkSummary(3, null, null, group(level.subList(3, 6), options)));
      String whole = model.chat(prompts.forFinal(groups, options)).aiMessage().text();
      List<String> known =
          new SourceText(request(all.toString()))
              .sentences().stream().map(SourceSentence::text).toList();
      SourceText said =
          new SourceText(new Request(false, 0, null, true, "[1]\n" + groups.get(0).text()));
      assertThat(said.sentences())
          .as("seed " + seed)
          .extracting(SourceSentence::text)
          .isSubsetOf(known);
      assertThat(points(whole))
          .as("seed " + seed)
          .extracting(point -> point.replaceFirst(" \\[\\d+]$", ""))
          .isSubsetOf(known);
    }
  }

  @Test
  void everySentenceOfTheSummaryNamesTheNotesItStandsIn() {
    List<ChunkSummary> summaries = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      summaries.add(new ChunkSummary(3 * i, i + 1, i + 2, story(i, 8)));
    }
    String text =
        model.chat(prompts.forFinal(summaries, new Options(null, null, null))).aiMessage().text();
    assertThat(text).startsWith("# ").doesNotContain("page");
    String body = text.substring(text.indexOf('\n'));
    Matcher said = Pattern.compile("([A-Z][^\\[]+?) \\[([0-9]+)]\\s*").matcher(body);
    int sentences = 0;
    while (said.find()) {
      int number = Integer.parseInt(said.group(2));
      assertThat(summaries.get((number - 1) / 3).text()).contains(said.group(1));
      sentences++;
    }
    assertThat(sentences).isGreaterThan(6).isEqualTo(body.split("\\[", -1).length - 1);
    assertThat(body.split("\n- ")).allSatisfy(part -> assertThat(part.strip()).endsWith("]"));
  }

  @Test
  void notesOnAGroupNameNoNumbers() {
    List<ChunkSummary> summaries = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      summaries.add(new ChunkSummary(i, i + 1, i + 2, story(i, 8)));
    }
    String group =
        model.chat(prompts.forGroup(summaries, new Options(null, null, null))).aiMessage().text();
    assertThat(group).doesNotContain("[", "#");
    assertThat(Words.count(group)).isBetween(60, 300);
  }

  @Test
  void shortTextIsGivenBackWhole() {
    assertThat(document("Only this. And that.", new Options("long", "auto", null)))
        .endsWith("Only this. And that.\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u6cb3\u6d41\u5e26\u6765\u6625\u5929\u7684\u6c34\u3002",
        "\u0e41\u0e21\u0e48\u0e19\u0e49\u0e33\u0e44\u0e2b\u0e25 ",
        "\u092f\u0939 \u090f\u0915 \u0935\u093e\u0915\u094d\u092f \u0939\u0948\u0964 ",
        "\u0647\u0630\u0627 \u0633\u0637\u0631\u061f ",
        "\uac15\uc740 \ubb3c\uc744 \ub098\ub978\ub2e4. "
      })
  void writesInAnyScriptAndKeepsTheLength(String sentence) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 400; i++) {
      text.append(sentence, 0, sentence.length() - 1 - i % 2)
          .append(sentence.substring(sentence.length() - 1 - i % 2))
          .append(i % 7 == 0 ? i + ". " : "");
    }
    String summary = document(text.toString(), new Options("short", "auto", null));
    String body = summary.substring(summary.indexOf('\n'));
    assertThat(Words.count(body)).isBetween(40, 75);
    assertThat(body).containsAnyOf(sentence.strip().substring(0, 3));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "...",
        "| a | b |\n| 1 | 2 |",
        "# Only a heading",
        "- ",
        "1. 2. 3.",
        "\ud83d\ude00",
        "[1]",
        "word",
        "a\tb\tc"
      })
  void answersToOddTextsToo(String text) {
    assertThat(document(text, new Options(null, null, null))).isNotBlank();
    assertThat(model.chat(text.isBlank() ? "?" : text)).isNotBlank();
  }

  @Test
  void oneEndlessSentenceIsCut() {
    String summary =
        document("so it goes on and on, ".repeat(400), new Options("short", "auto", null));
    assertThat(Words.count(summary)).isBetween(30, 80);
    assertThat(summary).contains("\u2026");
  }

  @Test
  void timeGrowsWithTheTextAndNotWithItsSquare() {
    document(story(1, 3_000), new Options("medium", "auto", null));
    long small = nanos(story(2, 1_500));
    long large = nanos(story(2, 12_000));
    // Eight times the text; a square would take sixty-four times as long.
    assertThat(large).isLessThan(30 * Math.max(small, 5_000_000L));
    assertThatCode(() -> document("a b c. ".repeat(50_000), new Options("medium", "auto", null)))
        .doesNotThrowAnyException();
  }

  private long nanos(String text) {
    long best = Long.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      long start = System.nanoTime();
      document(text, new Options("medium", "auto", null));
      best = Math.min(best, System.nanoTime() - start);
    }
    return best;
  }

  private String document(String text, Options options) {
    return model.chat(prompts.forDocument(text, options, null, null)).aiMessage().text();
  }

  private String notes(String text, Options options, int index) {
    return model.chat(prompts.forChunk(text, options, index, null, null, null)).aiMessage().text();
  }

  private String group(List<ChunkSummary> summaries, Options options) {
    return model.chat(prompts.forGroup(summaries, options)).aiMessage().text();
  }

  private static Request request(String text) {
    return new Request(false, 0, null, false, text);
  }

  private static List<String> points(String summary) {
    return summary
        .lines()
        .filter(line -> line.startsWith("- "))
        .map(line -> line.substring(2))
        .toList();
  }

  /** Sentences with and without an end, in lists, lines and paragraphs. */
  private static String ragged(long seed) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    for (String sentence : story(seed, 40).split("(?<=\\.) ")) {
      String[] forms = {
        sentence + " ",
        "\n\n" + sentence + "\n\n",
        "\n- " + sentence.replace(".", "") + "\n",
        "\n" + sentence.replace(".", "") + "\n\n",
        "\"" + sentence.replace(".", "!\"") + " ",
        sentence.replace("year ", "vol. ") + " "
      };
      text.append(forms[random.nextInt(forms.length)]);
    }
    return text.toString();
  }

  private static String story(long seed, int sentences) {
    Random random = new Random(seed);
    List<String> story = new ArrayList<>();
    for (int i = 0; i < sentences; i++) {
      story.add(
          pick(random, SUBJECTS)
              + " "
              + pick(random, VERBS)
              + " "
              + pick(random, OBJECTS)
              + " in year "
              + (1500 + i)
              + (random.nextBoolean() ? "." : ", and " + pick(random, OBJECTS) + " too."));
    }
    return String.join(" ", story);
  }

  private static String pick(Random random, String[] from) {
    return from[random.nextInt(from.length)];
  }
}
