import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LiveMessage } from '../api/types';
import { FakeWebSocket } from '../test/fake-web-socket';
import type { Connection } from './connection';
import { type LiveSocket, openSocket } from './socket';

let connections: Connection[];
let messages: LiveMessage[];
let socket: LiveSocket;
let after: number;
let reachable: boolean;

const event = (seq: number) => ({ documentId: 'a', seq, type: 'stage-started', stage: 'extract', data: {} });

function noNetwork(): void {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  window.dispatchEvent(new Event('offline'));
}

const last = (): Connection => connections.at(-1)!;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('WebSocket', FakeWebSocket);
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(true);
  FakeWebSocket.all = [];
  connections = [];
  messages = [];
  after = 0;
  reachable = false;
  socket = openSocket({
    url: () => `ws://server/ws?after=${after}`,
    onMessages: (batch) => messages.push(...batch),
    onConnection: (connection) => connections.push(connection),
    probe: () => Promise.resolve(reachable),
  });
});

afterEach(() => {
  socket.close();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('close codes', () => {
  it.each([
    [1000, 'finished'],
    [4400, 'refused'],
    [4404, 'unknown'],
    [4410, 'deleted'],
  ] as const)('%d ends it for good: %s', (code, reason) => {
    FakeWebSocket.last().accept();
    FakeWebSocket.last().end(code);
    expect(last()).toEqual({ kind: 'ended', reason });
    vi.advanceTimersByTime(600_000);
    socket.retryNow();
    expect(FakeWebSocket.all).toHaveLength(1);
  });

  it.each([
    [1001, 'lost'],
    [1006, 'lost'],
    [1011, 'lost'],
    [1012, 'restarting'],
    [4408, 'slow'],
    [4999, 'lost'],
  ] as const)('%d comes back with the newest `after`: %s', (code, reason) => {
    FakeWebSocket.last().accept();
    FakeWebSocket.last().end(code);
    expect(last()).toMatchObject({ kind: 'waiting', reason });
    after = 7;
    vi.advanceTimersByTime(1_000);
    expect(FakeWebSocket.all).toHaveLength(2);
    expect(FakeWebSocket.last().url).toBe('ws://server/ws?after=7');
  });

  it('a connection that never was one says so', () => {
    FakeWebSocket.last().end(1006);
    expect(last()).toMatchObject({ kind: 'waiting', reason: 'unreachable' });
  });
});

describe('coming back', () => {
  it('waits longer each time, at most a second, and starts anew once it has heard something', () => {
    const waits: number[] = [];
    for (let tries = 0; tries < 8; tries++) {
      FakeWebSocket.last().end(1006);
      const { kind, retryAt } = last() as Extract<Connection, { kind: 'waiting' }>;
      expect(kind).toBe('waiting');
      waits.push(retryAt - Date.now());
      vi.advanceTimersByTime(waits.at(-1)!);
    }
    expect(waits[0]).toBeLessThanOrEqual(250);
    expect(waits[3]).toBeGreaterThan(waits[0]!);
    expect(Math.max(...waits)).toBeLessThanOrEqual(1_000);
    FakeWebSocket.last().accept();
    FakeWebSocket.last().say({ type: 'ping' });
    FakeWebSocket.last().end(1006);
    expect((last() as { retryAt: number }).retryAt - Date.now()).toBeLessThanOrEqual(250);
  });

  it('says why it is away until it is there again, whatever is tried meanwhile', () => {
    FakeWebSocket.last().accept();
    FakeWebSocket.last().end(1012);
    for (let tries = 0; tries < 3; tries++) {
      vi.advanceTimersByTime(1_000);
      expect(FakeWebSocket.all).toHaveLength(tries + 2);
      expect(last().kind).toBe('waiting');
      FakeWebSocket.last().end(1006);
    }
    vi.advanceTimersByTime(1_000);
    FakeWebSocket.last().accept();
    expect(connections.map(({ kind }) => kind)).toEqual([
      'connecting',
      'live',
      'waiting',
      'waiting',
      'waiting',
      'waiting',
      'live',
    ]);
  });

  it('gives up a try that leads nowhere', () => {
    vi.advanceTimersByTime(5_000);
    expect(last()).toMatchObject({ kind: 'waiting', reason: 'unreachable' });
    vi.advanceTimersByTime(1_000);
    expect(FakeWebSocket.all).toHaveLength(2);
  });

  it('is hurried by a person', () => {
    FakeWebSocket.last().end(1006);
    socket.retryNow();
    expect(FakeWebSocket.all).toHaveLength(2);
    socket.retryNow();
    vi.advanceTimersByTime(4_000);
    expect(FakeWebSocket.all).toHaveLength(2);
  });

  it('looks for the server now and then while there is no network', async () => {
    FakeWebSocket.last().accept();
    noNetwork();
    await vi.advanceTimersByTimeAsync(0);
    expect(last()).toMatchObject({ kind: 'waiting', reason: 'offline' });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(FakeWebSocket.all).toHaveLength(1);
    expect(last()).toMatchObject({ kind: 'waiting', reason: 'offline' });
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(true);
    window.dispatchEvent(new Event('online'));
    expect(FakeWebSocket.all).toHaveLength(2);
  });

  it('stays with a server that answers without a network, and comes back to it', async () => {
    reachable = true;
    FakeWebSocket.last().accept();
    noNetwork();
    await vi.advanceTimersByTimeAsync(0);
    expect(last().kind).toBe('live');
    FakeWebSocket.last().end(1012);
    await vi.advanceTimersByTimeAsync(0);
    expect(last()).toMatchObject({ kind: 'waiting', reason: 'restarting' });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(FakeWebSocket.all).toHaveLength(2);
  });

  it('takes a long silence for the end, and pings for life', () => {
    FakeWebSocket.last().accept();
    vi.advanceTimersByTime(22_000);
    FakeWebSocket.last().say({ type: 'ping' });
    vi.advanceTimersByTime(22_000);
    expect(last().kind).toBe('live');
    vi.advanceTimersByTime(5_000);
    expect(FakeWebSocket.all[0]!.closed).toBe(true);
    expect(FakeWebSocket.all).toHaveLength(2);
  });

  it('does not trust a connection from before the machine slept', () => {
    FakeWebSocket.last().accept();
    vi.advanceTimersByTime(3_000);
    expect(FakeWebSocket.all).toHaveLength(1);
    vi.setSystemTime(Date.now() + 10_000);
    vi.advanceTimersByTime(1_000);
    expect(FakeWebSocket.all[0]!.closed).toBe(true);
    expect(FakeWebSocket.all).toHaveLength(2);
  });

  it('does not trust a silent connection when the page is seen again', () => {
    FakeWebSocket.last().accept();
    vi.advanceTimersByTime(10_000);
    document.dispatchEvent(new Event('visibilitychange'));
    expect(FakeWebSocket.all).toHaveLength(1);
    vi.advanceTimersByTime(11_000);
    document.dispatchEvent(new Event('visibilitychange'));
    expect(FakeWebSocket.all).toHaveLength(2);
  });

  it('does not, once closed', () => {
    socket.close();
    FakeWebSocket.last().end(1006);
    vi.advanceTimersByTime(60_000);
    expect(FakeWebSocket.all).toHaveLength(1);
  });
});

describe('messages', () => {
  it('arrive in order and together, without pings and noise', () => {
    const server = FakeWebSocket.last();
    server.accept();
    server.say(event(1));
    server.say({ type: 'ping' });
    server.dispatchEvent(new MessageEvent('message', { data: 'not json' }));
    server.say(event(2));
    vi.advanceTimersByTime(60);
    expect(messages).toEqual([event(1), event(2)]);
  });

  it('that came before a close are not lost', () => {
    const server = FakeWebSocket.last();
    server.accept();
    server.say(event(3));
    server.end(1000);
    expect(messages).toEqual([event(3)]);
  });

  it('of a connection given up do not come through', () => {
    const old = FakeWebSocket.last();
    old.end(1006);
    vi.advanceTimersByTime(1_000);
    old.say(event(9));
    vi.advanceTimersByTime(60);
    expect(messages).toEqual([]);
  });
});
