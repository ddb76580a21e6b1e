package org.documentpipeline.summarizing;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.documentpipeline.chunking.Sentences;

/**
 * Finds the chunks that a passage rests on, sentence by sentence. What the model cites counts only
 * when it was shown and the chunk's own summary bears it out; where nothing is left, the likest
 * chunk takes its place, and where none is like it at all there is no reference. Words of another
 * language can not tell what bears them out: there a chunk counts as long as none is clearly
 * likelier.
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
  private final boolean comparable;
  private final Map<Integer, ChunkSummary> shown = new HashMap<>();
  private final SourceIndex index;

  /**
   * Takes what the model was shown, chunks or groups of them, and the summaries of all chunks, in
   * order.
   *
   * @param comparable whether the passages can be in the language of the summaries
   */
  SourceFinder(List<ChunkSummary> shown, List<ChunkSummary> chunks, boolean comparable) {
    this.chunks = chunks;
    this.comparable = comparable;
    this.index = chunks.size() > 1 ? SourceIndex.of(chunks) : null;
    shown.forEach(summary -> this.shown.put(summary.index() + 1, summary));
  }

  /** At most three, in the order of the document. */
  List<Reference> references(Cited passage) {
    if (chunks.size() <= 1) {
      return chunks.stream().map(Reference::to).toList();
    }
    Map<Integer, Double> found = new TreeMap<>();
    passage.segments().forEach(segment -> addSources(segment, found));
    return found.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .limit(MOST)
        .map(Map.Entry::getKey)
        .sorted()
        .map(chunk -> Reference.to(chunks.get(chunk)))
        .toList();
  }

  private void addSources(Cited.Segment segment, Map<Integer, Double> found) {
    List<double[]> sentences =
        Sentences.of(segment.text()).stream().map(index::similarity).toList();
    double[] likeness = new double[chunks.size()];
    Arrays.setAll(likeness, i -> sentences.stream().mapToDouble(each -> each[i]).max().orElse(0));
    List<double[]> clear = sentences.stream().filter(each -> each[best(each)] >= CLEAR).toList();
    Set<Integer> sources = new HashSet<>();
    for (int number : segment.numbers()) {
      addMembers(shown.get(number), likeness, sources);
    }
    boolean unsupported = sources.removeIf(chunk -> isUnlike(chunk, likeness[chunk], clear));
    if (segment.numbers().isEmpty()) {
      clear.forEach(each -> sources.add(best(each)));
    }
    if ((sources.isEmpty() || unsupported) && likeness[best(likeness)] >= LEAST) {
      sources.add(best(likeness));
    }
    sources.forEach(chunk -> found.merge(chunk, likeness[chunk], Math::max));
  }

  /**
   * Whether the words speak against a chunk: it is like none of them, or others are far likelier.
   */
  private boolean isUnlike(int chunk, double likeness, List<double[]> clear) {
    return comparable && likeness < LEAST
        || !clear.isEmpty()
            && clear.stream().allMatch(each -> each[chunk] < SUPPORT * each[best(each)]);
  }

  /** The chunk itself; of a group, whose summary can be of any of its chunks, the likest. */
  private void addMembers(ChunkSummary cited, double[] similarity, Set<Integer> found) {
    if (cited == null) {
      return;
    }
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

  private static int best(double[] similarity) {
    return best(similarity, 0, similarity.length, -1);
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
}
