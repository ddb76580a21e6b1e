package org.documentpipeline.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import org.junit.jupiter.api.Test;

/** The page for somebody whose browser asks for German. */
class GermanIT extends InBrowser {

  @Override
  Browser.NewContextOptions device() {
    return super.device().setLocale("de-DE");
  }

  @Test
  void itSpeaksGermanUntilToldOtherwise() {
    assertThat(page.locator("html")).hasAttribute("lang", "de");
    assertThat(page.getByTestId("submit-text")).hasText("Text zusammenfassen");
    assertAccessible("start in German");
    page.getByTestId("paste-text").fill("Die Lampen von Nordvik brannten die ganze Nacht.");
    page.getByTestId("submit-text").click();
    assertStatus("Fertig");
    assertAccessible("document in German");

    page.getByTestId("page-language").selectOption("en");
    assertThat(page.locator("html")).hasAttribute("lang", "en");
    assertStatus("Done");
    page.reload();
    assertStatus("Done");
    assertThat(page.url()).contains("/documents/");
  }
}
