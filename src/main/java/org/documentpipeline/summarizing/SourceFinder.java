package org.documentpipeline.summarizing;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Finds the chunks that a passage rests on. What the model cites counts only when it was shown and
 * the chunk's own summary bears it out; where nothing is left, the likest chunk takes its place,
 * and where none is like it at all there is no reference.
 */
final class SourceFinder {

  private static final int MOST = 3;

  /** Below this share of the best chunk's likeness a cited chunk does not bear the passage out. */
  private static final double SUPPORT = 0.25;

  /** A best chunk that is less like the passage than this proves nothing against another one. */
  private static final double CLEAR = 0.15;

  /** A likeness below this is an accident: a common word, a number. */
  private static final double LEAST = 0.03;

  /** Of a group, the second chunk counts too when it is nearly as like the passage as the first. */
  private static final double NEARLY = 0.8;

  private final List<ChunkSummary> chunks;
  private final Map<Integer, ChunkSummary> shown = new HashMap<>();
  private SourceIndex index;

  /**
   * Takes what the model was shown, chunks or groups of them, and the summaries of all chunks, in
   * order.
   */
  SourceFinder(List<ChunkSummary> shown, List<ChunkSummary> chunks) {
    this.chunks = chunks;
    shown.forEach(summary -> this.shown.put(summary.index() + 1, summary));
  }

  /** At most three, in the order of the document. */
  List<Reference> references(Cited passage) {
    if (chunks.size() <= 1) {
      return chunks.stream().map(Reference::to).toList();
    }
    double[] similarity = index().similarity(passage.text());
    int best = best(similarity, 0, similarity.length, -1);
    TreeSet<Integer> found = new TreeSet<>();
    for (Cited.Citation citation : passage.citations()) {
      ChunkSummary cited = shown.get(citation.number());
      if (cited != null) {
        addMembers(cited, similarity, found);
      }
    }
    boolean unsupported =
        similarity[best] >= CLEAR
            && found.removeIf(chunk -> similarity[chunk] < SUPPORT * similarity[best]);
    if (unsupported || found.isEmpty() && similarity[best] >= LEAST) {
      found.add(best);
    }
    return found.stream()
        .sorted(Comparator.comparingDouble(chunk -> -similarity[chunk]))
        .limit(MOST)
        .sorted()
        .map(chunk -> Reference.to(chunks.get(chunk)))
        .toList();
  }

  /** The chunk itself; of a group, whose summary can be of any of its chunks, the likest. */
  private void addMembers(ChunkSummary cited, double[] similarity, TreeSet<Integer> found) {
    int from = position(cited.index());
    int to = position(cited.lastIndex() + 1);
    if (!cited.isOfGroup()) {
      IntStream.range(from, to).forEach(found::add);
      return;
    }
    int first = best(similarity, from, to, -1);
    if (first < 0 || similarity[first] < LEAST) {
      return;
    }
    found.add(first);
    int second = best(similarity, from, to, first);
    if (second >= 0 && similarity[second] >= NEARLY * similarity[first]) {
      found.add(second);
    }
  }

  /** Where the chunk of this index, or the next one there is, stands in the list. */
  private int position(int chunk) {
    int low = 0;
    int high = chunks.size();
    while (low < high) {
      int middle = (low + high) / 2;
      if (chunks.get(middle).index() < chunk) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static int best(double[] similarity, int from, int to, int without) {
    int best = -1;
    for (int i = from; i < to; i++) {
      if (i != without && (best < 0 || similarity[i] > similarity[best])) {
        best = i;
      }
    }
    return best;
  }

  private SourceIndex index() {
    if (index == null) {
      index =
          new SourceIndex(
              chunks.stream().map(chunk -> chunk.text() == null ? "" : chunk.text()).toList());
    }
    return index;
  }
}
