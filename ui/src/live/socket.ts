import type { LiveMessage } from '../api/types';
import { backOffMs } from './back-off';
import { type Connection, endingOf, interruptionOf } from './connection';

/** The server sends something at least every 20 s; this long without a word and the connection counts as dead. */
const SILENCE_MS = 45_000;
/** Messages are handed over in batches, one per frame; a hidden page draws no frames, so a timer is behind it. */
const BATCH_MS = 50;

export interface SocketOptions {
  /** Asked anew before every connection, so that it can carry the newest `?after=`. */
  url: () => string;
  onMessages: (messages: LiveMessage[]) => void;
  onConnection: (connection: Connection) => void;
}

export interface LiveSocket {
  /** Connects at once when it is waiting for its next try. */
  retryNow: () => void;
  close: () => void;
}

/** A WebSocket that comes back by itself, with back-off, after every close but those that say not to. */
export function openSocket({ url, onMessages, onConnection }: SocketOptions): LiveSocket {
  let socket: WebSocket | null = null;
  let failures = 0;
  let stopped = false;
  let retryTimer: ReturnType<typeof setTimeout> | undefined;
  let silenceTimer: ReturnType<typeof setTimeout> | undefined;
  const batch = batcher(onMessages);

  function connect(): void {
    clearTimeout(retryTimer);
    retryTimer = undefined;
    const current = new WebSocket(url());
    let opened = false;
    socket = current;
    onConnection({ kind: 'connecting' });
    hearing();
    current.addEventListener('open', () => {
      if (current !== socket) return;
      opened = true;
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

  function hearing(): void {
    clearTimeout(silenceTimer);
    silenceTimer = setTimeout(() => leave(1006, true), SILENCE_MS);
  }

  function leave(code: number, wasOpen: boolean): void {
    const old = socket;
    socket = null;
    clearTimeout(silenceTimer);
    old?.close();
    batch.flush();
    const ending = endingOf(code);
    if (stopped) return;
    if (ending) {
      onConnection({ kind: 'ended', reason: ending });
      return;
    }
    const reason = interruptionOf(code, wasOpen, navigator.onLine);
    const delay = reason === 'offline' ? null : backOffMs(failures++);
    if (delay !== null) retryTimer = setTimeout(connect, delay);
    onConnection({ kind: 'waiting', reason, retryAt: delay === null ? null : Date.now() + delay });
    waitingOffline = delay === null;
  }

  let waitingOffline = false;

  function retryNow(): void {
    if (stopped || socket || (!retryTimer && !waitingOffline)) return;
    waitingOffline = false;
    failures = 0;
    connect();
  }

  function goneOffline(): void {
    if (socket) leave(1006, true);
  }

  function seenAgain(): void {
    if (document.visibilityState === 'visible') retryNow();
  }

  window.addEventListener('online', retryNow);
  window.addEventListener('offline', goneOffline);
  document.addEventListener('visibilitychange', seenAgain);
  connect();

  return {
    retryNow,
    close() {
      stopped = true;
      clearTimeout(retryTimer);
      clearTimeout(silenceTimer);
      window.removeEventListener('online', retryNow);
      window.removeEventListener('offline', goneOffline);
      document.removeEventListener('visibilitychange', seenAgain);
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

function batcher(deliver: (messages: LiveMessage[]) => void) {
  let waiting: LiveMessage[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let frame: number | undefined;

  function stop(): void {
    clearTimeout(timer);
    if (frame !== undefined) cancelAnimationFrame(frame);
    timer = undefined;
    frame = undefined;
  }

  function flush(): void {
    stop();
    const messages = waiting;
    waiting = [];
    if (messages.length > 0) deliver(messages);
  }

  return {
    add(message: LiveMessage) {
      waiting.push(message);
      if (timer !== undefined) return;
      timer = setTimeout(flush, BATCH_MS);
      frame = requestAnimationFrame(flush);
    },
    flush,
    drop() {
      stop();
      waiting = [];
    },
  };
}
