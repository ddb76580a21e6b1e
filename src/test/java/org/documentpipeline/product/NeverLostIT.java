package org.documentpipeline.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.WebSocketRoute;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever happens to the page or the network, the page shows the truth and says when it can not;
 * the server's own end is in {@link RecoveryIT}.
 */
class NeverLostIT extends InBrowser {

  private static final String NAME = "Nordvik harbour lamps.pdf";
  private static final List<String> STAGES =
      List.of("store", "queue", "extract", "split", "summarize", "combine");

  @Test
  void aReloadChangesNothingAtTheStagesThatTakeTime() {
    model.answerOnly(0);
    String id = uploadAndOpen(NAME, Samples.pdf());
    int total = api.awaitStatus(id, "processing").at("/progress/chunksTotal").asInt();
    for (int done : new int[] {0, 1, 4}) {
      model.answerOnly(done - api.document(id).at("/progress/chunksDone").asInt());
      api.awaitChunks(id, done);
      page.reload();
      assertDone(done);
      assertStage("summarize", "active");
      assertConnection("live");
    }
    total = api.document(id).get("chunks").size();
    model.answerOnly(total - 4);
    await().until(() -> api.document(id).get("stage").asText().equals("combine"));
    page.reload();
    assertStage("combine", "active");
    assertDone(total);

    page.getByTestId("cancel").click();
    assertStatus("Cancelled");
    page.reload();
    assertStatus("Cancelled");
    assertStage("combine", "cancelled");

    model.answerEverything();
    page.getByTestId("retry").click();
    assertSummary();
    page.reload();
    assertSummary();
    assertThat(chunks()).hasCount(total);
  }

  @Test
  void aReloadChangesNothingAtTheStagesThatPassFast() {
    model.answerOnly(0);
    String id = uploadAndOpen(NAME, Samples.pdf());
    api.awaitStatus(id, "processing");
    StagedDocument staged = new StagedDocument(page, api.document(id));
    for (String stage : STAGES.subList(0, 4)) {
      boolean queued = stage.equals("store") || stage.equals("queue");
      staged.at(queued ? "queued" : "processing", stage, STAGES.indexOf(stage) * 4);
      for (int visit = 0; visit < 2; visit++) {
        page.reload();
        assertStage(stage, "active");
        assertStatus(queued ? "Waiting" : "Working");
        for (int i = 0; i < STAGES.size(); i++) {
          int at = STAGES.indexOf(stage);
          if (i != at) {
            assertStage(STAGES.get(i), i < at ? "done" : "waiting");
          }
        }
      }
    }
  }

  @Test
  void theNetworkGoesAndComesBack() {
    requestsFail();
    model.answerOnly(3);
    uploadAndOpen(NAME, Samples.pdf());
    assertDone(3);
    int total = chunks().count();
    context.setOffline(true);
    assertConnection("waiting");
    assertThat(page.getByText(Pattern.compile("You are offline")).first()).isVisible();
    model.answerOnly(4);
    api.awaitChunks(openDocument(), 7);
    context.setOffline(false);
    assertConnection("live");
    assertDone(7);
    assertThat(chunks()).hasCount(total);
    model.answerEverything();
    assertSummary();
    assertThat(chunks()).hasCount(total);
  }

  @ParameterizedTest
  @ValueSource(ints = {1011, 1012, 4408})
  void aSocketThatIsClosedIsOpenedAgainWhereItWas(int code) {
    List<WebSocketRoute> opened = new CopyOnWriteArrayList<>();
    page.routeWebSocket(
        Pattern.compile(".*/ws/documents/[0-9a-f-]{36}.*"),
        socket -> {
          socket.connectToServer();
          opened.add(socket);
        });
    // Only pages that are loaded from now on are routed.
    page.reload();
    model.answerOnly(2);
    uploadAndOpen(NAME, Samples.pdf());
    assertDone(2);
    assertConnection("live");
    int before = opened.size();
    WebSocketRoute last = opened.get(before - 1);
    last.close(new WebSocketRoute.CloseOptions().setCode(code).setReason("test"));
    model.answerOnly(3);
    assertDone(5);
    page.waitForCondition(() -> opened.size() > before);
    assertThat(opened.get(before).url()).contains("after=");
    assertConnection("live");
    assertThat(page.getByTestId("chunk-item").getByText("Part 1", exactly())).hasCount(1);
  }

  private static Locator.GetByTextOptions exactly() {
    return new Locator.GetByTextOptions().setExact(true);
  }

  @Test
  void anAddressOfNoDocumentSaysSo() {
    requestsFail();
    open("00000000-0000-4000-8000-000000000000");
    assertThat(page.getByTestId("error")).containsText("not here");
    page.navigate(home() + "documents/none/at/all");
    assertThat(page.locator("main")).containsText(Pattern.compile("nothing here|not here"));
  }
}
