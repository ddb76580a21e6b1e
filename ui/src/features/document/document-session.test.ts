import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiError, unreachable } from '../../api/http';
import type { Document, DocumentEvent } from '../../api/types';
import { chunksOf } from '../../domain/chunks';
import { FakeWebSocket } from '../../test/fake-web-socket';
import { documentOf, historyOf } from '../../test/history';
import { createDocumentSession, type DocumentSession } from './document-session';

const history = historyOf({ chunks: 4 });
const splitAt = history.findIndex((each) => each.stage === 'split' && each.type === 'stage-finished') + 1;

let answer: () => Promise<Document>;
let stored: DocumentEvent[];
let asked: number[];
let reads: number;
let session: DocumentSession;
let stop: () => void;

const view = () => session.getSnapshot().state.view;
const done = (): number => chunksOf(session.getSnapshot().state).filter(({ status }) => status === 'done').length;
const say = (events: DocumentEvent[]) => events.forEach((event) => FakeWebSocket.last().say(event));
const settle = (ms = 60) => vi.advanceTimersByTimeAsync(ms);

function open(seed?: Document, webSocketUrl: string | undefined = 'ws://server'): void {
  session = createDocumentSession({
    id: 'a',
    read: () => {
      reads++;
      return answer();
    },
    readEvents: (after) => {
      asked.push(after);
      return Promise.resolve(stored.filter(({ seq }) => seq > after));
    },
    seed,
    onConnection: () => undefined,
  });
  stop = session.start(webSocketUrl);
}

const serverAt = (seq: number) => {
  stored = history.slice(0, seq);
  answer = () => Promise.resolve(documentOf(stored));
};

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('WebSocket', FakeWebSocket);
  FakeWebSocket.all = [];
  reads = 0;
  stored = [];
  asked = [];
});

