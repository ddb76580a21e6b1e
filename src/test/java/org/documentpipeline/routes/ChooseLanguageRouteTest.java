package org.documentpipeline.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.documentpipeline.routes.FakeDatabase.row;

import org.apache.camel.Exchange;
import org.documentpipeline.summarizing.Options;
import org.junit.jupiter.api.Test;

class ChooseLanguageRouteTest extends RouteTest {

  ChooseLanguageRouteTest() {
    super("worker/choose-language");
  }

  @Test
  void theOptionsSayWhatLanguageTheDocumentIsIn() throws Exception {
    database
        .on("sample-text")
        .gives(
            row(
                "text",
                "Le rapport est sur la ville et ses habitants.",
                "title",
                "La ville \"2\", ${body}"));
    Exchange done = choose(new Options("short", "auto", "la ville"));
    assertThat(done.getException()).isNull();
    assertThat(done.getVariable("options"))
        .isEqualTo(new Options("short", "auto", "la ville", "fr", "La ville \"2\", ${body}"));
    assertThat(database.call("sample-text").parameters())
        .containsEntry("documentId", ID)
        .containsEntry("token", TOKEN);
    assertThat(database.queries()).containsExactly("sample-text");
    assertThat(announced()).isEmpty();
  }

  @Test
  void aTextWithoutAnyWordLeavesItOpen() throws Exception {
    database.on("sample-text").gives(row("text", null, "title", null));
    Exchange done = choose(new Options("short", "auto", null));
    assertThat(done.getException()).isNull();
    assertThat(done.getVariable("options", Options.class).detected()).isNull();
  }

  @Test
  void aDocumentThatIsNoLongerOursStopsHere() throws Exception {
    database.on("sample-text").gives();
    assertLeaseLost(choose(new Options("short", "auto", null)));
  }

  private Exchange choose(Options options) {
    return call(
        "choose-language",
        exchange -> {
          exchange.setVariable("documentId", ID);
          exchange.setVariable("token", TOKEN);
          exchange.setVariable("options", options);
        });
  }
}
