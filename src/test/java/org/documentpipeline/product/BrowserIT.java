package org.documentpipeline.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The page in a real browser. The pictures it takes are in target/screenshots; with
 * -Dscreenshots=docs they also replace those of the README.
 */
class BrowserIT {

  private static final Path PICTURES = Path.of("target/screenshots");
  private static final int SECONDS = 1_000;
  private static final Set<String> BAD = Set.of("serious", "critical");
  private static Chromium chromium;

  private final Product product = Product.shared();
  private final ModelServer model = product.model();
  private final List<String> complaints = new CopyOnWriteArrayList<>();
  private BrowserContext context;
  private Page page;

  @BeforeAll
  static void startBrowser() {
    chromium = Chromium.start();
  }

  @AfterAll
  static void stopBrowser() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @BeforeEach
  void openPage() {
    product.calm();
    context =
        chromium.browser().newContext(new Browser.NewContextOptions().setViewportSize(1280, 860));
    page = context.newPage();
    page.onConsoleMessage(this::hear);
    page.onPageError(complaints::add);
    page.navigate("http://localhost:" + product.port() + "/");
  }

  private void hear(ConsoleMessage message) {
    if (message.type().equals("error")) {
      complaints.add(message.text());
    }
  }

  @AfterEach
  void closePage() {
    context.close();
    assertThat(complaints).as("errors in the browser's console").isEmpty();
  }

  @Test
  void aDocumentGoesThroughInFrontOfItsReader() throws IOException {
    assertAccessible();
    model.answerOnly(3);
    upload("Nordvik harbour lamps.pdf", Samples.pdf());
    page.waitForURL(Pattern.compile(".*/documents/[0-9a-f-]{36}"));
    assertThat(done()).hasCount(3, within(20));
    assertThat(page.getByTestId("document-status")).hasText("Working");
    assertThat(page.getByTestId("stage-summarize")).hasAttribute("data-state", "active");
    assertThat(page.getByTestId("stage-extract")).hasAttribute("data-state", "done");

    model.answerOnly(4);
    assertThat(done()).hasCount(7, within(5));
    int total = chunks().count();

    page.reload();
    assertThat(done()).hasCount(7, within(2));
    assertThat(chunks()).hasCount(total);
    assertThat(page.getByTestId("stage-summarize")).hasAttribute("data-state", "active");
    assertThat(page.getByTestId("connection-state")).hasAttribute("data-state", "live", live(2));
    picture("reloaded");

    model.answerEverything();
    assertThat(page.getByTestId("summary")).containsText("What the document says", text(20));
    assertThat(done()).hasCount(total);
    assertThat(chunks()).hasCount(total);
    assertThat(page.getByTestId("document-status")).hasText("Done");
    assertThat(page.getByTestId("document-item")).hasCount(1);
    assertAccessible();
    picture("finished");

    page.reload();
    assertThat(page.getByTestId("summary")).containsText("What the document says", text(2));
    assertThat(chunks()).hasCount(total);
  }

  @Test
  void aFailedDocumentSaysWhy() throws IOException {
    upload("Wages 2023.pdf", Samples.encryptedPdf());
    Locator error = page.getByTestId("error");
    assertThat(error).hasAttribute("data-code", "encrypted", live(20));
    assertThat(error).containsText("password");
    assertThat(page.getByTestId("document-status")).hasText("Failed");
    assertThat(page.getByTestId("retry")).hasCount(0);
    assertAccessible();
    picture("failed");
  }

  @Test
  void aPastedTextIsCancelledAndTriedAgain() {
    model.answerOnly(1);
    page.getByTestId("paste-text").fill(Samples.report());
    page.getByTestId("submit-text").click();
    assertThat(done()).hasCount(1, within(20));
    page.getByTestId("cancel").click();
    assertThat(page.getByTestId("document-status")).hasText("Cancelled");
    model.answerEverything();
    page.getByTestId("retry").click();
    assertThat(page.getByTestId("summary")).containsText("What the document says", text(20));
  }

  private void upload(String name, byte[] bytes) {
    page.getByTestId("file-input")
        .setInputFiles(new FilePayload(name, "application/octet-stream", bytes));
  }

  private Locator chunks() {
    return page.getByTestId("chunk-item");
  }

  private Locator done() {
    return page.locator("[data-testid=chunk-item][data-state=done]");
  }

  private static LocatorAssertions.HasCountOptions within(int seconds) {
    return new LocatorAssertions.HasCountOptions().setTimeout(seconds * SECONDS);
  }

  private static LocatorAssertions.HasAttributeOptions live(int seconds) {
    return new LocatorAssertions.HasAttributeOptions().setTimeout(seconds * SECONDS);
  }

  private static LocatorAssertions.ContainsTextOptions text(int seconds) {
    return new LocatorAssertions.ContainsTextOptions().setTimeout(seconds * SECONDS);
  }

  private void assertAccessible() {
    List<Rule> violations = new AxeBuilder(page).analyze().getViolations();
    assertThat(violations.stream().filter(rule -> BAD.contains(rule.getImpact())))
        .as("accessibility of %s", page.url())
        .isEmpty();
  }

  private void picture(String name) throws IOException {
    Path file = PICTURES.resolve(name + ".png");
    page.mouse().move(0, 0);
    page.screenshot(
        new Page.ScreenshotOptions().setPath(file).setAnimations(ScreenshotAnimations.DISABLED));
    String copies = System.getProperty("screenshots");
    if (copies != null) {
      Files.createDirectories(Path.of(copies));
      Files.copy(
          file, Path.of(copies).resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
