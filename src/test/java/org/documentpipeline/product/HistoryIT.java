package org.documentpipeline.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The list of documents: live, searched, and read page by page. */
class HistoryIT extends InBrowser {

  private static final int PAGE = 50;
  private static final int MANY = PAGE + 3;

  @Test
  void theListMovesByItself() {
    model.answerOnly(0);
    String id = Api.accepted(api.paste("Lamps.txt", Samples.report()));
    Locator item = page.getByTestId("document-item");
    assertThat(item).hasCount(1);
    assertThat(item).containsText("Lamps.txt");
    assertThat(item).containsText("Working");
    model.answerEverything();
    assertThat(item).containsText("Done");
    api.delete("/api/documents/" + id);
    assertThat(item).hasCount(0);
  }

  @Test
  void documentsAreFoundFilteredAndSorted() {
    String failed = api.accept("Lamps and wages.pdf", Samples.encryptedPdf());
    api.awaitStatus(failed, "failed");
    for (String name : List.of("Harbour.txt", "lamps.txt")) {
      api.awaitStatus(Api.accepted(api.paste(name, "A text about " + name)), "completed");
    }
    Locator items = page.getByTestId("document-item");
    assertThat(items).hasCount(3);
    page.getByTestId("list-search").fill("LAMPS");
    assertThat(items).hasCount(2);
    assertThat(items.first()).containsText("lamps.txt");
    page.getByTestId("list-sort").selectOption("oldest");
    assertThat(items.first()).containsText("Lamps and wages.pdf");
    page.reload();
    assertThat(items).hasCount(2);
    assertThat(items.first()).containsText("Lamps and wages.pdf");
    page.getByTestId("list-status").selectOption("failed");
    assertThat(items).hasCount(1);
    page.getByTestId("list-search").fill("harbour");
    assertThat(items).hasCount(0);
    assertThat(page.getByTestId("list-found")).hasText(Pattern.compile("\\w+"));
  }

  @Test
  void aDocumentIsDeletedFromTheList() {
    String id = Api.accepted(api.paste("Harbour.txt", "A text about the harbour."));
    api.awaitStatus(id, "completed");
    Locator items = page.getByTestId("document-item");
    assertThat(items).hasCount(1);
    page.getByTestId("delete-item").click();
    page.getByTestId("confirm-delete").click();
    assertThat(items).hasCount(0);
    Answers.assertProblem(api.get("/api/documents/" + id), 404, "not-found");
  }

  @Test
  void aLongListIsReadPageByPage() {
    IntStream.range(0, MANY)
        .parallel()
        .forEach(
            i ->
                Api.accepted(api.paste("Note " + i + ".txt", "The lamp number " + i + " is lit.")));
    page.reload();
    Locator items = page.getByTestId("document-item");
    assertThat(items).hasCount(PAGE);
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show more")).click();
    assertThat(items).hasCount(MANY);
    assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show more")))
        .hasCount(0);
  }
}
