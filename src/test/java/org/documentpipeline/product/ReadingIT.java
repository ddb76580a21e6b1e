package org.documentpipeline.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** From a summary back to what it rests on. */
class ReadingIT extends InBrowser {

  @Test
  void aPartOpensTheTextThatItComesFrom() {
    byte[] pdf = Samples.pdf();
    String id = uploadAndOpen("Nordvik harbour lamps.pdf", pdf);
    assertSummary(20);
    Locator source = page.getByTestId("source");
    page.getByTestId("chunk-text").nth(2).click();
    assertThat(source).containsText(textOf(id, 2));
    assertThat(page).hasURL(Pattern.compile(".*\\?part=3"));

    page.reload();
    assertThat(source).containsText(textOf(id, 2));
    Locator original = source.getByTestId("open-page");
    int first = api.document(id).at("/chunks/2/firstPage").asInt();
    assertThat(original).hasAttribute("href", "/api/documents/" + id + "/pdf#page=" + first);
    assertThat(api.get(original.getAttribute("href").replaceFirst("#.*", "")).bytes())
        .isEqualTo(pdf);

    page.goBack();
    assertThat(source).hasCount(0);
    page.goForward();
    assertThat(source).isVisible();
    page.keyboard().press("Escape");
    assertThat(source).hasCount(0);
    assertThat(page).hasURL(home() + "documents/" + id);
  }

  /** The beginning of a part's text, up to its first line break. */
  private String textOf(String id, int index) {
    String text = api.get("/api/documents/" + id + "/chunks/" + index).json().get("text").asText();
    return text.strip().lines().findFirst().orElseThrow();
  }
}
