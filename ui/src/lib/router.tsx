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

const listeners = new Set<() => void>();

export function navigate(path: string): void {
  if (path !== window.location.pathname) window.history.pushState(null, '', path);
  window.scrollTo(0, 0);
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('popstate', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('popstate', listener);
  };
}

export function usePath(): string {
  return useSyncExternalStore(subscribe, () => window.location.pathname);
}

/** An ordinary link that changes the page in place; a new tab or window stays what it is. */
export function Link({ href, onClick, children, ...rest }: AnchorHTMLAttributes<HTMLAnchorElement> & { href: string }) {
  function follow(event: MouseEvent<HTMLAnchorElement>): void {
    onClick?.(event);
    const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (event.defaultPrevented || !plain) return;
    event.preventDefault();
    navigate(href);
  }
  return (
    <a {...rest} href={href} onClick={follow}>
      {children}
    </a>
  );
}
