const TICK_MS = 1_000;
const ASLEEP_MS = 5_000;

/**
 * Calls back when the machine was asleep or the page was put away and taken out again: a connection from before may be
 * dead without a word. Gives what stops it.
 */
export function onWake(wake: () => void): () => void {
  let last = Date.now();
  // A sleeping machine runs no timers. Hidden pages have slow ones; what to do when they are seen again is not told here.
  const timer = setInterval(() => {
    const slept = Date.now() - last > TICK_MS + ASLEEP_MS && document.visibilityState === 'visible';
    last = Date.now();
    if (slept) wake();
  }, TICK_MS);
  const seen = (): void => {
    last = Date.now();
  };
  const shown = (event: PageTransitionEvent): void => {
    if (event.persisted) wake();
  };
  document.addEventListener('visibilitychange', seen);
  window.addEventListener('pageshow', shown);
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', seen);
    window.removeEventListener('pageshow', shown);
  };
}
