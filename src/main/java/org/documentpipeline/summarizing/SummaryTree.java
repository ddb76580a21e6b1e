package org.documentpipeline.summarizing;

import java.util.ArrayList;
import java.util.List;
import org.documentpipeline.chunking.LongText;
import org.documentpipeline.chunking.Sentences;
import org.documentpipeline.chunking.TokenCounter;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Combines many summaries level by level: neighbours form groups that fit into the model's window,
 * each group becomes one summary, until all that is left is one group. Every group has two members
 * or more, so a level has at most half as many summaries as the one before, whatever the model
 * answers.
 */
@Component
public class SummaryTree {

  /** A summary takes at most this part of the window, so that any three fit together. */
  private static final int SHARE = 3;

  /** Tokens of a label, with pages, and the line ends around it. */
  private static final int LABEL_TOKENS = 16;

  private final int window;
  private final TokenCounter counter;

  @Autowired
  public SummaryTree(ModelWindow window, TokenCounter counter) {
    this(window.combineTokens(), counter);
  }

  /** Throws ModelSettingsException when the window is less than 200 tokens. */
  public SummaryTree(int window, TokenCounter counter) {
    if (window < ModelWindow.LEAST_COMBINE) {
      throw new ModelSettingsException(
          "PIPELINE_COMBINE_TOKENS is %d; it must be at least %d."
              .formatted(window, ModelWindow.LEAST_COMBINE));
    }
    this.window = window;
    this.counter = counter;
  }

  /** A summary as the tree takes it, from the columns of a row; pages may be null. */
  public ChunkSummary summary(String text, int index, Integer firstPage, Integer lastPage) {
    return new ChunkSummary(index, firstPage, lastPage, text);
  }

  /** What stands for a group on the next level. */
  public ChunkSummary summary(String text, SummaryGroup group) {
    return group.summary(text);
  }

  /**
   * Whether all fit into one call, so that the final combine is next. True for none, one and two.
   * Looks at no more of them than fit.
   */
  public boolean isOneGroup(List<ChunkSummary> summaries) {
    int tokens = 0;
    for (int i = 0; summaries.size() > 2 && i < summaries.size() && tokens <= window; i++) {
      tokens += tokens(cut(summaries.get(i)));
    }
    return tokens <= window;
  }

  /** The opposite: a level of groups has to come before the final combine. */
  public boolean needsLevel(List<ChunkSummary> summaries) {
    return !isOneGroup(summaries);
  }

  /**
   * What the final call gets when all fit into it: every summary, as short as it has to be. Throws
   * IllegalArgumentException when they need a level of groups before.
   */
  public List<ChunkSummary> last(List<ChunkSummary> summaries) {
    List<SummaryGroup> groups = groups(summaries);
    if (groups.size() > 1) {
      throw new IllegalArgumentException(summaries.size() + " summaries are too many for one call");
    }
    return groups.isEmpty() ? List.of() : groups.get(0).summaries();
  }

  /**
   * The groups of the next level, in order; together they hold every summary once. The tokens of a
   * group, labels counted, are at most the window. Summaries of more than a third of the window are
   * cut behind a sentence. Linear time.
   */
  public List<SummaryGroup> groups(List<ChunkSummary> summaries) {
    List<ChunkSummary> cut = new ArrayList<>(summaries.size());
    int[] tokens = new int[summaries.size()];
    long total = 0;
    for (int i = 0; i < tokens.length; i++) {
      cut.add(cut(summaries.get(i)));
      tokens[i] = tokens(cut.get(i));
      total += tokens[i];
    }
    return pack(cut, tokens, total);
  }

  /**
   * Fills groups evenly: each aims at an equal part of what is left, and never leaves a single one
   * behind.
   */
  private List<SummaryGroup> pack(List<ChunkSummary> summaries, int[] tokens, long total) {
    List<SummaryGroup> groups = new ArrayList<>();
    long left = total;
    for (int from = 0; from < tokens.length; ) {
      double aim = left / Math.ceil(1.0 * left / window);
      int sum = tokens[from];
      int to = from + 1;
      while (to < tokens.length
          && sum + tokens[to] <= window
          && (to - from < 2 || to == tokens.length - 1 || sum + tokens[to] / 2 <= aim)) {
        sum += tokens[to++];
      }
      if (to == tokens.length - 1 && to - from > 2) {
        sum -= tokens[--to];
      }
      groups.add(new SummaryGroup(groups.size(), summaries.subList(from, to)));
      left -= sum;
      from = to;
    }
    return groups;
  }

  private int tokens(ChunkSummary summary) {
    return LABEL_TOKENS + counter.count(summary.text());
  }

  /** The summary as the model will see it, no longer than its share of the window. */
  private ChunkSummary cut(ChunkSummary summary) {
    int most = window / SHARE - LABEL_TOKENS;
    String text = UntrustedText.cleanUnlabelled(summary.text());
    // No text has more tokens than bytes, and no character more than three bytes a UTF-16 unit.
    if (3 * text.length() <= most || counter.count(text) <= most) {
      return summary.with(text);
    }
    StringBuilder kept = new StringBuilder();
    int tokens = 0;
    for (String sentence : Sentences.of(text)) {
      tokens += counter.count(sentence);
      if (tokens > most) {
        break;
      }
      kept.append(sentence);
    }
    String start = kept.isEmpty() ? LongText.split(text, most, counter).get(0) : kept.toString();
    return summary.with(start.strip());
  }
}
