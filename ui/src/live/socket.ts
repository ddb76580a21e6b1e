import type { LiveMessage } from '../api/types';
import { backOffMs } from './back-off';
import { batcher } from './batcher';
import { type Connection, endingOf, type Interruption, interruptionOf } from './connection';
import { probe as askServer } from './probe';
import { onWake } from './wake';

/** The server sends something at least every 20 s; this long without a word and the connection counts as dead. */
const SILENCE_MS = 25_000;
/** A server that is there takes a connection well within this. */
const CONNECT_MS = 5_000;
/** Seen again after so long without a word, a connection is not trusted. */
const DOUBTFUL_MS = 20_000;
const OFFLINE_RETRY_MS = 5_000;

export interface SocketOptions {
  /** Asked anew before every connection, so that it can carry the newest `?after=`. */
  url: () => string;
  onMessages: (messages: LiveMessage[]) => void;
  onConnection: (connection: Connection) => void;
  /** Whether the server answers although the browser says that there is no network. */
  probe?: () => Promise<boolean>;
}

export interface LiveSocket {
  /** Connects at once when it is waiting for its next try. */
  retryNow: () => void;
  close: () => void;
}

/** A WebSocket that comes back by itself, with back-off, after every close but those that say not to. */
export function openSocket({ url, onMessages, onConnection, probe = askServer }: SocketOptions): LiveSocket {
  let socket: WebSocket | null = null;
  let failures = 0;
  let awaySince = 0;
  let heardAt = 0;
  let over = false;
  let question = 0;
  /** Since it was lost and until it is there again, whatever is tried meanwhile. */
  let away = false;
  let retryTimer: ReturnType<typeof setTimeout> | undefined;
  let silenceTimer: ReturnType<typeof setTimeout> | undefined;
  const batch = batcher(onMessages);

  function connect(): void {
    clearTimeout(retryTimer);
    if (navigator.onLine) open();
    else void lookAround(open);
  }

  /** Without a network a server on this machine is still there: only one that does not answer makes the page offline. */
  async function lookAround(found: () => void): Promise<void> {
    const asked = ++question;
    const there = await probe();
    if (over || asked !== question) return;
    if (there) found();
    else if (socket) leave(1006, true, 'offline');
    else wait('offline', OFFLINE_RETRY_MS);
  }

  function open(): void {
    const current = new WebSocket(url());
    let opened = false;
    question++;
    socket = current;
    // A try among many is no news: why it is away stays said until it is there again.
    if (!away) onConnection({ kind: 'connecting' });
    hearing(CONNECT_MS, false);
    current.addEventListener('open', () => {
      if (current !== socket) return;
      opened = true;
      away = false;
      onConnection({ kind: 'live' });
      hearing();
    });
    current.addEventListener('message', ({ data }) => {
      if (current !== socket) return;
      failures = 0;
      hearing();
      const message = parse(data);
      if (message && message.type !== 'ping') batch.add(message);
    });
    current.addEventListener('close', ({ code }) => {
      if (current === socket) leave(code, opened);
    });
  }

  function hearing(patience = SILENCE_MS, opened = true): void {
    heardAt = Date.now();
    clearTimeout(silenceTimer);
    silenceTimer = setTimeout(() => leave(1006, opened), patience);
  }

  function drop(): void {
    const old = socket;
    socket = null;
    clearTimeout(silenceTimer);
    old?.close();
    batch.flush();
  }

  function leave(code: number, wasOpen: boolean, why?: Interruption): void {
    drop();
    if (over) return;
    const ending = endingOf(code);
    if (ending) {
      over = true;
      onConnection({ kind: 'ended', reason: ending });
      return;
    }
    if (failures === 0) awaySince = Date.now();
    const visible = document.visibilityState === 'visible';
    const delay = backOffMs({ attempt: failures++, forMs: Date.now() - awaySince, visible });
    if (why === 'offline') wait('offline', OFFLINE_RETRY_MS);
    else wait(interruptionOf(code, wasOpen), delay);
    if (!navigator.onLine && !why) void lookAround(() => undefined);
  }

  function wait(reason: Interruption, delay: number): void {
    away = true;
    clearTimeout(retryTimer);
    retryTimer = setTimeout(connect, delay);
    onConnection({ kind: 'waiting', reason, retryAt: Date.now() + delay });
  }

  function retryNow(): void {
    if (over || socket) return;
    failures = 0;
    connect();
  }

  /** Gives up even an open connection, which may be dead without having said so. */
  function renew(): void {
    drop();
    retryNow();
  }

  function goneOffline(): void {
    if (!over) void lookAround(() => undefined);
  }

  function seenAgain(): void {
    if (document.visibilityState !== 'visible') return;
    if (socket && Date.now() - heardAt > DOUBTFUL_MS) renew();
    else retryNow();
  }

  window.addEventListener('online', retryNow);
  window.addEventListener('offline', goneOffline);
  document.addEventListener('visibilitychange', seenAgain);
  const stopWaking = onWake(() => {
    if (!over) renew();
  });
  connect();

  return {
    retryNow,
    close() {
      over = true;
      clearTimeout(retryTimer);
      clearTimeout(silenceTimer);
      window.removeEventListener('online', retryNow);
      window.removeEventListener('offline', goneOffline);
      document.removeEventListener('visibilitychange', seenAgain);
      stopWaking();
      batch.drop();
      const old = socket;
      socket = null;
      old?.close();
    },
  };
}

function parse(data: unknown): LiveMessage | null {
  try {
    return JSON.parse(String(data)) as LiveMessage;
  } catch {
    return null;
  }
}
