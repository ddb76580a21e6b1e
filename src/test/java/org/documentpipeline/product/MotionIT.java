package org.documentpipeline.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The page with its motion, as most people's systems have it (all other tests reduce it): what
 * moves comes to rest, and nothing stays hidden behind it.
 */
class MotionIT extends InBrowser {

  /** What can be seen through or is out of its place although nothing moves any more. */
  private static final String UNFINISHED =
      """
      () => {
        const shown = [...document.querySelectorAll('main *, aside *, #beside *, [data-testid=source] *')]
          .filter((element) => element.checkVisibility({contentVisibilityAuto: true}) && !element.closest('[aria-hidden], .visually-hidden, [aria-disabled=true]'))
          // Comes with the pointer and the focus.
          .filter((element) => element.dataset.testid !== 'delete-item');
        const faint = shown.filter((element) => getComputedStyle(element).opacity !== '1');
        const short = shown.filter((element) => element.getAttribute('role') === 'progressbar').filter((bar) => {
          const share = bar.firstElementChild.getBoundingClientRect().width / bar.getBoundingClientRect().width;
          return Math.abs(share * 100 - Number(bar.ariaValueNow)) > 1;
        });
        return [...faint, ...short].map((element) => element.outerHTML.slice(0, 120));
      }""";

  /** What is far out of view is not drawn and moves only once it comes into view. */
  private static final String MOVING =
      "() => document.getAnimations()"
          + ".filter((one) => one.effect?.target?.checkVisibility({contentVisibilityAuto: true}))";

  @Override
  Browser.NewContextOptions device() {
    return super.device().setReducedMotion(ReducedMotion.NO_PREFERENCE);
  }

  @Test
  void whatMovesComesToRestAndIsSeen() {
    model.answerOnly(3);
    uploadAndOpen("Nordvik harbour lamps.pdf", Samples.pdf());
    assertDone(3);
    assertThat(done().first().locator("p").last())
        .hasCSS("animation-name", Pattern.compile(".*arrive.*"));
    assertAtRest();

    model.answerEverything();
    assertSummary();
    Locator source = page.getByTestId("source");
    page.getByTestId("source-ref").first().click();
    assertThat(source).isVisible();
    assertAtRest();
    page.keyboard().press("Escape");
    assertThat(source).hasCount(0);
    page.getByTestId("delete").click();
    assertThat(page.getByTestId("confirm-delete")).isVisible();
    page.keyboard().press("Escape");
    assertThat(page.getByTestId("confirm-delete")).hasCount(0);
    assertAtRest();
  }

  private void assertAtRest() {
    page.waitForFunction(MOVING + ".length === 0");
    assertThat(page.evaluate(UNFINISHED)).isEqualTo(List.of());
  }
}
