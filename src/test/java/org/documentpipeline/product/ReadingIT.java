package org.documentpipeline.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
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

  @Test
  void aReferenceOpensItsPartByHandAndByKeyboard() {
    String id = uploadAndOpen("Nordvik harbour lamps.pdf", Samples.pdf());
    assertSummary(20);
    Locator reference = page.getByTestId("source-ref").last();
    int part = Integer.parseInt(reference.getAttribute("data-index"));
    Locator source = page.getByTestId("source");
    reference.click();
    assertThat(source).containsText(textOf(id, part));
    assertThat(page).hasURL(Pattern.compile(".*\\?part=" + (part + 1)));
    assertThat(reference).hasAttribute("aria-current", "true");
    String first = reference.innerText().replaceFirst("^pp?\\. (\\d+)(?s).*", "$1");
    assertThat(source.getByTestId("open-page")).hasText("Page " + first + " of the original");
    assertThat(source.getByTestId("open-page"))
        .hasAttribute("href", Pattern.compile(".*#page=" + first));

    page.keyboard().press("Escape");
    assertThat(source).hasCount(0);
    assertThat(reference).isFocused();
    page.keyboard().press("Enter");
    assertThat(source).containsText(textOf(id, part));
  }

  @Test
  void aScriptThatDoesNotComeLeavesThePageAndIsAskedForAgain() {
    requestsFail();
    page.route("**/assets/source-drawer*.js", Route::abort);
    String id = uploadAndOpen("Nordvik harbour lamps.pdf", Samples.pdf());
    assertSummary(20);
    page.getByTestId("chunk-text").first().click();
    Locator missing = page.getByTestId("missing-part");
    assertThat(missing).isVisible();
    assertSummary(1);
    page.unroute("**/assets/source-drawer*.js");
    missing.getByText("Try again").click();
    assertThat(page.getByTestId("source")).containsText(textOf(id, 0));
    assertThat(missing).hasCount(0);
  }

  /** The beginning of a part's text, up to its first line break. */
  private String textOf(String id, int index) {
    String text = api.get("/api/documents/" + id + "/chunks/" + index).json().get("text").asText();
    return text.strip().lines().findFirst().orElseThrow();
  }
}
