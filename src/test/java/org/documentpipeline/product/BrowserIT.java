package org.documentpipeline.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** One document and its reader: watching it, reading what came of it, and what if it fails. */
class BrowserIT extends InBrowser {

  @Test
  void aDocumentGoesThroughInFrontOfItsReader() {
    model.answerOnly(3);
    uploadAndOpen("Nordvik harbour lamps.pdf", Samples.pdf());
    assertDone(3);
    assertStatus("Working");
    assertStage("summarize", "active");
    assertStage("extract", "done");

    model.answerOnly(4);
    assertDone(7);
    int total = chunks().count();

    model.answerEverything();
    assertSummary();
    assertDone(total);
    assertThat(chunks()).hasCount(total);
    assertStatus("Done");
    assertThat(page.getByTestId("document-item")).hasCount(1);

    page.reload();
    assertSummary();
    assertThat(chunks()).hasCount(total);
  }

  @Test
  void aCallThatIsMadeAgainIsSaid() {
    model.answerOnly(2);
    uploadAndOpen("Nordvik harbour lamps.pdf", Samples.pdf());
    assertDone(2);
    model.failWith(429, 4, 1);
    model.answerOnly(1);
    Locator retrying = page.getByTestId("retrying");
    assertThat(retrying).containsText(Pattern.compile("asked for a pause"));
    assertThat(retrying).containsText(Pattern.compile("in [1-4] s"));
    model.answerEverything();
    assertThat(retrying).hasCount(0);
    assertSummary();
  }

  @Test
  void theSummaryIsTakenAlong() throws IOException {
    context.grantPermissions(List.of("clipboard-read", "clipboard-write"));
    uploadAndOpen("Nordvik harbour lamps.pdf", Samples.pdf());
    assertSummary();
    page.getByTestId("copy").click();
    assertThat(page.getByTestId("summary")).containsText("Copied");
    assertThat((String) page.evaluate("navigator.clipboard.readText()"))
        .startsWith("# What the document says");
    assertThat(page.getByText("Download the summary:")).isVisible();
    for (String format : List.of("md", "txt", "docx", "pdf", "json")) {
      Download download = page.waitForDownload(() -> page.getByTestId("export-" + format).click());
      assertThat(download.suggestedFilename()).isEqualTo("Nordvik harbour lamps.summary." + format);
      assertThat(Files.size(download.path())).isPositive();
    }
    assertThat(page.locator("article h1")).hasText("Nordvik harbour lamps.pdf");
  }

  @Test
  void aFailedDocumentSaysWhyAndWhatToDo() {
    uploadAndOpen("Wages 2023.pdf", Samples.encryptedPdf());
    Locator error = page.getByTestId("error");
    assertThat(error).hasAttribute("data-code", "encrypted");
    assertThat(error).containsText("password");
    assertStatus("Failed");
    assertThat(page.getByTestId("retry")).hasCount(0);
    error.getByRole(AriaRole.LINK).or(error.getByRole(AriaRole.BUTTON)).first().click();
    assertThat(page.getByTestId("file-input")).hasCount(1);
  }

  @Test
  void aFailureThatMayPassIsTriedAgain() {
    model.failWith(401, null, Integer.MAX_VALUE);
    uploadAndOpen("Nordvik harbour lamps.pdf", Samples.pdf());
    assertThat(page.getByTestId("error")).hasAttribute("data-code", "llm-auth");
    model.failWith(0);
    page.getByTestId("retry").click();
    assertSummary();
    assertThat(page.getByTestId("error")).hasCount(0);
  }

  @Test
  void aPastedTextIsCancelledAndTriedAgain() {
    model.answerOnly(1);
    page.getByTestId("paste-text").fill(Samples.report());
    page.getByTestId("submit-text").click();
    assertDone(1);
    page.getByTestId("cancel").click();
    assertStatus("Cancelled");
    model.answerEverything();
    page.getByTestId("retry").click();
    assertSummary();
  }

  /** From the address bar on, without a mouse; wherever the focus goes, it is seen. */
  @Test
  void aKeyboardIsEnough() {
    tabTo("paste-text");
    page.keyboard().insertText("The lamps of Nordvik burned all night. " + Samples.report());
    tabTo("submit-text");
    page.keyboard().press("Enter");
    assertSummary();
    tabTo("delete");
    page.keyboard().press("Enter");
    Locator confirm = page.getByTestId("confirm-delete");
    assertThat(confirm.or(page.getByTestId("paste-text"))).isVisible();
    if (confirm.isVisible()) {
      tabTo("confirm-delete");
      page.keyboard().press("Enter");
    }
    assertThat(page).hasURL(home());
    assertThat(page.getByTestId("document-item")).hasCount(0);
  }

