package org.documentpipeline.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Every screen in both themes, on a desk and on a phone, and zoomed to 200 %: nothing that keeps
 * people out (axe, all rules), nothing that sticks out or is cut, and a picture to look at.
 */
class ScreensIT extends InBrowser {

  private static final String NAME = "Nordvik harbour lamps.pdf";
  private static final int MANY_PARTS = 400;

  /** The names of stages that take more than a line. */
  private static final String BROKEN_NAMES =
      """
      [...document.querySelectorAll('[data-testid^=stage-] [class*=name]')]
        .filter(name => name.offsetHeight > 1.5 * parseFloat(getComputedStyle(name).lineHeight))
        .map(name => name.textContent)""";

  /** How much of the list stands behind what sticks to the top. */
  private static final String HIDDEN_PIXELS =
      """
      Math.max(0, Math.round(
        document.querySelector('[data-testid=connection-banner]').getBoundingClientRect().bottom
        - document.querySelector('aside').getBoundingClientRect().top))""";

  private static final int[] WIDTHS = {320, 640, 3840};

  @Test
  void firstVisit() {
    assertThat(page.getByTestId("drop-zone")).isVisible();
    assertThat(page.getByTestId("document-list").or(page.getByText("Nothing here yet")).first())
        .isAttached();
    look("first-visit");
  }

  @Test
  void uploadingTenFiles() {
    // Held back on their way, so that they stay what they are.
    page.route("**/api/documents", route -> {});
    upload(
        IntStream.rangeClosed(1, 9)
            .mapToObj(i -> new FilePayload("Harbour report %d.pdf".formatted(i), "", Samples.pdf()))
            .toArray(FilePayload[]::new));
    upload(new FilePayload("Photo of the mole.png", "image/png", new byte[] {1}));
    assertThat(page.getByTestId("upload-item")).hasCount(10);
    look("uploading");
  }

  @Test
  void working() {
    work(5);
    // With so much left as documents have that are not made for a test.
    StagedDocument staged = new StagedDocument(page, api.document(openDocument()));
    ((ObjectNode) staged.document().get("progress")).put("etaSeconds", 40);
    page.reload();
    assertDone(5);
    assertThat(page.getByText("about 40 s left")).isVisible();
    look("working");
  }

  @Test
  void retrying() {
    work(5);
    model.failWith(429, 120, 1);
    model.answerOnly(1);
    assertThat(page.getByTestId("retrying").first()).isVisible();
    look("retrying");
  }

  @Test
  void finished() {
    uploadAndOpen(NAME, Samples.pdf());
    assertSummary();
    look("finished");
    page.setViewportSize(1280, 860);
    page.getByTestId("source-ref").nth(3).click();
    assertThat(page.getByTestId("source")).containsText("lamp");
    assertThat(page.evaluate(BROKEN_NAMES)).isEqualTo(List.of());
    look("reference");
  }

  @Test
  void failed() {
    uploadAndOpen("Crew wages.pdf", Samples.encryptedPdf());
    assertThat(page.getByTestId("error")).hasAttribute("data-code", "encrypted");
    look("failed");
  }

  @Test
  void cancelled() {
    work(5);
    page.getByTestId("cancel").click();
    assertStatus("Cancelled");
    look("cancelled");
  }

  @Test
  void askedWhetherToDelete() {
    uploadAndOpen(NAME, Samples.pdf());
    assertSummary();
    page.getByTestId("delete").click();
    assertThat(page.getByTestId("confirm-delete")).isVisible();
    look("delete");
  }

  @Test
  void gone() {
    requestsFail();
    open("00000000-0000-4000-8000-000000000000");
    assertThat(page.getByTestId("error")).containsText("not here");
    look("gone");
  }

  @Test
  void longDocument() {
    model.answerOnly(0);
    String id = uploadAndOpen(NAME, Samples.pdf());
    api.awaitStatus(id, "processing");
    ObjectNode document = new StagedDocument(page, api.document(id)).document();
    ArrayNode parts = document.putArray("chunks");
    IntStream.range(0, MANY_PARTS)
        .forEach(
            i ->
                parts
                    .addObject()
                    .put("index", i)
                    .put("tokens", 9)
                    .put("status", "done")
                    .put("summary", "What part %d says of the lamps.".formatted(i + 1))
                    .putNull("firstPage")
                    .putNull("lastPage"));
    ((ObjectNode) document.get("progress"))
        .put("chunksTotal", MANY_PARTS)
        .put("chunksDone", MANY_PARTS);
    page.reload();
    assertThat(page.getByText("What part 1 says of the lamps.")).isVisible();
    assertThat(chunks().count()).isLessThan(MANY_PARTS / 4);
    look("long-document");
  }

  @Test
  void offline() {
    requestsFail();
    work(5);
    context.setOffline(true);
    assertConnection("waiting");
    page.evaluate("window.scrollTo(0, 200)");
    assertThat(page.evaluate(HIDDEN_PIXELS)).isEqualTo(0);
    page.evaluate("window.scrollTo(0, 0)");
    look("offline");
  }

  private void work(int done) {
    model.answerOnly(done);
    uploadAndOpen(NAME, Samples.pdf());
    assertDone(done);
  }

  private void look(String screen) {
    for (ColorScheme theme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
      for (boolean phone : new boolean[] {false, true}) {
        page.setViewportSize(phone ? 390 : 1280, phone ? 844 : 860);
        String name = screen + (theme == ColorScheme.DARK ? "-dark" : "") + (phone ? "-phone" : "");
        assertFits(name);
        // A phone's layout is the same in both themes, as are the colours of both layouts.
        if (!phone || theme == ColorScheme.LIGHT) {
          assertAccessible(name);
        }
        picture(name);
      }
    }
    for (int width : WIDTHS) {
      page.setViewportSize(width, 900);
      assertFits(screen);
    }
    try (Zoomed zoomed = new Zoomed(page)) {
      assertThat(zoomed.cut()).as(screen + " at 200 %").isEqualTo(List.of());
      assertFits(screen + " at 200 %");
      zoomed.picture(PICTURES.resolve(screen + "-zoomed.png"));
    }
  }
}
