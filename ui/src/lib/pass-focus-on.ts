/**
 * For what goes once it was used, as its `ref`: the focus that it has then goes to what it stands in, so that the
 * keyboard goes on there and not at the top of the page.
 */
export function passFocusOn(element: HTMLElement | null) {
  return (): void => {
    if (!element?.contains(document.activeElement)) return;
    const place = element.closest<HTMLElement>('[tabindex="-1"]') ?? document.getElementById('content');
    place?.focus({ preventScroll: true });
  };
}
