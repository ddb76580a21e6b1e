import { describe, expect, it } from 'vitest';
import type { Document, DocumentEvent } from '../api/types';
import { newDocument } from '../test/history';
import { applyToPages, insert, type ListPages, reconcilePage, removeFromPages } from './reconcile-list';

const item = (id: string, minute: number, lastSeq = 5): Document => ({
  ...newDocument(),
  id,
  lastSeq,
  createdAt: new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString(),
});

const pagesOf = (...pages: Document[][]): ListPages => ({
  pages: pages.map((items, index) => ({ items, nextCursor: index < pages.length - 1 ? 'next' : null })),
  pageParams: pages.map(() => null),
});

const ids = (list: ListPages | null) => list?.pages.map((page) => page.items.map(({ id }) => id));

const failed = (documentId: string, seq: number): DocumentEvent => ({
  documentId,
  seq,
  attempt: 1,
  at: '2026-01-01T00:00:00Z',
  type: 'failed',
  stage: 'extract',
  data: { code: 'corrupt', title: '', detail: '', stage: 'extract', retryable: false },
});

const known = (cached: ListPages, before: string[] = [], deleted: string[] = []) => ({
  before: new Set(before),
  cached,
  deleted: new Set(deleted),
});

describe('an event', () => {
  const list = pagesOf([item('c', 3), item('b', 2)], [item('a', 1)]);

  it('moves the document it tells of, on whichever page', () => {
    const next = applyToPages(list, failed('a', 9));
    expect(next?.pages[1]?.items[0]).toMatchObject({ id: 'a', status: 'failed', lastSeq: 9 });
    expect(next?.pages[0]).toBe(list.pages[0]);
  });

  it('that is old or known changes nothing', () => {
    expect(applyToPages(list, failed('a', 5))?.pages[1]?.items[0]?.status).toBe('queued');
  });

  it('of a new document puts it in front, once', () => {
    const received: DocumentEvent = { ...failed('d', 1), type: 'received', stage: 'store', data: item('d', 4, 0) };
    const once = applyToPages(list, received)!;
    expect(ids(once)).toEqual([['d', 'c', 'b'], ['a']]);
    expect(once.pages[0]?.items[0]?.lastSeq).toBe(1);
    expect(ids(applyToPages(once, received))).toEqual(ids(once));
    expect(ids(insert(once, item('d', 4)))).toEqual(ids(once));
  });

  it('that makes a document stop to fit takes it away, and a new one comes only if it fits', () => {
    const filter = { q: '', status: 'queued', sort: 'newest' } as const;
    expect(ids(applyToPages(list, failed('b', 9), filter))).toEqual([['c'], ['a']]);
    const received: DocumentEvent = { ...failed('d', 1), type: 'received', stage: 'store', data: item('d', 4, 0) };
    expect(ids(applyToPages(list, received, filter))).toEqual([['d', 'c', 'b'], ['a']]);
    expect(applyToPages(list, received, { ...filter, q: 'letter' })).toBe(list);
    expect(applyToPages(list, received, { ...filter, sort: 'oldest' })).toBeNull();
  });

  it('of a document out of sight says so', () => {
    expect(applyToPages(list, failed('x', 2))).toBeNull();
  });
});

describe('a page read over HTTP', () => {
  it('does not take back what events have told meanwhile', () => {
    const cached = pagesOf([item('b', 2, 9), item('a', 1, 3)]);
    const fetched = { items: [item('b', 2, 7), item('a', 1, 8)], nextCursor: null };
    const page = reconcilePage(fetched, known(cached, ['b', 'a']), true);
    expect(page.items.map(({ lastSeq }) => lastSeq)).toEqual([9, 8]);
  });

  it('keeps in front what arrived while it was on its way, and drops what is gone', () => {
    const cached = pagesOf([item('d', 4), item('c', 3), item('b', 2)]);
    const fetched = { items: [item('c', 3), item('b', 2), item('a', 1)], nextCursor: null };
    const idsAfter = (deleted: string) =>
      reconcilePage(fetched, known(cached, ['c', 'b'], [deleted]), true).items.map(({ id }) => id);
    expect(idsAfter('b')).toEqual(['d', 'c', 'a']);
    expect(idsAfter('d')).toEqual(['c', 'b', 'a']);
  });

  it('drops the newest too when it was deleted while no news came, and all when there is none', () => {
    const cached = pagesOf([item('c', 3), item('b', 2)]);
    const before = known(cached, ['c', 'b']);
    const fetched = { items: [item('b', 2)], nextCursor: null };
    expect(reconcilePage(fetched, before, true).items.map(({ id }) => id)).toEqual(['b']);
    expect(reconcilePage({ items: [], nextCursor: null }, before, true).items).toEqual([]);
  });

  it('is left alone when it is not the first', () => {
    const cached = pagesOf([item('d', 4)], [item('b', 2)]);
    const page = reconcilePage({ items: [item('b', 2), item('a', 1)], nextCursor: null }, known(cached), false);
    expect(page.items.map(({ id }) => id)).toEqual(['b', 'a']);
  });
});

it('a deletion takes a document off every page', () => {
  expect(ids(removeFromPages(pagesOf([item('b', 2)], [item('a', 1)]), 'a'))).toEqual([['b'], []]);
});
