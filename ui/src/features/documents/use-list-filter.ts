import { useSyncExternalStore } from 'react';
import { filterOf, type ListFilter, queryOf } from '../../domain/list-filter';
import { homePath, navigate } from '../../lib/router';

/** The filter outlives the way to a document and back; on the start page it is in the address, to be kept and shared. */
let filter: ListFilter | null = null;
const listeners = new Set<() => void>();

const atHome = (): boolean => window.location.pathname === homePath;

function current(): ListFilter {
  filter ??= filterOf(atHome() ? window.location.search : '');
  return filter;
}

function change(part: Partial<ListFilter>): void {
  filter = { ...current(), ...part };
  const query = queryOf(filter).toString();
  if (atHome()) navigate(query ? `${homePath}?${query}` : homePath, { replace: true, keepScroll: true });
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useListFilter = (): [ListFilter, (part: Partial<ListFilter>) => void] => [
  useSyncExternalStore(subscribe, current),
  change,
];
