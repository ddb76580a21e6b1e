const KEY = 'document-pipeline.place:';
const LONGEST_WAIT_MS = 10_000;
/** What is still set after the content is there (a text beside it, parts that come into view) may move it. */
const SETTLES_MS = 1_000;
const READER_ACTS = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const;

interface Place {
  /** How far the page was scrolled, in pixels. */
  y: number;
  /** The first part in view and its distance from the top of the window, where there was one. */
  part?: { id: string; top: number };
}

/** Where the reader is to be brought and is not yet: a page that is left before that keeps it. */
let wanted: Place | null = null;

/**
 * Keeps how far the page was read over a reload, or a way to another site and back: the content comes after the
 * browser's own attempt. A visit that is a new one begins at the top.
 */
export function keepReadingPlace(): void {
  window.addEventListener('pagehide', () => store(KEY + window.location.pathname, wanted ?? placeOf()));
  const [visit] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  if (visit?.type !== 'reload' && visit?.type !== 'back_forward') return;
  const place = stored(KEY + window.location.pathname);
  if (place && place.y > 0) restore(place);
}

function placeOf(): Place {
  const parts = [...document.querySelectorAll('[id^="chunk-"]')];
  const part = parts.find((one) => one.getBoundingClientRect().bottom > 0);
  const top = part?.getBoundingClientRect().top ?? Infinity;
  return part && top < window.innerHeight ? { y: window.scrollY, part: { id: part.id, top } } : { y: window.scrollY };
}

/** Goes there as soon as the content is long enough, and stays until it has settled or the reader does something. */
function restore(place: Place): void {
  const { y, part } = place;
  wanted = place;
  const { pathname } = window.location;
  const start = performance.now();
  let there: number | null = null;
  let over = false;
  const stop = (): void => {
    over = true;
    wanted = null;
    for (const act of READER_ACTS) window.removeEventListener(act, stop, true);
  };
  for (const act of READER_ACTS) window.addEventListener(act, stop, true);

  function step(now: number): void {
    const since = there ?? start;
    if (window.location.pathname !== pathname || now - since > (there === null ? LONGEST_WAIT_MS : SETTLES_MS)) stop();
    if (over) return;
    const element = part && document.getElementById(part.id);
    if (part && element) {
      window.scrollBy({ top: element.getBoundingClientRect().top - part.top, behavior: 'instant' });
      there ??= now;
    } else if (document.documentElement.scrollHeight - window.innerHeight >= y) {
      window.scrollTo({ top: y, behavior: 'instant' });
      there ??= now;
    }
    requestAnimationFrame(step);
  }
  requestAnimationFrame(step);
}

function store(key: string, place: Place): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(place));
  } catch {
    // A browser that keeps nothing begins at the top.
  }
}

function stored(key: string): Place | null {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? 'null') as Place | null;
  } catch {
    return null;
  }
}
