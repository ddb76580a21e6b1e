import { ApiError, unreachable } from '../../api/http';
import type { Document, DocumentEvent, LiveMessage } from '../../api/types';
import { isEnded } from '../../domain/apply-event';
import { type DocumentState, emptyState, type Input, PAST_EVENTS, reduce } from '../../domain/document-reducer';
import type { Connection } from '../../live/connection';
import { type LiveSocket, openSocket } from '../../live/socket';
import { nextReading, type Reading } from './reading-plan';

export interface SessionOptions {
  id: string;
  /** Reads the document with its chunks over HTTP; throws ApiError. */
  read: () => Promise<Document>;
  /** Reads the events after number `after` over HTTP; throws ApiError. */
  readEvents: (after: number) => Promise<DocumentEvent[]>;
  /** What is known of it already. */
  seed?: Document | undefined;
  /** Told of every change of the socket; null when there is none any more. */
  onConnection: (connection: Connection | null, retryNow: () => void) => void;
}

export interface SessionView {
  state: DocumentState;
  gone: 'unknown' | 'deleted' | null;
  /** Why it cannot be read, as long as nothing of it is known. */
  problem: ApiError | null;
}

export type DocumentSession = ReturnType<typeof createDocumentSession>;

/**
 * Keeps one document exact: reads it over HTTP, follows its socket with `?after=` while it is under way, and reads again
 * whenever the socket cannot tell. After each change `plan` decides what has to be open and when to read next.
 */
export function createDocumentSession({ id, read, readEvents, seed, onConnection }: SessionOptions) {
  const listeners = new Set<() => void>();
  let shown: SessionView = { state: emptyState, gone: null, problem: null };
  let running = false;
  let webSocketUrl: string | undefined;
  let socket: LiveSocket | null = null;
  let connection: Connection | null = null;
  let reading = false;
  let lastRead = -Infinity;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let readOnce = false;
  let pastKnown = false;
  let missing = false;
  let failed = false;

  const follows = (): boolean => shown.state.view !== null && !isEnded(shown.state.view);

  function show(change: Partial<SessionView>): void {
    shown = { ...shown, ...change };
    for (const listener of listeners) listener();
  }

  function take(inputs: Input[]): void {
    const state = reduce(shown.state, inputs);
    if (state !== shown.state) show({ state, ...(state.view && { problem: null }) });
    plan();
  }

  function plan(): void {
    clearTimeout(timer);
    if (!running) return;
    const { state, gone, problem } = shown;
    if (follows() && !gone) connect();
    else disconnect();
    if (reading || gone || (problem && !problem.passing)) return;
    const next = nextReading({ state, connection, readOnce, pastKnown, failed, since: Date.now() - lastRead });
    if (next) timer = setTimeout(() => void readNow(next.what), next.delay);
  }

  async function readNow(what: Reading['what'] = 'document'): Promise<void> {
    clearTimeout(timer);
    if (reading || !running || shown.gone) return;
    reading = true;
    try {
      const news = what === 'document' ? await readDocument() : await readNews(what === 'past');
      missing = false;
      failed = false;
      reading = false;
      lastRead = Date.now();
      take(news);
    } catch (thrown) {
      reading = false;
      failed = true;
      lastRead = Date.now();
      const error = thrown instanceof ApiError ? thrown : unreachable();
      missing = error.notFound;
      if (missing) judge();
      else if (!shown.state.view) show({ problem: error });
      plan();
    }
  }

  async function readDocument(): Promise<Input[]> {
    const document = await read();
    readOnce = true;
    // A socket that called it finished although it goes on (tried again meanwhile) is opened anew.
    if (connection?.kind === 'ended' && connection.reason === 'finished') disconnect();
    return [{ kind: 'snapshot', document }];
  }

  /** The events after the newest one known, or (once) those before it: pauses that began before this page was opened. */
  async function readNews(past: boolean): Promise<Input[]> {
    const { view } = shown.state;
    const events = await readEvents(Math.max(0, (view?.lastSeq ?? 0) - (past ? PAST_EVENTS : 0)));
    if (past) pastKnown = true;
    return events.map((event) => ({ kind: 'event', event }));
  }

  /**
   * Believes a 404 only of a server that is there: one that is starting knows no addresses yet. Where the socket waits for
   * it too, the socket will tell.
   */
  function judge(): void {
    if (webSocketUrl && connection?.kind !== 'waiting' && connection?.kind !== 'connecting') show({ gone: 'unknown' });
  }

  function connect(): void {
    if (socket || !webSocketUrl) return;
    const url = `${webSocketUrl}/ws/documents/${encodeURIComponent(id)}`;
    socket = openSocket({
      url: () => `${url}?after=${shown.state.view?.lastSeq ?? 0}`,
      onMessages: (messages) => take(messages.flatMap(inputsOf)),
      onConnection: (next) => {
        connection = next;
        onConnection(next, () => socket?.retryNow());
        if (next.kind === 'ended' && (next.reason === 'unknown' || next.reason === 'deleted')) {
          show({ gone: next.reason });
        }
        // Not from within `openSocket`, which has not given the socket back yet.
        if (next.kind !== 'connecting') plan();
      },
    });
  }

  function disconnect(): void {
    if (!socket) return;
    socket.close();
    socket = null;
    connection = null;
    onConnection(null, () => undefined);
  }

  if (seed) shown = { ...shown, state: reduce(emptyState, [{ kind: 'snapshot', document: seed }]) };

  return {
    getSnapshot: (): SessionView => shown,
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    /** Begins, or goes on with another address of the sockets; gives what stops it. */
    start(url: string | undefined): () => void {
      running = true;
      webSocketUrl = url;
      if (missing) judge();
      plan();
      return () => {
        running = false;
        clearTimeout(timer);
        disconnect();
      };
    },
    /** Takes a document that the API answered, for example to a retry. */
    learn: (document: Document): void => take([{ kind: 'snapshot', document }]),
    /** What was read may be old. */
    readAgain: (): void => void readNow(),
    /** News from the socket of all documents: a deletion, or another tab that tried an ended document again. */
    hear(messages: LiveMessage[]): void {
      const ours = messages.filter((message) => 'documentId' in message && message.documentId === id);
      if (ours.some((message) => message.type === 'deleted')) {
        show({ gone: 'deleted' });
        plan();
      } else if (ours.length > 0 && !follows()) {
        take(ours.flatMap(inputsOf));
        const newest = Math.max(...ours.map((message) => ('seq' in message ? message.seq : 0)));
        if (newest > (shown.state.view?.lastSeq ?? 0)) void readNow();
      }
    },
  };
}

function inputsOf(message: LiveMessage): Input[] {
  if (message.type === 'snapshot') {
    return [{ kind: 'snapshot', document: { ...message.document, lastSeq: message.seq } }];
  }
  return 'seq' in message && 'documentId' in message ? [{ kind: 'event', event: message }] : [];
}
