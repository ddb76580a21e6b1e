package org.documentpipeline.product;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;

/**
 * A page at 200 %, as browsers zoom: a window of 1280 × 860 becomes one of half as many pixels each
 * way, each drawn with twice as many dots.
 */
final class Zoomed implements AutoCloseable {

  private static final int WIDTH = 640;
  private static final int HEIGHT = 430;

  /**
   * What cannot be read or reached: text that its box cuts off, what sticks out to a side, and what
   * stands still while the page scrolls but is higher than the window. A name that is long may end
   * in dots where its own page has all of it.
   */
  private static final String CUT =
      """
      () => {
        const shown = [...document.querySelectorAll('body *')].filter((element) =>
          element.checkVisibility() && !element.closest('svg, [aria-hidden=true]')
          // A point that only readers of the screen are told of.
          && element.getBoundingClientRect().width > 1);
        const hides = (overflow) => overflow === 'hidden' || overflow === 'clip';
        const cut = shown.filter((element) => {
          const style = getComputedStyle(element);
          if (style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none') return false;
          return (hides(style.overflowX) && element.scrollWidth > element.clientWidth + 1)
            || (hides(style.overflowY) && element.scrollHeight > element.clientHeight + 1);
        });
        const scrolls = (element) => element && element !== document.documentElement
          && (/auto|scroll/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
        const outside = shown.filter((element) => {
          const { left, right, bottom } = element.getBoundingClientRect();
          return (left < -1 || right > innerWidth + 1) && bottom > 0 && !scrolls(element);
        });
        const high = shown.filter((element) => {
          const { top, bottom } = element.getBoundingClientRect();
          return getComputedStyle(element).position === 'fixed' && (top < -1 || bottom > innerHeight + 1);
        });
        return [...cut, ...outside, ...high].map((element) => element.outerHTML.slice(0, 160));
      }""";

  private final Page page;
  private final CDPSession session;

  Zoomed(Page page) {
    this.page = page;
    session = page.context().newCDPSession(page);
    JsonObject metrics = new JsonObject();
    metrics.addProperty("width", WIDTH);
    metrics.addProperty("height", HEIGHT);
    metrics.addProperty("deviceScaleFactor", 2);
    metrics.addProperty("mobile", false);
    session.send("Emulation.setDeviceMetricsOverride", metrics);
  }

  /** The beginning of each element that cannot be read or reached; empty when all can. */
  List<?> cut() {
    page.waitForFunction("() => innerWidth === " + WIDTH + " && devicePixelRatio === 2");
    return (List<?>) page.evaluate(CUT);
  }

  /** Takes a picture; Playwright's own would be of the page as it is otherwise. */
  void picture(Path file) {
    String png = session.send("Page.captureScreenshot").get("data").getAsString();
    try {
      Files.write(file, Base64.getDecoder().decode(png));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    session.send("Emulation.clearDeviceMetricsOverride");
    session.detach();
  }
}
