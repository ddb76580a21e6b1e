package org.documentpipeline.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a crash in the middle of the work costs. */
class RecoveryIT {

  private static final int SAVED = 5;

  private final Product product = Product.shared();
  private final Api api = product.api();
  private final ModelServer model = product.model();

  @BeforeEach
  void calm() {
    product.calm();
  }

  @Test
  void aKilledProcessGoesOnWithWhatItHadSaved() throws Exception {
    model.answerOnly(SAVED);
    String id = api.accept("killed.pdf", Samples.pdf());
    api.awaitChunks(id, SAVED);
    String accepted =
        Api.accepted(api.paste("accepted.txt", "It was accepted just before the end."));
    product.kill();
    model.answerEverything();
    product.start();

    JsonNode document = api.awaitStatus(id, "completed");
    assertThat(document.get("attempt").asInt()).isEqualTo(1);
    assertThat(document.get("chunks"))
        .allSatisfy(chunk -> assertThat(chunk.get("summary").asText()).isNotBlank());
    assertThat(model.repeated()).isLessThanOrEqualTo(Product.CONCURRENCY);
    assertThat(api.awaitStatus(accepted, "completed").get("summary").asText()).isNotBlank();

    List<JsonNode> events = api.events(id);
    assertThat(events.stream().map(event -> event.get("seq").asInt()))
        .isEqualTo(IntStream.rangeClosed(1, events.size()).boxed().toList());
    JsonNode resumed =
        events.stream()
            .filter(event -> event.get("type").asText().equals("resumed"))
            .findFirst()
            .orElseThrow();
    assertThat(resumed.at("/data/chunksDone").asInt()).isEqualTo(SAVED);
    assertThat(resumed.at("/data/chunksTotal").asInt()).isEqualTo(document.get("chunks").size());
    assertThat(
            events.stream()
                .filter(event -> event.get("type").asText().equals("chunk-summarized"))
                .map(event -> event.at("/data/index").asInt()))
        .doesNotHaveDuplicates()
        .hasSize(document.get("chunks").size());
    assertThat(
            events.stream()
                .map(event -> event.get("type").asText() + " " + event.get("stage").asText())
                .filter(event -> event.startsWith("stage-started")))
        .doesNotHaveDuplicates();
  }
}
