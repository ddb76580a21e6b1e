import type { Document, DocumentEvent, DocumentPage } from '../api/types';
import { applyEvent } from './apply-event';
import { isFiltered, type ListFilter, matches, noFilter } from './list-filter';

export interface ListPages {
  pages: DocumentPage[];
  pageParams: unknown[];
}

/**
 * The loaded pages after an event: what it makes stop to fit leaves. Null when it tells of a document that they do not
 * hold and that may have a place in them.
 */
export function applyToPages(list: ListPages, event: DocumentEvent, filter: ListFilter = noFilter): ListPages | null {
  let found = false;
  const pages = list.pages.map((page) => {
    const at = page.items.findIndex((item) => item.id === event.documentId);
    const item = page.items[at];
    if (!item) return page;
    found = true;
    if (event.seq <= item.lastSeq) return page;
    const next = applyEvent(item, event);
    return { ...page, items: matches(next, filter) ? page.items.with(at, next) : page.items.toSpliced(at, 1) };
  });
  if (found) return { ...list, pages };
  if (event.type !== 'received') return null;
  const document = { ...event.data, lastSeq: event.seq };
  if (!matches(document, filter)) return list;
  return filter.sort === 'newest' ? insert(list, document) : null;
}

/** Puts a document that has just been made in front, unless it is there already. */
export function insert(list: ListPages, document: Document): ListPages {
  const [first, ...rest] = list.pages;
  if (!first || list.pages.some((page) => page.items.some((item) => item.id === document.id))) return list;
  return { ...list, pages: [{ ...first, items: [document, ...first.items] }, ...rest] };
}

export function removeFromPages(list: ListPages, id: string): ListPages {
  return {
    ...list,
    pages: list.pages.map((page) => ({ ...page, items: page.items.filter((item) => item.id !== id) })),
  };
}

/** What was known when a page was asked for, and what is when it comes. */
export interface Known {
  /** The ids that the list held before: one of them that the first page does not name is gone. */
  before: ReadonlySet<string>;
  cached: ListPages | undefined;
  deleted: ReadonlySet<string>;
}

export const idsOf = (list: ListPages | undefined): Set<string> =>
  new Set(list?.pages.flatMap((page) => page.items).map(({ id }) => id));

/**
 * A page just read over HTTP, corrected by what events told while it was on its way: newer states stay, deleted
 * documents stay away, and documents that arrived meanwhile stay in front of the first page.
 */
export function reconcilePage(
  fetched: DocumentPage,
  { before, cached, deleted }: Known,
  first: boolean,
  filter: ListFilter = noFilter,
): DocumentPage {
  const held = new Map(cached?.pages.flatMap((page) => page.items).map((item) => [item.id, item]));
  const items = fetched.items
    .filter((item) => !deleted.has(item.id))
    .map((item) => {
      const known = held.get(item.id);
      return known && known.lastSeq > item.lastSeq ? known : item;
    });
  if (!first || isFiltered(filter) || filter.sort !== 'newest') return { ...fetched, items };
  const newest = fetched.items[0]?.createdAt ?? '';
  const ids = new Set(items.map((item) => item.id));
  const arrived = [...held.values()].filter(
    ({ id, createdAt }) => createdAt > newest && !before.has(id) && !ids.has(id) && !deleted.has(id),
  );
  return { ...fetched, items: [...arrived, ...items] };
}
