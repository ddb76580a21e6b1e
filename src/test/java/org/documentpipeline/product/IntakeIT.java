package org.documentpipeline.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.JSHandle;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How documents get in: many at once, dropped, pasted, refused. */
class IntakeIT extends InBrowser {

  private static final int MANY = 10;

  /** What carries a file when it is dropped or pasted. */
  private static final String CARRIED =
      """
      () => {
        const data = new DataTransfer();
        data.items.add(new File(['The lamps of Nordvik burn all night.'], 'carried.txt', { type: 'text/plain' }));
        return data;
      }""";

  @Test
  void tenFilesAtOnce() {
    List<String> names =
        IntStream.rangeClosed(1, MANY).mapToObj("Report %d.txt"::formatted).toList();
    upload(
        names.stream()
            .map(name -> text(name, name + " is about lamps. " + Samples.sections().get(0)))
            .toArray(FilePayload[]::new));
    for (String name : names) {
      Locator item = page.getByTestId("document-item").filter(named(name));
      assertThat(item).containsText("Done");
    }
    assertThat(page.getByTestId("document-item")).hasCount(MANY);
    assertThat(api.list("status=completed")).hasSize(MANY);
  }

  @Test
  void whatCanNotWorkIsRefusedBeforeItIsSent() {
    List<String> sent = new CopyOnWriteArrayList<>();
    page.onRequest(
        request -> {
          if (request.method().equals("POST")) {
            sent.add(request.url());
          }
        });
    upload(
        text("empty.txt", ""),
        new FilePayload("photo.png", "image/png", new byte[] {(byte) 0x89, 'P', 'N', 'G'}),
        new FilePayload("large.pdf", "application/pdf", new byte[Product.MAX_UPLOAD + 1]));
    for (String name : List.of("empty.txt", "photo.png", "large.pdf")) {
      assertThat(page.getByTestId("upload-item").filter(named(name)).getByTestId("error"))
          .hasText(Pattern.compile("\\w+"));
    }
    assertThat(sent).isEmpty();
    // The room between it and what follows is that between all things here.
    assertThat(page.getByTestId("uploads")).hasCSS("margin-bottom", "0px");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Dismiss empty.txt"))
        .click();
    assertThat(page.getByTestId("upload-item")).hasCount(2);
  }

  @Test
  void whatTheServerRefusesIsSaidToo() {
    requestsFail();
    upload("report.docx", "no Word file at all".getBytes(StandardCharsets.UTF_8));
    assertThat(page.getByTestId("upload-item").getByTestId("error"))
        .hasText(Pattern.compile("\\w+"));
    assertThat(page.getByTestId("document-item")).hasCount(0);
  }

  @Test
  void aFileIsDroppedAnywhere() {
    JSHandle carried = page.evaluateHandle(CARRIED);
    page.dispatchEvent("footer", "drop", Map.of("dataTransfer", carried));
    assertSent("carried.txt");
  }

  @Test
  void aFileIsPasted() {
    JSHandle carried = page.evaluateHandle(CARRIED);
    page.evaluate(
        "data => document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true,"
            + " cancelable: true }))",
        carried);
    assertSent("carried.txt");
  }

  @Test
  void aSampleIsOneClickAway() {
    Locator samples = page.getByTestId("sample");
    assertThat(samples).hasCount(4);
    samples.first().click();
    assertSent("Nordvik harbour lamps.pdf");
    assertSummary();
    page.goBack();
    samples.last().click();
    assertThat(page.getByTestId("error")).hasAttribute("data-code", "poisoned");
  }

  @Test
  void optionsAreRemembered() {
    Locator options =
        page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("Options"));
    options.getByLabel("Focus").fill("for one document only");
    options.getByLabel("Language").selectOption("de");
    options.getByText("Short", new Locator.GetByTextOptions().setExact(true)).click();
    page.reload();
    assertThat(options.getByLabel("Focus")).hasValue("");
    options.getByLabel("Focus").fill("what it costs");
    assertThat(options.getByLabel("Language")).hasValue("de");
    page.getByTestId("paste-text").fill("The lamps of Nordvik burn all night.");
    page.getByTestId("submit-text").click();
    page.waitForURL(Pattern.compile(".*/documents/.*"));
    assertThat((Object) api.document(openDocument()).get("options"))
        .isEqualTo(
            Api.parse("{\"length\":\"short\",\"language\":\"de\",\"focus\":\"what it costs\"}"));
  }

  private void assertSent(String name) {
    page.waitForURL(Pattern.compile(".*/documents/.*"));
    assertThat(api.document(openDocument()).get("name").asText()).isEqualTo(name);
  }

  private static FilePayload text(String name, String content) {
    return new FilePayload(name, "text/plain", content.getBytes(StandardCharsets.UTF_8));
  }

  /** A name and nothing that merely begins so. */
  private static Locator.FilterOptions named(String name) {
    return new Locator.FilterOptions().setHasText(name);
  }
}
