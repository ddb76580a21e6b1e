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

class SummaryTreeTest {

  private static final TokenCounter TOKENS = new O200kTokenCounter();

  @Test
  void everyGroupFitsHasCompanyAndNothingIsLost() {
    for (long seed = 0; seed < 200; seed++) {
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
        assertThat(TOKENS.count(Request.summaries(group.summaries())))
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
        groups.stream().map(group -> TOKENS.count(Request.summaries(group.summaries()))).toList();
    assertThat(sizes).hasSizeGreaterThan(2).allSatisfy(size -> assertThat(size).isGreaterThan(400));
  }

  @Test
  void aGroupKeepsItsPages() {
    ChunkSummary first = new ChunkSummary(4, 7, 8, "a");
    ChunkSummary last = new ChunkSummary(5, 8, 12, "b");
    SummaryGroup group = new SummaryGroup(0, List.of(first, last));
    assertThat(group.summary("both")).isEqualTo(new ChunkSummary(4, 7, 12, "both"));
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
