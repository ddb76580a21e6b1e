package org.documentpipeline.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Every screen in both themes, on a desk and on a phone: nothing that keeps people out (axe, all
 * rules), nothing that sticks out, and a picture to look at.
 */
class ScreensIT extends InBrowser {

  private static final String NAME = "Nordvik harbour lamps.pdf";
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
    assertSummary(20);
    look("finished");
    page.setViewportSize(1280, 860);
    page.getByTestId("chunk-text").first().click();
    assertThat(page.getByTestId("source")).containsText("lamp");
    look("reference");
  }

  @Test
  void failed() {
    uploadAndOpen("Crew wages.pdf", Samples.encryptedPdf());
    assertThat(page.getByTestId("error")).hasAttribute("data-code", "encrypted", within(20));
    look("failed");
  }

  @Test
  void offline() {
    requestsFail();
    work(5);
    context.setOffline(true);
    assertConnection("waiting", 5);
    look("offline");
  }

  private void work(int done) {
    model.answerOnly(done);
    uploadAndOpen(NAME, Samples.pdf());
    assertDone(done, 20);
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
  }
}