afterEach(() => {
  stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('opening', () => {
  it('reads once, then follows from there', async () => {
    serverAt(splitAt + 3);
    open();
    await settle();
    expect(reads).toBe(1);
    expect(FakeWebSocket.last().url).toBe(`ws://server/ws/documents/a?after=${splitAt + 3}`);
    FakeWebSocket.last().accept();
    serverAt(history.length);
    say(history.slice(splitAt + 3));
    await settle();
    expect(view()?.status).toBe('completed');
    expect(done()).toBe(4);
  });

  it('opens no socket for a document that has ended', async () => {
    serverAt(history.length);
    open();
    await settle(10_000);
    expect(reads).toBe(1);
    expect(FakeWebSocket.all).toHaveLength(0);
    expect(done()).toBe(4);
  });

  it('shows what the list knew until the answer is there, and follows at once', async () => {
    answer = () => new Promise(() => undefined);
    const { chunks: _, ...seed } = documentOf(history.slice(0, 5));
    open(seed);
    expect(view()?.lastSeq).toBe(5);
    expect(FakeWebSocket.last().url).toContain('?after=5');
    await settle();
  });

  it('keeps asking a server that is away', async () => {
    answer = () => Promise.reject(unreachable());
    open();
    await settle();
    expect(session.getSnapshot().problem?.code).toBe('unreachable');
    serverAt(history.length);
    await settle(5_000);
    expect(view()?.status).toBe('completed');
    expect(session.getSnapshot().problem).toBeNull();
  });

  it('does not take a server that is still starting for one that knows it is gone', async () => {
    serverAt(3);
    open();
    await settle();
    FakeWebSocket.last().end(1006);
    answer = () => Promise.reject(new ApiError(404, 'unknown', 'Not Found', ''));
    await settle(10_000);
    answer = () => Promise.reject(new ApiError(404, 'not-found', 'Not Found', ''));
    await settle(10_000);
    expect(session.getSnapshot().gone).toBeNull();
    serverAt(history.length);
    await settle(5_000);
    expect(view()?.status).toBe('completed');
  });

  it('believes that it is not there once it knows the server', async () => {
    answer = () => Promise.reject(new ApiError(404, 'not-found', '', ''));
    open(undefined, '');
    await settle();
    expect(session.getSnapshot().gone).toBeNull();
    stop();
    stop = session.start('ws://server');
    expect(session.getSnapshot().gone).toBe('unknown');
  });

  it('does not ask again for what is refused or not there', async () => {
    answer = () => Promise.reject(new ApiError(404, 'not-found', '', ''));
    open();
    await settle(60_000);
    expect(session.getSnapshot().gone).toBe('unknown');
    expect(reads).toBe(1);
    stop();
    answer = () => Promise.reject(new ApiError(403, 'forbidden-origin', '', ''));
    open();
    await settle(60_000);
    expect(session.getSnapshot().problem?.status).toBe(403);
    expect(reads).toBe(2);
  });
});

describe('what only HTTP tells', () => {
  it('is read after the split (where each chunk lies) and at the end (model and usage)', async () => {
    serverAt(3);
    open();
    await settle();
    FakeWebSocket.last().accept();
    serverAt(splitAt);
    say(history.slice(3, splitAt));
    await settle(2_000);
    expect(reads).toBe(2);
    expect(chunksOf(session.getSnapshot().state)[2]).toMatchObject({ firstPage: 3 });
    answer = () => Promise.resolve({ ...documentOf(history), model: { provider: 'builtin', name: 'extractive' } });
    say(history.slice(splitAt));
    await settle(2_000);
    expect(reads).toBe(3);
    expect(view()?.model?.name).toBe('extractive');
    await settle(60_000);
    expect(reads).toBe(3);
  });

  it('is everything while there is no socket', async () => {
    serverAt(3);
    open();
    await settle();
    serverAt(history.length);
    FakeWebSocket.last().end(1006);
    await settle(5_000);
    expect(view()?.status).toBe('completed');
    expect(done()).toBe(4);
  });

  it('comes as events, each second, while there is no socket', async () => {
    serverAt(splitAt + 1);
    open();
    await settle();
    FakeWebSocket.last().end(1006);
    const before = reads;
    serverAt(splitAt + 3);
    await settle(1_100);
    expect(view()?.lastSeq).toBe(splitAt + 3);
    expect(asked.at(-1)).toBe(splitAt + 1);
    expect(reads).toBe(before);
  });

  it('includes what happened just before the page was opened', async () => {
    const waiting = historyOf({ chunks: 4, waitAfter: 2 });
    const upTo = waiting.findIndex(({ type }) => type === 'call-retrying') + 1;
    stored = waiting.slice(0, upTo);
    answer = () => Promise.resolve(documentOf(stored));
    open();
    await settle();
    expect(asked).toEqual([0]);
    expect([...session.getSnapshot().state.activity.retries.values()]).toMatchObject([{ reason: 'rate-limited' }]);
  });
});

describe('a lost connection', () => {
  it('comes back after the last event it has, and takes none twice', async () => {
    serverAt(3);
    open();
    await settle();
    FakeWebSocket.last().accept();
    say(history.slice(3, 6));
    await settle();
    FakeWebSocket.last().end(1012);
    await settle(1_000);
    expect(FakeWebSocket.last().url).toContain('?after=6');
    FakeWebSocket.last().accept();
    say(history.slice(4, 8));
    await settle();
    expect(view()?.lastSeq).toBe(8);
  });
});

describe('others', () => {
  it('delete it', async () => {
    serverAt(3);
    open();
    await settle();
    FakeWebSocket.last().accept();
    FakeWebSocket.last().end(4410);
    expect(session.getSnapshot().gone).toBe('deleted');
    await settle(60_000);
    expect(FakeWebSocket.all).toHaveLength(1);
    expect(reads).toBe(1);
  });

  it('delete it after its end, which only the feed tells', async () => {
    serverAt(history.length);
    open();
    await settle();
    session.hear([{ type: 'deleted', documentId: 'another' }]);
    expect(session.getSnapshot().gone).toBeNull();
    session.hear([{ type: 'deleted', documentId: 'a' }]);
    expect(session.getSnapshot().gone).toBe('deleted');
  });

  it('try it again: it is followed once more', async () => {
    const story = historyOf({ chunks: 4, failAfter: 2, retry: true }).map((event) => ({ ...event, documentId: 'a' }));
    const retried = story.findIndex((event) => event.type === 'retried');
    const failed = historyOf({ chunks: 4, failAfter: 2 });
    answer = () => Promise.resolve(documentOf(failed));
    open();
    await settle();
    expect(view()?.status).toBe('failed');
    expect(FakeWebSocket.all).toHaveLength(0);
    session.hear([story[retried]!]);
    expect(view()?.attempt).toBe(2);
    expect(FakeWebSocket.last().url).toContain(`?after=${retried + 1}`);
    FakeWebSocket.last().accept();
    say(story.slice(retried + 1));
    await settle();
    expect(view()?.status).toBe('completed');
  });

  it('tried it again just when the socket called it finished', async () => {
    serverAt(3);
    open();
    await settle();
    FakeWebSocket.last().accept();
    FakeWebSocket.last().end(1000);
    serverAt(6);
    await settle(2_000);
    expect(FakeWebSocket.all).toHaveLength(2);
    expect(FakeWebSocket.last().url).toContain('?after=6');
  });
});
