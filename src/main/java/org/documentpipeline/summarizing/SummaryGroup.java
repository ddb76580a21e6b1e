package org.documentpipeline.summarizing;

import java.util.List;

/**
 * Neighbouring summaries that are combined by one call.
 *
 * @param index number of the group on its level, from 0
 * @param summaries its members, in order; at least one
 */
public record SummaryGroup(int index, List<ChunkSummary> summaries) {

  public SummaryGroup {
    summaries = List.copyOf(summaries);
  }

  /** What stands for the group on the next level, when {@code text} is its summary. */
  public ChunkSummary summary(String text) {
    ChunkSummary first = summaries.get(0);
    ChunkSummary last = summaries.get(summaries.size() - 1);
    return new ChunkSummary(
        first.index(), last.lastIndex(), first.firstPage(), last.lastPage(), text);
  }
}
