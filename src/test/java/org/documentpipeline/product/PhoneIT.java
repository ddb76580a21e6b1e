package org.documentpipeline.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The whole way on a screen as wide as a hand, with fingers. */
class PhoneIT extends InBrowser {

  @Override
  Browser.NewContextOptions device() {
    return super.device()
        .setViewportSize(360, 740)
        .setHasTouch(true)
        .setIsMobile(true)
        .setDeviceScaleFactor(2);
  }

  @Test
  void aTextIsSentReadAndDeleted() {
    assertFits("start");
    page.getByTestId("paste-text").fill(Samples.report());
    page.getByTestId("submit-text").tap();
    assertSummary();
    assertFits("summary");
    page.getByTestId("delete").tap();
    Locator confirm = page.getByTestId("confirm-delete");
    assertThat(confirm.or(page.getByTestId("paste-text"))).isVisible();
    if (confirm.isVisible()) {
      confirm.tap();
    }
    assertThat(page.getByTestId("paste-text")).isVisible();
    assertThat(page.getByTestId("document-item")).hasCount(0);
  }

  @Test
  void aReferenceOpensItsTextByTouch() {
    upload("Nordvik harbour lamps.pdf", Samples.pdf());
    assertSummary();
    page.getByTestId("source-ref").last().tap();
    Locator source = page.getByTestId("source");
    assertThat(source).hasAttribute("data-place", "above");
    assertThat(source.getByTestId("open-page")).isVisible();
    assertFits("source");
    page.touchscreen().tap(180, 40);
    assertThat(source).hasCount(0);
    assertThat(page.getByTestId("source-ref").last()).isInViewport();
  }

  /** What a line says in letters of several sizes, beside signs, stands on one line. */
  @Test
  void theWordsOfALineStandOnIt() {
    upload("Nordvik harbour lamps.pdf", Samples.pdf());
    assertSummary();
    Locator place = chunks().first().locator("div");
    assertThat(place.evaluate(BASELINES)).isEqualTo(List.of(0));
    page.navigate(home());
    Locator item = page.getByTestId("document-item");
    assertThat(item.getByText("Done").locator("..").evaluate(BASELINES)).isEqualTo(List.of(0));
  }

  /**
   * How far below the first of its words, in whole pixels, the others of a line stand: each
   * distance once.
   */
  private static final String BASELINES =
      """
      (line) => {
        const pen = document.createElement('canvas').getContext('2d');
        const baseline = (element) => {
          const words = document.createRange();
          words.selectNode([...element.childNodes].find((node) => node.nodeType === Node.TEXT_NODE));
          pen.font = getComputedStyle(element).font;
          return words.getBoundingClientRect().bottom - pen.measureText('x').fontBoundingBoxDescent;
        };
        const found = [...line.children].map(baseline);
        return [...new Set(found.map((one) => Math.round(one - found[0])))];
      }""";

  /** A slow line, tunnels, a page that is loaded again: what is shown afterwards is what is so. */
  @Test
  void aBadNetworkHidesNothing() {
    requestsFail();
    model.answerOnly(2);
    String id = uploadAndOpen("Nordvik harbour lamps.pdf", Samples.pdf());
    assertDone(2);
    int total = chunks().count();
    CDPSession line = context.newCDPSession(page);
    for (int done : new int[] {4, 7}) {
      network(line, true);
      assertConnection("waiting");
      model.answerOnly(done - done().count());
      api.awaitChunks(id, done);
      network(line, false);
      assertConnection("live");
      assertDone(done);
    }
    page.reload();
    assertDone(7);
    assertConnection("live");
    model.answerEverything();
    assertSummary();
    assertDone(total);
    assertThat(chunks()).hasCount(total);
    assertStatus("Done");
    assertFits("summary");
  }

  /** As where a phone has one bar: 300 ms to the server, 100 kB in a second; or nothing at all. */
  private static void network(CDPSession line, boolean offline) {
    JsonObject conditions = new JsonObject();
    conditions.addProperty("offline", offline);
    conditions.addProperty("latency", 300);
    conditions.addProperty("downloadThroughput", 100_000);
    conditions.addProperty("uploadThroughput", 30_000);
    line.send("Network.enable");
    line.send("Network.emulateNetworkConditions", conditions);
  }
}
