import { useLayoutEffect } from 'react';
import { onNavigation } from '../../lib/router';
import { openedPart } from '../../lib/source-link';

/** Parts out of view have estimated heights: once they come into view the place is corrected. */
const FRAMES = 6;

interface Place {
  element: Element;
  /** Its distance from the top of the window, in pixels. */
  top: number;
}

/** Keeps what is read where it stands when a text opens or closes beside it, for which all lines are broken anew. */
export function useKeptPlace(): void {
  useLayoutEffect(() => {
    const content = document.getElementById('content');
    if (!content) return;
    let opener: Element | null = null;
    let open = false;
    // Until the width changes: the script of what opens may still be on its way.
    let place: Place | null = null;
    let width = content.clientWidth;

    let holding = false;

    const note = (back?: Event): void => {
      const { activeElement } = document;
      if (activeElement !== content && content.contains(activeElement)) opener = activeElement;
      const opens = openedPart(window.location.search, Infinity) !== null;
      if (opens !== open) {
        place = placeIn(content, opener);
        // On a way back the browser goes to where the page stood when that way was begun.
        if (back && place) {
          holding = true;
          hold(place, FRAMES, () => (holding = false));
        }
      }
      open = opens;
    };
    note();
    const noteAgain = (): void => {
      if (place && !holding && content.clientWidth === width) place = placeIn(content, opener);
    };
    const observer = new ResizeObserver(() => {
      if (content.clientWidth === width) return;
      width = content.clientWidth;
      if (place) hold(place, FRAMES);
      place = null;
    });
    observer.observe(content);
    const forget = onNavigation(note);
    window.addEventListener('scroll', noteAgain, { passive: true });
    return () => {
      observer.disconnect();
      forget();
      window.removeEventListener('scroll', noteAgain);
    };
  }, []);
}

/** Where what was used last stands, or what begins first in view when that is out of view. */
function placeIn(content: Element, opener: Element | null): Place | null {
  const above = document.querySelector('header')?.getBoundingClientRect().bottom ?? 0;
  const begins = (element: Element): boolean => {
    const { top } = element.getBoundingClientRect();
    return top >= above && top < window.innerHeight;
  };
  const element =
    opener?.isConnected && begins(opener) ? opener : [...content.querySelectorAll('h1, h2, h3, p, li')].find(begins);
  return element ? { element, top: element.getBoundingClientRect().top } : null;
}

function hold(place: Place, frames: number, held?: () => void): void {
  const { element, top } = place;
  if (frames < 0 || !element.isConnected) return held?.();
  window.scrollBy({ top: element.getBoundingClientRect().top - top, behavior: 'instant' });
  requestAnimationFrame(() => hold(place, frames - 1, held));
}
