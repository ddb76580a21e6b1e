package org.documentpipeline.summarizing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SummaryAggregationTest {

  private final DefaultCamelContext camel = new DefaultCamelContext();
  private final CountDownLatch lastIsDone = new CountDownLatch(1);
  private int attempts;

  @BeforeEach
  void start() throws Exception {
    camel.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            errorHandler(noErrorHandler());
            for (boolean stop : new boolean[] {true, false}) {
              for (boolean streaming : new boolean[] {true, false}) {
                var split =
                    from("direct:" + stop + streaming).split(body(), new SummaryAggregation());
                (streaming ? split.streaming() : split)
                    .parallelProcessing()
                    .stopOnException(stop)
                    .synchronous()
                    .process(SummaryAggregationTest.this::summarize)
                    .end();
              }
            }
            from("direct:retry")
                .errorHandler(defaultErrorHandler().maximumRedeliveries(2).redeliveryDelay(0))
                .split(body(), new SummaryAggregation())
                .stopOnException()
                .process(
                    exchange -> {
                      if (attempts++ == 0) {
                        throw new IllegalStateException("once");
                      }
                      exchange
                          .getIn()
                          .setBody(
                              new ChunkSummary(
                                  exchange.getIn().getBody(Integer.class), null, null, "a"));
                    })
                .end();
          }
        });
    camel.start();
  }

  @AfterEach
  void stop() {
    camel.stop();
  }

  @Test
  void partsComeInTheOrderOfTheirIndexThoughTheFirstEndsLast() {
    List<Integer> parts = IntStream.range(0, 9).boxed().toList();
    Exchange result = send("direct:truetrue", parts);
    assertThat(summaries(result)).extracting(ChunkSummary::index).isEqualTo(parts);
    assertThat(result.getProperty(Exchange.SPLIT_INDEX)).isNull();
    assertThat(result.getIn().getHeader("kept")).isEqualTo("yes");
    assertThat(result.getVariable("document")).isEqualTo("it");
  }

  @Test
  void aPartThatEndedQuietlyAddsNothing() {
    assertThat(summaries(send("direct:truefalse", List.of(0, 100, 1, 101, 2))))
        .extracting(ChunkSummary::index)
        .containsExactly(0, 1, 2);
    assertThat(summaries(send("direct:truefalse", List.of(100)))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"truetrue", "truefalse", "falsetrue", "falsefalse"})
  void aFailedPartStopsTheSplit(String route) {
    for (List<Integer> parts : List.of(List.of(-1, 1), List.of(1, -1), List.of(1, 2, -1, 3))) {
      assertThatThrownBy(() -> camel.createProducerTemplate().requestBody("direct:" + route, parts))
          .isInstanceOf(CamelExecutionException.class)
          .rootCause()
          .hasMessage("part failed");
    }
  }

  @Test
  void aPartThatWentWellAtTheSecondTryCounts() {
    assertThat(summaries(send("direct:retry", List.of(0, 1)))).hasSize(2);
    assertThat(attempts).isEqualTo(3);
  }

  @Test
  void tenThousandPartsInReverseAreSoonInOrder() {
    SummaryAggregation aggregation = new SummaryAggregation();
    Exchange collected = null;
    for (int i = 9_999; i >= 0; i--) {
      Exchange part = new org.apache.camel.support.DefaultExchange(camel);
      part.getIn().setBody(new ChunkSummary(i, null, null, ""));
      collected = aggregation.aggregate(collected, part, part);
    }
    assertThat(summaries(collected))
        .extracting(ChunkSummary::index)
        .isEqualTo(IntStream.range(0, 10_000).boxed().toList());
  }

  private Exchange send(String uri, List<Integer> parts) {
    return camel
        .createProducerTemplate()
        .request(
            uri,
            exchange -> {
              exchange.getIn().setBody(new ArrayList<>(parts));
              exchange.getIn().setHeader("kept", "yes");
              exchange.setVariable("document", "it");
            });
  }

  @SuppressWarnings("unchecked")
  private static List<ChunkSummary> summaries(Exchange result) {
    if (result.getException() != null) {
      throw new AssertionError(result.getException());
    }
    return result.getMessage().getBody(List.class);
  }

  /** Of a list of nine, the first part ends after the last has. */
  private void summarize(Exchange exchange) throws InterruptedException {
    int index = exchange.getIn().getBody(Integer.class);
    if (index == 8) {
      lastIsDone.countDown();
    }
    if (index == 0 && exchange.getProperty(Exchange.SPLIT_SIZE) == null) {
      lastIsDone.await(10, TimeUnit.SECONDS);
    }
    if (index < 0) {
      throw new IllegalStateException("part failed");
    }
    exchange
        .getIn()
        .setBody(index >= 100 ? null : new ChunkSummary(index, null, null, "text " + index));
  }
}
