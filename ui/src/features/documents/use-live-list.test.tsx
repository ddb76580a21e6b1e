import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Connection } from '../../live/connection';
import type { FeedListener } from '../../live/feed';
import { noFilter, type ListFilter } from '../../domain/list-filter';
import { newDocument } from '../../test/history';
import { useLiveList } from './use-live-list';

const live = vi.hoisted(() => ({
  listener: undefined as FeedListener | undefined,
  connection: { kind: 'live' } as Connection,
}));
vi.mock('../../live/feed', () => ({
  useFeed: (listener: FeedListener) => {
    live.listener = listener;
  },
}));
vi.mock('../../live/connections', () => ({ useConnection: () => live.connection }));

let asked: number;
let nextCursor: string | null;

beforeEach(() => {
  vi.useFakeTimers();
  asked = 0;
  nextCursor = null;
  live.connection = { kind: 'live' };
  vi.stubGlobal('fetch', () => {
    asked++;
    const items = [{ ...newDocument(), status: 'completed' }];
    return Promise.resolve(new Response(JSON.stringify({ items, nextCursor })));
  });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function list(filter: ListFilter): Promise<{ rerender: () => void }> {
  const client = new QueryClient();
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  );
  const { rerender } = renderHook(() => useLiveList(filter), { wrapper });
  await act(() => vi.advanceTimersByTimeAsync(10));
  expect(asked).toBe(1);
  return { rerender: () => rerender() };
}

/** News of a document that is not in the list, again and again. */
async function newsFor(seconds: number): Promise<void> {
  for (let tenth = 0; tenth < seconds * 10; tenth++) {
    const event = { documentId: 'other', seq: tenth + 2, attempt: 1, at: '', type: 'stage-started', stage: 'extract' };
    act(() => live.listener?.onMessages([{ ...event, data: { percent: 3 } } as never]));
    // One after the other, as they come.
    // eslint-disable-next-line no-await-in-loop
    await act(() => vi.advanceTimersByTimeAsync(100));
  }
}

it.each([null, 'next'])('a filtered list is read again under steady news (more pages: %s)', async (cursor) => {
  nextCursor = cursor;
  await list({ ...noFilter, status: 'failed' });
  await newsFor(5);
  expect(asked).toBeGreaterThanOrEqual(4);
  expect(asked).toBeLessThanOrEqual(6);
});

it('what is further down in a list without a filter stays there', async () => {
  nextCursor = 'next';
  await list(noFilter);
  await newsFor(3);
  expect(asked).toBe(1);
});

it.each([
  [{ ...noFilter, q: 'lamp' }, 2],
  [noFilter, 1],
])('a list that is filtered by %j is looked at now and then without news', async (filter, times) => {
  await list(filter);
  await act(() => vi.advanceTimersByTimeAsync(21_000));
  expect(asked).toBe(times);
});

it('without a live connection it is read every two seconds, however often that is tried', async () => {
  const { rerender } = await list(noFilter);
  for (let tries = 0; tries < 20; tries++) {
    live.connection = { kind: 'waiting', reason: 'unreachable', retryAt: tries };
    rerender();
    // One after the other, as they come.
    // eslint-disable-next-line no-await-in-loop
    await act(() => vi.advanceTimersByTimeAsync(500));
  }
  expect(asked).toBeGreaterThanOrEqual(4);
});
