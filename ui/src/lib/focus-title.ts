/** Moves the keyboard to the page's title, before the button that has it goes away. */
export function focusTitle(): void {
  document.querySelector<HTMLElement>('#content h1')?.focus({ preventScroll: true });
}
