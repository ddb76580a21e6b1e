package org.documentpipeline.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a crash in the middle of the work costs, and what the reader of a page sees of it. */
class RecoveryIT extends InBrowser {

  private static final String NAME = "killed.pdf";
  private static final int SAVED = 5;

  @Test
  void aKilledProcessGoesOnWithWhatItHadSavedInFrontOfItsReader() throws Exception {
    requestsFail();
    model.answerOnly(SAVED);
    String id = uploadAndOpen(NAME, Samples.pdf());
    assertDone(SAVED);
    int total = chunks().count();
    String accepted =
        Api.accepted(api.paste("accepted.txt", "It was accepted just before the end."));
    product.kill();
    assertThatThePageWaits();
    product.start();
    assertConnection("live");
    model.answerEverything();

    assertSummary();
    assertThat(chunks()).hasCount(total);
    assertDone(total);
    Locator item = page.getByTestId("document-item");
    assertThat(item.filter(new Locator.FilterOptions().setHasText(NAME))).containsText("Done");
    assertThatNothingWasLostOrRepeated(id);
    assertThat(api.awaitStatus(accepted, "completed").get("summary").asText()).isNotBlank();
  }

  private void assertThatThePageWaits() {
    assertConnection("waiting");
    assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Try now")))
        .isVisible();
    assertDone(SAVED);
  }

  private void assertThatNothingWasLostOrRepeated(String id) {
    JsonNode document = api.awaitStatus(id, "completed");
    assertThat(document.get("attempt").asInt()).isEqualTo(1);
    assertThat(document.get("chunks"))
        .allSatisfy(chunk -> assertThat(chunk.get("summary").asText()).isNotBlank());
    assertThat(model.repeated()).isLessThanOrEqualTo(Product.CONCURRENCY);

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
