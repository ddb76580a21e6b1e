import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import type { Document } from '../../../api/types';
import type { Activity, Retry } from '../../../domain/document-reducer';
import { newDocument } from '../../../test/history';
import { ProgressLine } from './progress-line';

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const idle: Activity = { pages: null, groups: null, retries: new Map() };

const working: Document = {
  ...newDocument(),
  status: 'processing',
  stage: 'summarize',
  progress: { percent: 40, chunksDone: 4, chunksTotal: 10, etaSeconds: 30 },
};

function lineOf(document: Document, retries: Partial<Retry>[]) {
  const waits = retries.map((retry, index): [string, Retry] => [
    `${index}`,
    { seq: 9, index, reason: 'connection', at: '2026-01-01T00:00:00Z', inSeconds: 5, outage: false, ...retry },
  ]);
  return <ProgressLine document={document} activity={{ ...idle, retries: new Map(waits) }} />;
}

function show(document: Document, retries: Partial<Retry>[] = []) {
  vi.useFakeTimers({ now: Date.UTC(2026, 0, 1) });
  return render(lineOf(document, retries));
}

const told = (): boolean => screen.queryByText(/left/) !== null;

it('tells the time that is left while the work gets on', () => {
  show(working, [{}]);
  expect(told()).toBe(true);
});

it.each([
  ['the model is away', [{ outage: true }]],
  ['the model is away and asked this moment', [{ outage: true, inSeconds: 0 }]],
  ['all parts wait', Array.from({ length: 6 }, () => ({}))],
])('tells none while %s', (_, retries) => {
  show(working, retries);
  expect(told()).toBe(false);
});

it.each([
  [1, /^Finished in 42 s$/],
  [2, /^Finished on .*2026/],
])('how long it took counts no wait between attempts (attempts: %d)', (attempt, text) => {
  const [startedAt, finishedAt] = ['2026-01-01T00:00:00Z', '2026-01-01T00:00:42Z'];
  show({ ...working, status: 'completed', attempt, startedAt, finishedAt });
  expect(screen.getByTestId('progress').textContent).toMatch(text);
});

const rooms = (): (string | undefined)[] =>
  screen.queryAllByText(/tried again in 5 s/).map((room) => room.dataset['past']);

it('what it waited for leaves its room, unseen, once the work gets on', () => {
  const { rerender } = show(working);
  expect(rooms()).toEqual([]);
  rerender(lineOf(working, [{}]));
  expect(rooms()).toEqual(['false']);
  expect(screen.getByTestId('retrying')).toBeTruthy();
  rerender(lineOf(working, []));
  expect(rooms()).toEqual(['true']);
  expect(screen.queryByTestId('retrying')).toBeNull();
});
