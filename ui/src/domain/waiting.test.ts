import { expect, it } from 'vitest';
import type { Activity, Retry } from './document-reducer';
import { waitingOf } from './waiting';

const NOW = Date.UTC(2026, 0, 1, 12);
const retry = (index: number | null, startedAgo: number, inSeconds: number, outage = false): Retry => ({
  seq: 1,
  index,
  reason: 'rate-limited',
  at: new Date(NOW - startedAgo * 1000).toISOString(),
  inSeconds,
  outage,
});
const of = (...retries: Retry[]): Activity => ({
  pages: null,
  groups: null,
  retries: new Map(retries.map((each, place) => [`${each.index ?? `level-${place}`}`, each])),
});

it('counts those that wait, and tells when the first of them goes on', () => {
  expect(waitingOf(of(), NOW)).toBeNull();
  expect(waitingOf(of(retry(1, 8, 20), retry(2, 1, 30), retry(3, 60, 5)), NOW)).toEqual({
    count: 2,
    parts: true,
    reason: 'rate-limited',
    seconds: 12,
    outage: false,
  });
});

it('knows when all are being tried again, and when the model is away', () => {
  expect(waitingOf(of(retry(null, 10, 5)), NOW)).toMatchObject({ count: 0, parts: false, seconds: 0 });
  expect(waitingOf(of(retry(4, 0, 9, true)), NOW)).toMatchObject({ count: 1, outage: true });
});
