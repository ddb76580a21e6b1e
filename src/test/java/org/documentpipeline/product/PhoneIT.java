package org.documentpipeline.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
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
    assertSummary(20);
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
}
