package org.documentpipeline.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * A page of the packaged product in a real browser, fresh for each test, and what people do on it.
 * A test fails when the browser's console had an error: a violated Content-Security-Policy is one.
 */
abstract class InBrowser {

  static final Path PICTURES = Path.of("target/screenshots");
  private static final Pattern DOCUMENT = Pattern.compile(".*/documents/([0-9a-f-]{36}).*");

  /** What a browser says of a request that failed, whatever the page makes of it. */
  private static final Pattern FAILED =
      Pattern.compile("(?s)(Failed to load resource|WebSocket).*");

  final Product product = Product.shared();
  final ModelServer model = product.model();
  final Api api = product.api();
  BrowserContext context;
  Page page;
  private final List<String> complaints = new CopyOnWriteArrayList<>();
  private boolean failing;

  @BeforeEach
  void openPage() {
    product.calm();
    context = Chromium.shared().browser().newContext(device());
    page = newPage();
    page.navigate(home());
  }

  /** What the page is looked at with. */
  Browser.NewContextOptions device() {
    return new Browser.NewContextOptions()
        .setViewportSize(1280, 860)
        .setLocale("en-GB")
        .setReducedMotion(ReducedMotion.REDUCE);
  }

  /** One more tab of the same person. */
  Page newPage() {
    Page opened = context.newPage();
    opened.onConsoleMessage(this::hear);
    opened.onPageError(complaints::add);
    return opened;
  }

  String home() {
    return "http://localhost:" + product.port() + "/";
  }

  private void hear(ConsoleMessage message) {
    boolean expected = failing && FAILED.matcher(message.text()).matches();
    if (message.type().equals("error") && !expected) {
      complaints.add(message.text());
    }
  }

  /** From here on requests may fail, of which a browser's console tells. */
  void requestsFail() {
    failing = true;
  }

  @AfterEach
  void closePage() {
    context.close();
    assertThat(complaints).as("errors in the browser's console").isEmpty();
  }

  void upload(String name, byte[] bytes) {
    upload(new FilePayload(name, "application/octet-stream", bytes));
  }

  void upload(FilePayload... files) {
    page.getByTestId("file-input").setInputFiles(files);
  }

  /** Sends a file and gives its document's id once its page is open. */
  String uploadAndOpen(String name, byte[] bytes) {
    upload(name, bytes);
    page.waitForURL(DOCUMENT);
    return openDocument();
  }

  /** The id of the document whose page is open. */
  String openDocument() {
    var address = DOCUMENT.matcher(page.url());
    assertThat(address.matches()).as(page.url()).isTrue();
    return address.group(1);
  }

  void open(String id) {
    page.navigate(home() + "documents/" + id);
  }

  Locator chunks() {
    return chunks(page);
  }

  static Locator chunks(Page tab) {
    return tab.getByTestId("chunk-item");
  }

  Locator done() {
    return done(page);
  }

  static Locator done(Page tab) {
    return tab.locator("[data-testid=chunk-item][data-state=done]");
  }

  void assertDone(int count) {
    assertThat(done()).hasCount(count);
  }

  void assertStatus(String word) {
    assertThat(page.getByTestId("document-status")).hasText(word);
  }

  void assertStage(String stage, String state) {
    assertThat(page.getByTestId("stage-" + stage)).hasAttribute("data-state", state);
  }

  /** Whether the page says that it is {@code live}, {@code waiting} or {@code ended}. */
  void assertConnection(String state) {
    assertThat(page.getByTestId("connection-state")).hasAttribute("data-state", state);
  }

  void assertSummary() {
    assertThat(page.getByTestId("summary")).containsText("What the document says");
  }

  /** No violation of any weight. */
  void assertAccessible(String screen) {
    AxeRunOptions onlyViolations = new AxeRunOptions();
    onlyViolations.setResultTypes(List.of("violations"));
    // "Legacy" is a page without frames of other origins, for which no second tab is needed.
    List<Rule> violations =
        new AxeBuilder(page).options(onlyViolations).setLegacyMode(true).analyze().getViolations();
    assertThat(violations.stream().map(InBrowser::told))
        .as("accessibility of %s at %s", screen, page.url())
        .isEmpty();
  }

  private static String told(Rule rule) {
    return rule.getId()
        + " ("
        + rule.getImpact()
        + "): "
        + rule.getHelp()
        + rule.getNodes().stream().map(node -> "\n    " + node.getTarget()).toList();
  }

  /** Nothing sticks out to the side. */
  void assertFits(String screen) {
    assertThat(page.evaluate("document.documentElement.scrollWidth - innerWidth"))
        .as("pixels that %s is too wide for %s", screen, page.viewportSize().width)
        .matches(over -> ((Number) over).intValue() <= 0);
  }

  /** Takes a picture, into target/screenshots; -Dscreenshots=docs renews those that are there. */
  void picture(String name) {
    Path file = PICTURES.resolve(name + ".png");
    page.mouse().move(0, 0);
    page.screenshot(
        new Page.ScreenshotOptions().setPath(file).setAnimations(ScreenshotAnimations.DISABLED));
    Path copy = Path.of(System.getProperty("screenshots", ""), name + ".png");
    if (Files.exists(copy)) {
      try {
        Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
