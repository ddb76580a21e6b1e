import { type AnchorHTMLAttributes, type MouseEvent, useSyncExternalStore } from 'react';

/** The two places of the page, each with an address of its own. */
export type Route = { name: 'home' } | { name: 'document'; id: string } | { name: 'unknown' };

export const homePath = '/';
export const documentPath = (id: string): string => `/documents/${encodeURIComponent(id)}`;

export function routeOf(path: string): Route {
  if (path === '/' || path === '/documents' || path === '/documents/') return { name: 'home' };
  const id = /^\/documents\/([^/]+)\/?$/.exec(path)?.[1];
  try {
    return id ? { name: 'document', id: decodeURIComponent(id) } : { name: 'unknown' };
  } catch {
    return { name: 'unknown' };
  }
}

const listeners = new Set<(back?: Event) => void>();

interface HowToGo {
  /** Instead of the address that is left: going back does not lead there again. */
  replace?: boolean;
  keepScroll?: boolean;
}

/** Goes to an address of the page: a path, with or without a query; one that is a query alone stays on its path. */
export function navigate(href: string, { replace = false, keepScroll = false }: HowToGo = {}): void {
  const url = new URL(href, window.location.href);
  const { pathname, search } = window.location;
  if (url.pathname !== pathname || url.search !== search) {
    const target = `${url.pathname}${url.search}`;
    if (replace) window.history.replaceState(null, '', target);
    else window.history.pushState(null, '', target);
  }
  if (!keepScroll) window.scrollTo(0, 0);
  for (const listener of listeners) listener();
}

/** Hears of every change of the address, before anything on the page has changed for it; of a way back or forth with the event. */
export function onNavigation(listener: (back?: Event) => void): () => void {
  listeners.add(listener);
  window.addEventListener('popstate', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('popstate', listener);
  };
}

export function usePath(): string {
  return useSyncExternalStore(onNavigation, () => window.location.pathname);
}

/** The query of the address, with its question mark; empty without one. */
export function useSearch(): string {
  return useSyncExternalStore(onNavigation, () => window.location.search);
}

type LinkProps = AnchorHTMLAttributes<HTMLAnchorElement> & HowToGo & { href: string };

/** An ordinary link that changes the page in place; a new tab or window stays what it is. */
export function Link({ href, replace = false, keepScroll = false, onClick, children, ...rest }: LinkProps) {
  function follow(event: MouseEvent<HTMLAnchorElement>): void {
    onClick?.(event);
    const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (event.defaultPrevented || !plain) return;
    event.preventDefault();
    navigate(href, { replace, keepScroll });
  }
  return (
    <a {...rest} href={href} onClick={follow}>
      {children}
    </a>
  );
}
