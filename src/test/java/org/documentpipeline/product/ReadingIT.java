package org.documentpipeline.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** From a summary back to what it rests on. */
class ReadingIT extends InBrowser {

  @Test
  void aPartOpensTheTextThatItComesFrom() {
    byte[] pdf = Samples.pdf();
    String id = uploadAndOpen("Nordvik harbour lamps.pdf", pdf);
    assertSummary();
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
    assertSummary();
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

  /** At 1280 pixels a text beside the summary leaves it half of its width. */
  @Test
  void whatIsReadStaysWhereItIs() {
    upload("Nordvik harbour lamps.txt", Samples.report().repeat(4).getBytes(UTF_8));
    page.waitForURL("**/documents/*");
    assertSummary();
    Locator part = page.getByTestId("chunk-text").nth(chunks().count() - 8);
    part.hover();
    double top = topOf(part);
    part.click();
    Locator source = page.getByTestId("source");
    assertThat(source).isVisible();
    assertStays(part, top);
    source.getByRole(AriaRole.BUTTON).getByText("Next part").click();
    page.keyboard().press("Escape");
    assertThat(source).hasCount(0);
    assertStays(part, top);

    page.reload();
    assertSummary();
    assertStays(part, top);
    String id = openDocument();
    page.navigate(home());
    open(id);
    assertSummary();
    assertThat(page.evaluate("scrollY")).isEqualTo(0);
  }

  /** Where there is room for a text beside it no line of the document is broken anew. */
  @Test
  void theWayBackLeavesThePageWhereItWasReadMeanwhile() {
    page.setViewportSize(1920, 860);
    upload("Nordvik harbour lamps.txt", Samples.report().repeat(4).getBytes(UTF_8));
    page.waitForURL("**/documents/*");
    assertSummary();
    page.getByTestId("chunk-text").first().click();
    assertThat(page.getByTestId("source")).isVisible();
    Locator part = page.getByTestId("chunk-text").nth(chunks().count() - 8);
    part.hover();
    double top = topOf(part);
    page.goBack();
    assertThat(page.getByTestId("source")).hasCount(0);
    assertStays(part, top);
  }

  private static double topOf(Locator shown) {
    return ((Number) shown.evaluate("shown => shown.getBoundingClientRect().top")).doubleValue();
  }

  private static void assertStays(Locator shown, double top) {
    await()
        .atMost(ofSeconds(3))
        .untilAsserted(() -> assertThat(topOf(shown)).isCloseTo(top, offset(8.0)));
  }

  /** The summary and what it is of, black on white, without what only a screen can do. */
  @Test
  void theSummaryIsPrintedAlone() {
    upload("Nordvik harbour lamps.pdf", Samples.pdf());
    assertSummary();
    page.getByTestId("source-ref").last().click();
    Locator source = page.getByTestId("source");
    assertThat(source).isVisible();
    page.emulateMedia(
        new Page.EmulateMediaOptions().setMedia(Media.PRINT).setColorScheme(ColorScheme.DARK));
    assertThat(page.locator("article h1")).isVisible();
    assertSummary();
    assertThat(page.getByTestId("summary")).isVisible();
    for (String hidden : List.of("source", "copy", "delete", "original", "document-list")) {
      assertThat(page.getByTestId(hidden).first()).isHidden();
    }
    assertThat(chunks().first()).isHidden();
    assertThat(page.locator("html")).hasCSS("background-color", "rgb(255, 255, 255)");
    assertThat(brightness(page.locator("article h1"))).isLessThan(0.2);
    assertThat(brightness(page.getByTestId("summary"))).isLessThan(0.2);
  }

  /** How bright the text of an element is: 0 for black, 1 for white. */
  private static double brightness(Locator shown) {
    return ((Number)
            shown.evaluate(
                """
                shown => {
                  const pen = document.createElement('canvas').getContext('2d');
                  pen.fillStyle = getComputedStyle(shown).color;
                  pen.fillRect(0, 0, 1, 1);
                  const [red, green, blue] = pen.getImageData(0, 0, 1, 1).data;
                  return (red + green + blue) / 765;
                }"""))
        .doubleValue();
  }

  @Test
  void aScriptThatDoesNotComeLeavesThePageAndIsAskedForAgain() {
    requestsFail();
    page.route("**/assets/source-drawer*.js", Route::abort);
    String id = uploadAndOpen("Nordvik harbour lamps.pdf", Samples.pdf());
    assertSummary();
    page.getByTestId("chunk-text").first().click();
    Locator missing = page.getByTestId("missing-part");
    assertThat(missing).isVisible();
    assertSummary();
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
