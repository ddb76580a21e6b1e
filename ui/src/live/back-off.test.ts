import { expect, it } from 'vitest';
import { backOffMs } from './back-off';

const none = () => 0;
const waits = (visible: boolean, forMs: number) =>
  [0, 1, 2, 3, 9, 99].map((attempt) => backOffMs({ attempt, forMs, visible }, none));

it('is at most a second while somebody looks, five when it lasts, fifteen when nobody does', () => {
  expect(waits(true, 0)).toEqual([250, 500, 1000, 1000, 1000, 1000]);
  expect(waits(true, 121_000)).toEqual([250, 500, 1000, 2000, 5000, 5000]);
  expect(waits(false, 0)).toEqual([250, 500, 1000, 2000, 15_000, 15_000]);
});

it('differs from page to page by up to a third', () => {
  expect(backOffMs({ attempt: 2, forMs: 0, visible: true }, () => 0.999)).toBeGreaterThanOrEqual(666);
});
