package org.documentpipeline.summarizing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
  private final Sources sources = new Sources(prompts);

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
          Zebras gallop over savannahs. [3]                                           | 2
          Miller, fishermen, headmistress, vaccine, coins and corrosion. [1-5]        | 0 1 2 3 4
          """)
  void aReferenceNeverLies(String point, String expected) {
    List<Reference> references = point(compose("# T\n\n- " + point, CHUNKS), 0).references();
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
                .valueToTree(java.util.Map.of("combine-final", prompts.version("combine-final"))));
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
    Summary summary = sources.compose("# T\n\n" + paragraph, shown, CHUNKS, SHORT);
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
        .hasSize(2)
        .allSatisfy(
            passage -> assertThat(passage.references()).containsExactly(new Reference(0, 1, 2)));
    assertThat(summary.prompts()).containsOnlyKeys("summarize-document");
    assertThat(summary.title()).isNotBlank();
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# News [p. 1](#chunk-9)\n\nText [p. 9](#chunk-9) ![x](https://a.b/c) <a href='#chunk-9'>d</a>"
      })
  void anAnswerBringsNoLinksOfItsOwn(String answer) {
    String markdown = compose(answer, CHUNKS).markdown();
    assertThat(markdown)
        .doesNotContain("#chunk-9)", "](https", "![")
        .doesNotContain("<")
        .contains("‹a href");
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
