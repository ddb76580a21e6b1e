package org.documentpipeline.summarizing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.camel.AggregationStrategy;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultExchange;
import org.springframework.stereotype.Component;

/**
 * Collects the summaries of a split's parts, one or a list each, into a list in order of their
 * index. A part that ended quietly (any other body) adds nothing.
 *
 * <p>The list travels in an exchange of its own, not in that of a part: a part's exchange would
 * carry its state back into the document's, among it {@code CamelSplitIndex}, a failure handled on
 * the way, and the route-stop flag.
 *
 * <p>Failures: with {@code stopOnException} Camel's MulticastProcessor ends the split with the
 * first failed part, which never comes here; a part whose error handler has handled its failure,
 * and one that ended with {@code stop}, end it too. Without that option a failed part does come
 * here and would be forgotten, so its failure is thrown again: the processor ends the split with
 * whatever the strategy throws. {@code CamelExceptionCaught} says nothing: it stays set after a
 * retry that went well.
 */
@Component
public class SummaryAggregation implements AggregationStrategy {

  @Override
  public Exchange aggregate(Exchange oldExchange, Exchange newExchange) {
    return aggregate(oldExchange, newExchange, newExchange);
  }

  /**
   * Adds the part to the list; constant time when single ones come in order, linear for a list.
   * Throws what made the part fail.
   */
  @Override
  public Exchange aggregate(Exchange collected, Exchange part, Exchange input) {
    if (part.getException() != null) {
      throw part.getException() instanceof RuntimeException failure
          ? failure
          : new IllegalStateException(part.getException());
    }
    Exchange result = collected == null ? start(input) : collected;
    add(part.getMessage().getBody(), list(result));
    return result;
  }

  private static Exchange start(Exchange input) {
    Exchange result = new DefaultExchange(input.getContext(), input.getPattern());
    result.getIn().setHeaders(input.getIn().getHeaders());
    result.getIn().setBody(new ArrayList<ChunkSummary>());
    return result;
  }

  private static void add(Object found, List<ChunkSummary> all) {
    if (found instanceof ChunkSummary summary) {
      insert(all, summary);
    } else if (found instanceof List<?> lane) {
      lane.forEach(summary -> all.add((ChunkSummary) summary));
      all.sort(Comparator.comparingInt(ChunkSummary::index)); // runs in order are merged
    }
  }

  @SuppressWarnings("unchecked")
  private static List<ChunkSummary> list(Exchange result) {
    return result.getIn().getBody(List.class);
  }

  private static void insert(List<ChunkSummary> list, ChunkSummary summary) {
    int at = list.size();
    while (at > 0 && list.get(at - 1).index() > summary.index()) {
      at--;
    }
    list.add(at, summary);
  }
}
