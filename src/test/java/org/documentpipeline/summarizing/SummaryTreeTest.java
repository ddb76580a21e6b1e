package org.documentpipeline.summarizing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.documentpipeline.chunking.O200kTokenCounter;
import org.documentpipeline.chunking.TokenCounter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SummaryTreeTest {

  private static final TokenCounter TOKENS = new O200kTokenCounter();

  @Test
  void everyGroupFitsHasCompanyAndNothingIsLost() {
    for (long seed = 0; seed < 60; seed++) {
      Random random = new Random(seed);
      int window = 200 + random.nextInt(2000);
      List<ChunkSummary> summaries = summaries(random.nextInt(200), random);
      List<SummaryGroup> groups = new SummaryTree(window, TOKENS).groups(summaries);
      String why = "seed " + seed;

      List<Integer> indexes = new ArrayList<>();
      for (SummaryGroup group : groups) {
        assertThat(group.index()).as(why).isEqualTo(groups.indexOf(group));
        assertThat(group.summaries().size())
            .as(why)
            .isGreaterThanOrEqualTo(Math.min(2, summaries.size()));
        assertThat(TOKENS.count(Request.summaries(null, group.summaries())))
            .as(why)
            .isLessThanOrEqualTo(window);
        group.summaries().forEach(summary -> indexes.add(summary.index()));
      }
      assertThat(indexes).as(why).isEqualTo(summaries.stream().map(ChunkSummary::index).toList());
    }
  }

  @ParameterizedTest
  @CsvSource({"1,0", "2,0", "40,1", "10000,9"})
  void depthIsLogarithmicThoughTheModelNeverShortens(int count, int mostLevels) {
    SummaryTree tree = new SummaryTree(500, TOKENS);
    List<ChunkSummary> level = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      level.add(
          new ChunkSummary(
              i, i, i, "Word upon word is said here, and so on. ".repeat(count < 5 ? 2 : 5)));
    }
    int levels = 0;
    while (tree.needsLevel(level)) {
      int before = level.size();
      List<ChunkSummary> next = new ArrayList<>();
      for (SummaryGroup group : tree.groups(level)) {
        StringBuilder all = new StringBuilder();
        group.summaries().forEach(summary -> all.append(summary.text()).append(' '));
        next.add(group.summary(all.toString()));
      }
      level = next;
      assertThat(level.size()).isLessThanOrEqualTo((before + 1) / 2);
      levels++;
    }
    // With a model that repeats all it is given, every summary soon takes a third of the window:
    // three in a group.
    assertThat(levels).isLessThanOrEqualTo(count == 40 ? 4 : mostLevels);
    assertThat(tree.isOneGroup(level)).isTrue();
  }

  /** The model says again all it was shown, as long as that is: the worst that can happen. */
  @ParameterizedTest
  @CsvSource({"1,8000,1,0", "3,8000,1,0", "10000,8000,250,5", "1000,2000,100,6"})
  void tenThousandChunksNeverOverflowThoughTheModelEchoes(
      int count, int window, int mostCalls, int mostLevels) {
    SummaryTree tree = new SummaryTree(window, TOKENS);
    Random random = new Random(count);
    List<ChunkSummary> level = summaries(count, random);
    int calls = 0;
    int levels = 0;
    while (tree.needsLevel(level)) {
      List<ChunkSummary> next = new ArrayList<>();
      for (SummaryGroup group : tree.groups(level)) {
        next.add(tree.summary(echo(group.summaries(), window), group));
        calls++;
      }
      assertThat(next.get(0).index()).isZero();
      assertThat(next.get(next.size() - 1).lastIndex()).isEqualTo(count - 1);
      level = next;
      levels++;
    }
    echo(tree.last(level), window);
    calls++;
    assertThat(calls).isLessThanOrEqualTo(mostCalls);
    assertThat(levels).isLessThanOrEqualTo(mostLevels);
  }

  private static String echo(List<ChunkSummary> asked, int window) {
    String request = Request.summaries(null, asked);
    assertThat(TOKENS.count(request)).isLessThanOrEqualTo(window);
    return request;
  }

  @Test
  void theLastCallFitsHoweverLongTheAnswersWere() {
    SummaryTree tree = new SummaryTree(8000, TOKENS);
    List<ChunkSummary> endless =
        List.of(
            new ChunkSummary(0, 4, 1, 9, "The answer goes on and on. ".repeat(16_000)),
            new ChunkSummary(5, 9, 10, 20, "x y ".repeat(50_000)));
    assertThat(tree.isOneGroup(endless)).isTrue();
    List<ChunkSummary> last = tree.last(endless);
    assertThat(TOKENS.count(Request.summaries(null, last))).isBetween(4000, 8000);
    assertThat(last).extracting(ChunkSummary::lastIndex).containsExactly(4, 9);
    assertThat(tree.last(List.of())).isEmpty();
    assertThatThrownBy(() -> tree.last(summaries(500, new Random(1))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<", ">", "\uff1c", "[1] ", "<|", "a<<<b>>>", "\n[9] x"})
  void whatGrowsWhenItIsCleanedFitsToo(String hostile) {
    SummaryTree tree = new SummaryTree(600, TOKENS);
    List<ChunkSummary> summaries = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      summaries.add(new ChunkSummary(i, null, null, hostile.repeat(3000)));
    }
    assertThat(TOKENS.count(Request.summaries(null, tree.last(summaries))))
        .isLessThanOrEqualTo(600);
  }

  @Test
  void oneGroupIsWhatTheGroupsSay() {
    for (long seed = 0; seed < 100; seed++) {
      Random random = new Random(seed);
      SummaryTree tree = new SummaryTree(200 + random.nextInt(2000), TOKENS);
      List<ChunkSummary> summaries = summaries(random.nextInt(30), random);
      assertThat(tree.isOneGroup(summaries))
          .as("seed " + seed)
          .isEqualTo(tree.groups(summaries).size() <= 1);
    }
  }

  @Test
  void aSummaryTooLongIsCutBehindASentence() {
    String text = "This sentence is of some length. ".repeat(200);
    List<SummaryGroup> groups =
        new SummaryTree(300, TOKENS)
            .groups(
                List.of(
                    new ChunkSummary(0, null, null, text),
                    new ChunkSummary(1, null, null, "x".repeat(3000))));
    assertThat(groups).hasSize(1);
    assertThat(groups.get(0).summaries().get(0).text())
        .endsWith("length.")
        .hasSizeBetween(200, 600);
    assertThat(groups.get(0).summaries().get(1).text()).matches("x{50,}");
  }

  @Test
  void evenlyFilled() {
    List<SummaryGroup> groups = new SummaryTree(1000, TOKENS).groups(summaries(41, new Random(7)));
    List<Integer> sizes =
        groups.stream()
            .map(group -> TOKENS.count(Request.summaries(null, group.summaries())))
            .toList();
    assertThat(sizes).hasSizeGreaterThan(2).allSatisfy(size -> assertThat(size).isGreaterThan(400));
  }

  @Test
  void aGroupKeepsItsPages() {
    ChunkSummary first = new ChunkSummary(4, 7, 8, "a");
    ChunkSummary last = new ChunkSummary(5, 8, 12, "b");
    SummaryGroup group = new SummaryGroup(0, List.of(first, last));
    assertThat(group.summary("both")).isEqualTo(new ChunkSummary(4, 5, 7, 12, "both"));
  }

  @Test
  void emptyAndTooSmall() {
    SummaryTree tree = new SummaryTree(200, TOKENS);
    assertThat(tree.groups(List.of())).isEmpty();
    assertThat(tree.isOneGroup(List.of())).isTrue();
    assertThat(
            tree.groups(List.of(new ChunkSummary(0, null, null, null)))
                .get(0)
                .summaries()
                .get(0)
                .text())
        .isEmpty();
    assertThatThrownBy(() -> new SummaryTree(199, TOKENS))
        .isInstanceOf(ModelSettingsException.class)
        .hasMessageContaining("PIPELINE_COMBINE_TOKENS");
  }

  private static List<ChunkSummary> summaries(int count, Random random) {
    List<ChunkSummary> summaries = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      summaries.add(
          new ChunkSummary(
              i, i + 1, i + 2, "Some words of no weight. ".repeat(random.nextInt(30))));
    }
    return summaries;
  }
}
