package org.documentpipeline.summarizing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
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

  /**
   * Names what goes in (SHA-256 of numbers, pages and texts): the same members give the same name.
   */
  public String fingerprint() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (ChunkSummary summary : summaries) {
        String head =
            summary.index()
                + "|"
                + summary.firstPage()
                + "|"
                + summary.lastPage()
                + "|"
                + summary.text().length()
                + "|";
        digest.update(head.getBytes(StandardCharsets.UTF_8));
        digest.update(summary.text().getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every JDK has it
    }
  }

  /** What stands for the group on the next level, when {@code text} is its summary. */
  public ChunkSummary summary(String text) {
    ChunkSummary first = summaries.get(0);
    Integer lastPage = summaries.get(summaries.size() - 1).lastPage();
    return new ChunkSummary(first.index(), first.firstPage(), lastPage, text);
  }
}
