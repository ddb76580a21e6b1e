import { useEffect, useSyncExternalStore } from 'react';
import { filterOf, type ListFilter, queryOf } from '../../domain/list-filter';
import { navigate, routeOf, usePath, useSearch } from '../../lib/router';

/** The filter outlives the way to a document and back; on the start page it is in the address, to be kept and shared. */
let filter: ListFilter | null = null;
const listeners = new Set<() => void>();

const isHome = (path: string): boolean => routeOf(path).name === 'home';

function current(): ListFilter {
  filter ??= filterOf(isHome(window.location.pathname) ? window.location.search : '');
  return filter;
}

function set(next: ListFilter): void {
  filter = next;
  for (const listener of listeners) listener();
}

function change(part: Partial<ListFilter>): void {
  set({ ...current(), ...part });
  if (isHome(window.location.pathname)) tellAddress();
}

function tellAddress(): void {
  const query = queryOf(current()).toString();
  const { pathname } = window.location;
  navigate(query ? `${pathname}?${query}` : pathname, { replace: true, keepScroll: true });
}

/** Filter and address say the same: an address that asks for one brings it, one that asks for none is told. */
function arrive(path: string, search: string): void {
  if (!isHome(path)) return;
  const asked = queryOf(filterOf(search)).toString();
  if (asked === queryOf(current()).toString()) return;
  if (asked) set(filterOf(search));
  else tellAddress();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useListFilter(): [ListFilter, (part: Partial<ListFilter>) => void] {
  const [path, search] = [usePath(), useSearch()];
  useEffect(() => arrive(path, search), [path, search]);
  return [useSyncExternalStore(subscribe, current), change];
}
