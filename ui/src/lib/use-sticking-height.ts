import { type RefObject, useLayoutEffect } from 'react';

/** Keeps the height of what sticks to the top in `--sticking`, so that nothing stands, or gets the focus, behind it. */
export function useStickingHeight(element: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const { current } = element;
    if (!current) return;
    const root = document.documentElement;
    const measure = (): void => {
      root.style.setProperty('--sticking', `${Math.ceil(current.getBoundingClientRect().height)}px`);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    return () => {
      observer.disconnect();
      root.style.removeProperty('--sticking');
    };
  }, [element]);
}
