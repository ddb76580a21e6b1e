package org.documentpipeline.summarizing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.documentpipeline.chunking.O200kTokenCounter;
import org.documentpipeline.chunking.Sentences;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourcesTest {

  private static final Options SHORT = new Options("short", "auto", null);

  /** Six parts of a document, each on a subject of its own. */
  private static final List<ChunkSummary> CHUNKS =
      chunks(
          "The miller repaired the broken wheel with oak from the northern forest. It took him forty days of hard labour.",
          "Fishermen in the harbour complained about rising diesel prices. Their boats stayed ashore during the whole winter.",
          "The school council elected a new headmistress named Ingrid Halvorsen. She promised smaller classes and warmer rooms.",
          "A vaccine against measles reached the island hospital on Tuesday. Nurses gave it to two hundred children within a week.",
          "Archaeologists uncovered bronze coins beneath the chapel floor. The coins bear the portrait of an unknown queen.",
          "Engineers measured the bridge and found corrosion in eleven cables. The minister closed the bridge to lorries.");

  private final Prompts prompts = new Prompts("file:");
  private final Sources sources =
      new Sources(prompts, new Languages(new ModelInfo("openai", "gpt", null)));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          A miller repaired the broken wheel with oak. [1]                            | 0
          Nurses gave the measles vaccine to the children, coins were found. [4][5]   | 3 4
          Corrosion was found in bridge cables. [99] [0] [6]                          | 5
          Corrosion was found in bridge cables. [99]                                  | 5
          Corrosion was found in bridge cables.                                       | 5
          Corrosion was found in bridge cables by engineers. [2]                      | 5
          Bronze coins and corrosion of bridge cables. [6] [5]                        | 4 5
          Zebras gallop over savannahs.                                               |
          Zebras gallop over savannahs. [3]                                           |
          Zebras gallop over savannahs, says Ingrid Halvorsen. [3] [1]                | 2
          Miller, fishermen, headmistress, vaccine, coins and corrosion. [1-5]        | 0 1 2 3 4
          """)
  void aReferenceNeverLies(String point, String expected) {
    List<Reference> references =
        point(compose("# T\n\nIt is news.\n\n- " + point, CHUNKS), 0).references();
    List<Integer> found = references.stream().map(Reference::chunk).toList();
    List<Integer> wanted =
        expected == null
            ? List.of()
            : Arrays.stream(expected.split(" ")).map(Integer::valueOf).toList();
    assertThat(wanted).containsAll(found);
    assertThat(found).hasSize(Math.min(3, wanted.size())).isSorted();
  }

  @Test
  void referencesAreLinksWithTheirPages() {
    List<ChunkSummary> chunks =
        List.of(
            new ChunkSummary(0, 1, 3, CHUNKS.get(0).text()),
            new ChunkSummary(1, 4, 4, CHUNKS.get(1).text()),
            new ChunkSummary(2, null, null, CHUNKS.get(2).text()));
    Summary summary =
        sources.compose(
            "# News\n\nA miller repaired the wheel [1], and boats stayed ashore [2].\n\n"
                + "- Ingrid Halvorsen is headmistress [3].\n- 3. # Oak is from the forest [1].",
            chunks,
            chunks,
            new Options("short", "de", null));
    assertThat(summary.markdown())
        .startsWith(
            "# News\n\nA miller repaired the wheel, and boats stayed ashore."
                + " [pp. 1–3](#chunk-0) [p. 4](#chunk-1)\n\n"
                + "- Ingrid Halvorsen is headmistress. [part 3](#chunk-2)\n"
                + "- 3\\. # Oak is from the forest. [pp. 1–3](#chunk-0)\n");
    assertThat(summary.language()).isEqualTo("de");
  }

  /** Pages of its own only for a passage that stands in its chunks word for word, all of it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          The miller repaired the broken wheel in May.                                   | 2-2
          It took him forty days. Then the wheel turned again.                           | 2-3
          The miller repaired the wheel.                                                 | 2-4
          The miller repaired the broken wheel in May. It was a hard year for everybody. | 2-4
          It (12) cost 3 ‹b>crowns, says `https://a.b/c`.                                | 4-4
          Then the wheel turned again, or so they say.                                   | 2-4
          It did.                                                                        | 2-4
          """)
  void aQuotedSentenceIsOnItsOwnPage(String text, String pages) {
    String chunk =
        "The miller repaired\n the broken wheel in May. It took him forty days.\n\n"
            + "- Then the wheel turned again.\n\nIt [12] cost 3 <b>crowns, says https://a.b/c.";
    String starts =
        "[{\"at\":0,\"page\":2},{\"at\":%d,\"page\":3},{\"at\":%d,\"page\":4}]"
            .formatted(chunk.indexOf("- Then"), chunk.indexOf("It [12]"));
    Reference all = new Reference(7, 2, 4);
    Summary summary =
        new Summary("T", List.of(), List.of(new Passage(text, List.of(all))), null, Map.of());
    assertThat(summary.cited()).isEqualTo("7");
    Map<String, Object> row = Map.of("index", 7, "text", chunk, "pageStarts", starts);
    Reference exact = point(sources.onPages(List.of(row), summary), 0).references().get(0);
    assertThat(exact.firstPage() + "-" + exact.lastPage()).isEqualTo(pages);
    assertThat(sources.onPages(List.of(), summary)).isEqualTo(summary);
  }

  @Test
  void theStructureIsJson() throws Exception {
    Summary summary =
        compose("# \"T\"\n\nThe miller repaired a wheel. [1]\n\n- Coins. [5]", CHUNKS);
    JsonNode json = new ObjectMapper().readTree(summary.json());
    assertThat(json.get("title").asText()).isEqualTo("\"T\"");
    assertThat(json.get("language").isNull()).isTrue();
    assertThat(json.get("prompts"))
        .isEqualTo(
            new ObjectMapper()
                .valueToTree(Map.of("combine-final", prompts.version("combine-final"))));
    assertThat(json.at("/paragraphs/0/text").asText()).isEqualTo("The miller repaired a wheel.");
    assertThat(json.at("/keyPoints/0/references/0"))
        .isEqualTo(new ObjectMapper().readTree("{\"chunk\":4,\"firstPage\":9,\"lastPage\":10}"));
    assertThat(json.fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("title", "paragraphs", "keyPoints", "language", "prompts");
  }

  @Test
  void aGroupIsResolvedToItsLikestChunks() {
    List<ChunkSummary> shown =
        List.of(
            new ChunkSummary(0, 2, 1, 6, "Wheel, boats and school."),
            new ChunkSummary(3, 5, 7, 12, "Vaccine, coins and the bridge."));
    Summary summary =
        sources.compose(
            "# T\n\nBronze coins bear an unknown queen's portrait. [4]\n\n- Zebras gallop. [1]",
            shown,
            CHUNKS,
            SHORT);
    assertThat(summary.paragraphs().get(0).references()).containsExactly(new Reference(4, 9, 10));
    assertThat(point(summary, 0).references()).isEmpty();
  }

  /** What a sentence rests on is told by itself, not by the paragraph it stands in. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Nurses gave it to two hundred children within a week. [4] Zebras gallop. [99] Their boats stayed ashore. [1]",
        "[4] Nurses gave it to two hundred children within a week. Their boats stayed ashore. [1] Zebras gallop.",
        "Nurses gave it to two hundred children within a week. Their boats stayed ashore. [4] [1]",
        "Nurses gave it to two hundred children within a week. Their boats stayed ashore. Zebras gallop."
      })
  void everySentenceOfAParagraphHasItsSource(String paragraph) {
    List<ChunkSummary> shown =
        List.of(
            new ChunkSummary(0, 2, 1, 6, "Wheel, boats and school."),
            new ChunkSummary(3, 5, 7, 12, "Vaccine, coins and the bridge."));
    Summary summary =
        sources.compose("# T\n\n" + paragraph + "\n\n- Zebras.", shown, CHUNKS, SHORT);
    assertThat(summary.paragraphs().get(0).references())
        .containsExactly(new Reference(1, 3, 4), new Reference(3, 7, 8));
  }

  /** From the chunks through two levels of groups, every sentence is followed back to its chunk. */
  @Test
  void theBuiltinModelsReferencesAreExact() {
    BuiltinChatModel model = new BuiltinChatModel();
    SummaryTree tree = new SummaryTree(2000, new O200kTokenCounter());
    Options options = new Options("medium", "auto", null);
    List<ChunkSummary> chunks = stories(200, new Random(5));
    List<ChunkSummary> level = chunks;
    while (tree.needsLevel(level)) {
      level =
          tree.groups(level).stream()
              .map(
                  group ->
                      group.summary(
                          model
                              .chat(prompts.forGroup(group.summaries(), options))
                              .aiMessage()
                              .text()))
              .toList();
    }
    List<ChunkSummary> shown = tree.last(level);
    assertThat(shown).hasSizeBetween(2, 20).allMatch(ChunkSummary::isOfGroup);
    String answer = model.chat(prompts.forFinal(shown, options)).aiMessage().text();
    Summary summary = sources.compose(answer, shown, chunks, options);
    assertThat(passages(summary))
        .hasSizeGreaterThan(3)
        .allSatisfy(
            passage -> {
              Set<Reference> from =
                  Sentences.of(passage.text()).stream()
                      .flatMap(
                          sentence ->
                              chunks.stream()
                                  .filter(chunk -> chunk.text().contains(sentence.strip())))
                      .map(Reference::to)
                      .collect(Collectors.toSet());
              assertThat(passage.references())
                  .hasSize(Math.min(3, from.size()))
                  .isSubsetOf(from)
                  .isNotEmpty();
            });
  }

  @Test
  void oneChunkIsTheSourceOfEverything() {
    List<ChunkSummary> one = CHUNKS.subList(0, 1);
    Summary summary = sources.compose("Words. [4]\n\n- Others [1].", one, one, SHORT);
    assertThat(passages(summary))
        .hasSizeGreaterThanOrEqualTo(2)
        .allSatisfy(
            passage -> assertThat(passage.references()).containsExactly(new Reference(0, 1, 2)));
    assertThat(summary.prompts()).containsOnlyKeys("summarize-document");
    assertThat(summary.title()).isNotBlank();
  }

  /** Words of another language can not tell what bears them out; what is cited there stays. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Die Fischer sind mit dem Preis des Treibstoffs nicht mehr zufrieden und bleiben seit vielen Wochen an Land, so dass es in dem Dorf keinen frischen Fisch gibt. [2]|1",
        "Die Fischer sind mit dem Preis des Treibstoffs nicht mehr zufrieden und bleiben seit vielen Wochen an Land, so dass es in dem Dorf keinen frischen Fisch gibt. [99]|",
        "Die Fischer sind mit dem Preis des Treibstoffs nicht mehr zufrieden und bleiben seit vielen Wochen an Land, so dass es in dem Dorf keinen frischen Fisch gibt.|"
      })
  void aSummaryInAnotherLanguageKeepsWhatItCites(String paragraph, Integer chunk) {
    Summary summary =
        sources.compose("# T\n\n" + paragraph, CHUNKS, CHUNKS, new Options("short", "de", null));
    assertThat(summary.paragraphs().get(0).references())
        .extracting(Reference::chunk)
        .isEqualTo(chunk == null ? List.of() : List.of(chunk));
    assertThat(passages(summary).toList()).as("no English comes in for length").hasSize(1);
  }

  /** The model has seen the text itself, so what is missing comes from there. */
  @ParameterizedTest
  @CsvSource({"short,20", "medium,40", "medium,0", "long,40"})
  void oneChunksSummaryIsOfTheWantedLengthToo(String length, int answered) {
    for (long seed = 0; seed < 20; seed++) {
      Random random = new Random(seed);
      List<ChunkSummary> story = stories(12, random);
      String text = story.stream().map(ChunkSummary::text).collect(Collectors.joining("\n\n"));
      List<ChunkSummary> one = List.of(new ChunkSummary(0, 1, 3, "Notes."));
      Options options = new Options(length, "auto", null);
      String answer = answered == 0 ? "" : answer(answered, story, random);
      Summary summary = sources.compose(answer, sources.shown(text, one.get(0)), one, options);
      assertThat(words(summary))
          .as("seed " + seed)
          .isBetween(options.words() * 4 / 5, options.words() * 6 / 5);
      assertThat(summary.paragraphs()).hasSize(1);
      assertThat(summary.keyPoints())
          .isNotEmpty()
          .allSatisfy(
              point -> assertThat(point.references()).containsExactly(new Reference(0, 1, 3)));
    }
  }

  @Test
  void aShortDocumentIsNotSaidAgainForLength() {
    String text = stories(1, new Random(3)).get(0).text();
    List<ChunkSummary> one = List.of(new ChunkSummary(0, null, null, "Notes."));
    Summary summary =
        sources.compose(
            "# T\n\nIt is a story.",
            sources.shown(text, one.get(0)),
            one,
            new Options("long", "auto", null));
    assertThat(words(summary)).isBetween(Words.count(text) * 2 / 5 - 1, Words.count(text) * 3 / 5);
  }

  @Test
  void whatAModelDidNotDivideGetsAParagraphAndPoints() {
    String prose =
        "# T\n\nA miller repaired the broken wheel with oak from the forest. [1] Boats stayed ashore"
            + " during the whole winter. Diesel prices were rising in the harbour. [2] A vaccine"
            + " against measles reached the island hospital. [4] Archaeologists uncovered bronze"
            + " coins beneath the chapel floor [5]. The minister closed the bridge to lorries, for"
            + " eleven cables were corroded [6].";
    Summary summary = compose(prose, CHUNKS);
    assertThat(summary.paragraphs())
        .extracting(Passage::text)
        .containsExactly(
            "A miller repaired the broken wheel with oak from the forest. Boats stayed ashore"
                + " during the whole winter. Diesel prices were rising in the harbour.");
    assertThat(summary.paragraphs().get(0).references())
        .extracting(Reference::chunk)
        .containsExactly(0, 1);
    assertThat(summary.markdown())
        .contains(
            "- A vaccine against measles reached the island hospital. [pp. 7–8](#chunk-3)\n",
            "- Archaeologists uncovered bronze coins beneath the chapel floor. [pp. 9–10](#chunk-4)\n",
            "- The minister closed the bridge to lorries, for eleven cables were corroded."
                + " [pp. 11–12](#chunk-5)\n");

    String bullets =
        "# T\n- A miller repaired the broken wheel with oak [1]\n- Boats stayed ashore. [2]\n"
            + "- A vaccine reached the island hospital [4]\n- Bronze coins lay beneath the floor. [5]";
    summary = compose(bullets, CHUNKS);
    assertThat(summary.markdown())
        .startsWith(
            "# T\n\nA miller repaired the broken wheel with oak. Boats stayed ashore."
                + " [pp. 1–2](#chunk-0) [pp. 3–4](#chunk-1)\n\n"
                + "- A vaccine reached the island hospital [pp. 7–8](#chunk-3)\n"
                + "- Bronze coins lay beneath the floor. [pp. 9–10](#chunk-4)\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          One is said. Two is said.                      | One is said. Two is said. ;
          First part.¶¶Second one. Third one. Fourth.    | First part. ; Second one.,Third one.,Fourth.
          A **bold start. An end** here. Last.           | A **bold start. An end** here. Last. ;
          一つ目です。二つ目です。三つ目です。四つ目です。            | 一つ目です。二つ目です。 ; 三つ目です。,四つ目です。
          - 一つ目¶- 二つ目¶- 三つ目                          | 一つ目 ; 二つ目,三つ目
          - only                                         | only ;
          """)
  void onlyWhatHasSentencesEnoughIsDivided(String answer, String parts) {
    AnswerReader.Draft draft = Form.of(AnswerReader.read(answer.replace('¶', '\n')));
    assertThat(
            draft.paragraphs().stream().map(Cited::text).collect(Collectors.joining(","))
                + " ; "
                + draft.points().stream().map(Cited::text).collect(Collectors.joining(",")))
        .isEqualTo(parts.endsWith(";") ? parts + " " : parts);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "[1]", "# Title only", "...", "\ud800", "| a |\n|---|\n| [2] |"})
  void oddAnswersMakeASummaryToo(String answer) {
    Summary many = sources.compose(answer, CHUNKS, CHUNKS, SHORT);
    assertThat(passages(many).mapToInt(passage -> Words.count(passage.text())).sum())
        .isBetween(48, 72);
    List<ChunkSummary> one = CHUNKS.subList(0, 1);
    assertThat(sources.compose(answer, one, one, SHORT).markdown()).startsWith("# ");
    assertThat(sources.compose(null, List.of(), List.of(), SHORT).markdown()).isNotBlank();
  }

  /** A model that was talked into it, or makes things up: none of it leads anywhere. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "# News [p. 1](#chunk-9)\n\nText [p. 9](#chunk-9) ![x](https://a.b/c) <a href='#chunk-9'>d</a>",
        "# <img src=x> ![y](//a.b/c)\n\nSee [p. 9](#chunk-9 'title').\n\n- ![z][z]\n\n[z]: https://a.b/c",
        "# T\n\n[p. 9][r] and <https://a.b/c> or <mail@a.b>.\n\n[r]: #chunk-9\n\n- [^1]\n\n[^1]: a",
        "# T\n\n[[p. 9](#chunk-8)](#chunk-9) [p. 9]【1】(#chunk-9) ![[x](y)](https://a.b/(c)) [99] [1-900]",
        "# T\n\n<script>alert(1)</script> <!-- x --> <svg/onload=a> [a\nb]( #chunk-9 ) [9]( #chunk-9 )",
        "# https://a.b/c\n\nSee https://a.b/c, \\www.a.b or `x` a `https://a.b ` mail@a.b.\n\n- \\\\https://a.b"
      })
  void aForgedAnswerLeadsNowhere(String answer) {
    for (List<ChunkSummary> chunks : List.of(CHUNKS, CHUNKS.subList(0, 1))) {
      Summary summary = compose(answer, chunks);
      List<String> real =
          passages(summary)
              .flatMap(passage -> passage.references().stream())
              .map(Reference::link)
              .toList();
      String rest = summary.markdown();
      for (String link : real) {
        rest = rest.replace(link, "");
      }
      assertThat(real).allMatch(link -> link.matches("\\[pp\\. [0-9–]+]\\(#chunk-[0-5]\\)"));
      assertThat(rest).doesNotContain("](").doesNotContainPattern("<[^ ]");
      assertThat(Markdown.links(summary.markdown()))
          .containsExactlyElementsOf(
              real.stream().map(link -> link.replaceAll(".*\\(|\\)", "")).toList());
      assertThat(rest.replaceAll("`[^`]*`", "")).doesNotContain("https:", "www.", "@");
    }
  }

  /** Whatever the model answers and how much of it, the range is kept. */
  @ParameterizedTest
  @CsvSource({
    "short,10",
    "short,90",
    "short,1000",
    "medium,10",
    "medium,90",
    "medium,1000",
    "long,10",
    "long,90",
    "long,1000"
  })
  void keepsToTheWantedLength(String length, int answered) {
    for (long seed = 0; seed < 20; seed++) {
      Random random = new Random(seed);
      List<ChunkSummary> chunks = stories(12, random);
      Options options = new Options(length, "auto", null);
      Summary summary = sources.compose(answer(answered, chunks, random), chunks, chunks, options);
      assertThat(passages(summary).mapToInt(passage -> Words.count(passage.text())).sum())
          .as("seed " + seed)
          .isBetween(options.words() * 4 / 5, options.words() * 6 / 5);
      assertThat(summary.markdown()).doesNotContain("- \n");
    }
  }

  @Test
  void oneEndlessSentenceIsCut() {
    for (String form : List.of("%s.", "- %s.", "Short. %s.", "- a b c.\n- %s.")) {
      Summary summary = compose(form.formatted("word and word, ".repeat(500)), CHUNKS);
      assertThat(passages(summary).mapToInt(passage -> Words.count(passage.text())).sum())
          .as(form)
          .isBetween(48, 72);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Word upon word is said. [1] ",
        "- A point is made. [2]\n",
        "One.\n\n",
        "word ",
        "言葉。"
      })
  void anEndlessAnswerTakesNoLongTime(String piece) {
    String answer = piece.repeat(600_000 / piece.length());
    Summary summary =
        Assertions.assertTimeout(Duration.ofSeconds(60), () -> compose(answer, CHUNKS));
    assertThat(passages(summary).mapToInt(passage -> Words.count(passage.text())).sum())
        .isBetween(48, 72);
  }

  @Test
  void whatComesInForLengthIsOfTheNotesAndNamesThem() {
    Summary summary = compose("# T\n\nThe miller repaired the broken wheel with oak.", CHUNKS);
    assertThat(summary.keyPoints()).isNotEmpty();
    for (Passage point : summary.keyPoints()) {
      assertThat(point.references()).hasSize(1);
      assertThat(CHUNKS.get(point.references().get(0).chunk()).text()).contains(point.text());
      assertThat(point.text()).doesNotContain("miller repaired");
    }
  }

  @Test
  void everyReferenceIsAChunkThatThereIsWithItsPages() {
    for (long seed = 0; seed < 100; seed++) {
      Random random = new Random(seed);
      List<ChunkSummary> chunks = stories(1 + random.nextInt(40), random);
      List<ChunkSummary> shown = random.nextBoolean() ? chunks : grouped(chunks, random);
      Summary summary =
          sources.compose(answer(20 + random.nextInt(300), chunks, random), shown, chunks, SHORT);
      assertThat(passages(summary))
          .as("seed " + seed)
          .isNotEmpty()
          .allSatisfy(
              passage ->
                  assertThat(passage.references())
                      .hasSizeBetween(1, 3)
                      .doesNotHaveDuplicates()
                      .isSubsetOf(chunks.stream().map(Reference::to).toList()));
    }
  }

  @Test
  void tenThousandChunksTakeNoLongTime() {
    List<ChunkSummary> chunks = stories(10_000, new Random(1));
    String answer = answer(140, chunks, new Random(2));
    Options options = new Options("medium", "auto", null);
    sources.compose(answer, chunks.subList(0, 2_000), chunks.subList(0, 2_000), options);
    Assertions.assertTimeout(
        Duration.ofSeconds(60),
        () -> sources.compose(answer, chunks.subList(0, 40), chunks, options));
  }

  private Summary compose(String answer, List<ChunkSummary> chunks) {
    return sources.compose(answer, chunks, chunks, SHORT);
  }

  private static Passage point(Summary summary, int index) {
    return summary.keyPoints().get(index);
  }

  private static int words(Summary summary) {
    return passages(summary).mapToInt(passage -> Words.count(passage.text())).sum();
  }

  private static Stream<Passage> passages(Summary summary) {
    return Stream.concat(summary.paragraphs().stream(), summary.keyPoints().stream());
  }

  private static List<ChunkSummary> chunks(String... texts) {
    return IntStream.range(0, texts.length)
        .mapToObj(i -> new ChunkSummary(i, 2 * i + 1, 2 * i + 2, texts[i]))
        .toList();
  }

  /** Chunks of ten sentences, of made up words. */
  private static List<ChunkSummary> stories(int count, Random random) {
    List<ChunkSummary> stories = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      StringBuilder story = new StringBuilder();
      for (int sentence = 0; sentence < 10; sentence++) {
        story.append("The ").append(word(random));
        for (int word = 4 + random.nextInt(10); word > 0; word--) {
          story.append(' ').append(word(random));
        }
        story.append(". ");
      }
      stories.add(new ChunkSummary(i, i / 2 + 1, i / 2 + 2, story.toString().strip()));
    }
    return stories;
  }

  private static String word(Random random) {
    String syllables = "karomitelunaposvedigu";
    return IntStream.range(0, 3)
        .mapToObj(i -> syllables.substring(2 * random.nextInt(10)).substring(0, 2))
        .collect(Collectors.joining());
  }

  private static List<ChunkSummary> grouped(List<ChunkSummary> chunks, Random random) {
    List<ChunkSummary> groups = new ArrayList<>();
    for (int from = 0; from < chunks.size(); ) {
      int to = Math.min(chunks.size(), from + 1 + random.nextInt(5));
      SummaryGroup group = new SummaryGroup(groups.size(), chunks.subList(from, to));
      groups.add(group.summary(chunks.get(to - 1).text()));
      from = to;
    }
    return groups;
  }

  /** Sentences of the chunks in an answer of about so many words, rightly and wrongly cited. */
  private static String answer(int words, List<ChunkSummary> chunks, Random random) {
    StringBuilder answer = new StringBuilder("# A title\n\n");
    for (int i = 0; Words.count(answer) < words; i++) {
      ChunkSummary chunk = chunks.get(random.nextInt(chunks.size()));
      List<String> sentences = Sentences.of(chunk.text());
      int cited = random.nextInt(3) == 0 ? random.nextInt(99) : chunk.index() + 1;
      answer
          .append(i < 3 ? "" : i == 3 ? "\n\n- " : "\n- ")
          .append(sentences.get(random.nextInt(sentences.size())).strip())
          .append(random.nextInt(4) == 0 ? " " : " [" + cited + "] ");
    }
    return answer.toString();
  }
}