  /** Found, asked about, kept, asked about again and deleted, all in the list. */
  @Test
  void aKeyboardIsEnoughForTheListToo() {
    for (String name : List.of("Harbour.txt", "Lamps.txt")) {
      api.awaitStatus(Api.accepted(api.paste(name, "A text about the " + name)), "completed");
    }
    Locator items = page.getByTestId("document-item");
    assertThat(items).hasCount(2);
    tabTo("list-search");
    page.keyboard().insertText("lamps");
    assertThat(items).hasCount(1);
    tabTo("delete-item");
    page.keyboard().press("Enter");
    assertThat(page.getByTestId("confirm-delete")).isVisible();
    page.keyboard().press("Escape");
    assertThat(page.getByTestId("confirm-delete")).hasCount(0);
    assertThat(page.getByTestId("delete-item")).isFocused();
    assertThat(items).hasCount(1);
    page.keyboard().press("Enter");
    tabTo("confirm-delete");
    page.keyboard().press("Enter");
    assertThat(items).hasCount(0);
    assertThat(api.list("")).hasSize(1);
  }

  /** What comes later than the first picture pushes nothing away that somebody may be reading. */
  @Test
  void nothingMovesWhileThePageComes() {
    String finished = api.accept("Nordvik harbour lamps.pdf", Samples.pdf());
    api.awaitStatus(finished, "completed");
    model.answerOnly(5);
    String working = api.accept("Nordvik harbour lamps at work.pdf", Samples.pdf());
    api.awaitChunks(working, 5);
    try (Chromium desk = Chromium.withScrollBars()) {
      Page fresh = desk.browser().newPage(new Browser.NewPageOptions().setViewportSize(1280, 860));
      fresh.addInitScript(NOTE_SHIFTS);
      for (String id : List.of(working, finished)) {
        fresh.navigate(home() + "documents/" + id);
        assertThat(fresh.getByTestId("connection-state"))
            .hasText(Pattern.compile("Live|Up to date"));
        assertThat(chunks(fresh).first()).isVisible();
        assertThat(shifted(fresh)).isLessThan(0.02);
      }
      for (int width : new int[] {1280, 390, 320}) {
        fresh.setViewportSize(width, 844);
        fresh.navigate(home());
        assertThat(fresh.getByTestId("failing-samples")).isVisible();
        assertThat(fresh.getByTestId("connection-state")).hasText("Live");
        assertThat(shifted(fresh)).as("at %s", width).isLessThan(0.005);
      }
    }
  }

  private static double shifted(Page fresh) {
    return ((Number) fresh.evaluate("window.shifted")).doubleValue();
  }

  @Test
  void nothingScrollsBehindAQuestion() {
    String id = Api.accepted(api.paste("Harbour.txt", Samples.report()));
    api.awaitStatus(id, "completed");
    page.setViewportSize(1280, 400);
    open(id);
    assertSummary();
    page.getByTestId("delete").click();
    assertThat(page.getByTestId("confirm-delete")).isVisible();
    page.mouse().move(640, 390);
    page.mouse().wheel(0, 300);
    page.keyboard().press("Escape");
    assertThat(page.getByTestId("confirm-delete")).hasCount(0);
    assertThat(page.evaluate("scrollY")).isEqualTo(0);
    page.mouse().wheel(0, 300);
    page.waitForFunction("scrollY > 0");
  }

  /** Adds up how far what was in view has moved, as the share that browsers report. */
  private static final String NOTE_SHIFTS =
      """
      window.shifted = 0;
      new PerformanceObserver((list) => {
        for (const shift of list.getEntries()) window.shifted += shift.value;
      }).observe({ type: 'layout-shift', buffered: true });
      """;

  private void tabTo(String testId) {
    for (int presses = 0; presses < 60; presses++) {
      page.keyboard().press("Tab");
      assertThat(page.evaluate(FOCUS_IS_SEEN))
          .as("focus %s from %s", presses, testId)
          .isEqualTo("");
      if (testId.equals(page.evaluate("document.activeElement.dataset.testid ?? ''"))) {
        return;
      }
    }
    throw new AssertionError("The keyboard does not reach " + testId + " on " + page.url());
  }

  /**
   * Empty when what has the focus, or what stands for it where a field is drawn by its label, has
   * an outline or a shadow that it lacks otherwise.
   */
  private static final String FOCUS_IS_SEEN =
      """
      () => {
        const focused = document.activeElement;
        if (!focused || focused === document.body) return '';
        const marked = (element) => {
          const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
          return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
        };
        const label = focused.closest('label');
        const shown = [focused, label, ...(label?.children ?? [])].filter(Boolean);
        return shown.some(marked) ? '' : focused.outerHTML.slice(0, 200);
      }""";

  @Test
  void aTabOfTheSamePersonAgrees() {
    model.answerOnly(2);
    String id = uploadAndOpen("Nordvik harbour lamps.pdf", Samples.pdf());
    Page other = newPage();
    other.navigate(page.url());
    assertThat(done(other)).hasCount(2);
    model.answerOnly(3);
    assertDone(5);
    assertThat(done(other)).hasCount(5);
    other.getByTestId("cancel").click();
    assertStatus("Cancelled");
    api.delete("/api/documents/" + id);
    for (Page tab : List.of(page, other)) {
      assertThat(tab.getByText(Pattern.compile("was deleted")).first()).isVisible();
      assertThat(tab.getByTestId("document-item")).hasCount(0);
    }
  }
}
