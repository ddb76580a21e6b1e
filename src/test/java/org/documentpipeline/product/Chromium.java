package org.documentpipeline.product;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.impl.driver.Driver;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A headless Chromium: the one on the machine, else one that Playwright downloads. Playwright's
 * driver runs on the Node.js that builds the page, so that no second one comes with it.
 */
final class Chromium implements AutoCloseable {

  private static final String HINT =
      "The browser tests need Chromium: install it (Debian: apt-get install chromium) or let this machine reach"
          + " Playwright's download; CHROMIUM names one that is elsewhere.";
  private static final List<String> NAMES =
      List.of(
          "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome.exe");
  private static final Path MAC =
      Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");

  /**
   * When a test gives up on what it waits for: as long as Playwright waits for what is clicked. It
   * says nothing of how fast a page is; {@code PageFigures} measures that.
   */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static Chromium shared;
  private static RuntimeException failure;

  private final Playwright playwright;
  private final Browser browser;

  private Chromium(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  /**
   * The one for all test classes, started at the first call, and again when it has crashed; it ends
   * with the test JVM. Fails, saying what to do, when there is none and none can be had.
   */
  static synchronized Chromium shared() {
    if (failure != null) {
      throw failure;
    }
    if (shared == null || !shared.browser.isConnected()) {
      try {
        shared = start(new LaunchOptions());
        Runtime.getRuntime().addShutdownHook(new Thread(shared::close, "stop-browser"));
      } catch (RuntimeException e) {
        failure = e;
        throw e;
      }
    }
    return shared;
  }

  /** One whose scroll bars take room, as on most desks: a browser without a window hides them. */
  static Chromium withScrollBars() {
    return start(new LaunchOptions().setIgnoreDefaultArgs(List.of("--hide-scrollbars")));
  }

  private static Chromium start(LaunchOptions options) {
    Map<String, String> environment = new HashMap<>();
    environment.put("PLAYWRIGHT_NODEJS_PATH", node().toString());
    environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    if (System.getProperty("user.name").equals("root")) {
      // Chromium's sandbox refuses root.
      options.setArgs(List.of("--no-sandbox"));
    }
    Optional<Path> installed = installed();
    installed.ifPresentOrElse(options::setExecutablePath, () -> download(environment));
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE.toMillis());
    Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
    return new Chromium(playwright, playwright.chromium().launch(options));
  }

  Browser browser() {
    return browser;
  }

  @Override
  public void close() {
    playwright.close();
  }

  /** The browser of this machine, or the one that CHROMIUM names. */
  static Optional<Path> installed() {
    String named = System.getenv("CHROMIUM");
    if (named != null && !named.isBlank()) {
      return Optional.of(Path.of(named));
    }
    return Stream.concat(NAMES.stream().flatMap(Chromium::onPath), Stream.of(MAC))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static void download(Map<String, String> environment) {
    try {
      ProcessBuilder install =
          Driver.ensureDriverInstalled(environment, false).createProcessBuilder();
      install.command().addAll(List.of("install", "--only-shell", "chromium"));
      install.environment().remove("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD");
      if (install.inheritIO().start().waitFor() != 0) {
        throw new IllegalStateException(HINT);
      }
    } catch (IOException e) {
      throw new IllegalStateException(HINT, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static Path node() {
    return Stream.concat(
            Stream.of("node", "node.exe").flatMap(Chromium::onPath), downloadedNodes().stream())
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("The browser tests need Node.js 20.19 or newer."));
  }

  /** Where the build of the page keeps the Node.js it fetched when there was none on the PATH. */
  private static List<Path> downloadedNodes() {
    Path cache = Path.of(System.getProperty("user.home"), ".cache", "document-pipeline");
    if (!Files.isDirectory(cache)) {
      return List.of();
    }
    try (Stream<Path> homes = Files.list(cache)) {
      return homes
          .filter(home -> Files.exists(home.resolve("complete")))
          .flatMap(home -> Stream.of(home.resolve("bin/node"), home.resolve("node.exe")))
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private static Stream<Path> onPath(String program) {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Stream.of(path.split(File.pathSeparator))
        .filter(folder -> !folder.isBlank())
        .map(folder -> Path.of(folder, program));
  }
}
