import type { Chunk, Document, DocumentEvent, RetryReason } from '../api/types';
import { applyEvent } from './apply-event';

/** What one document's page can learn: a state of it (from HTTP or a socket's snapshot), or one event. */
export type Input = { kind: 'snapshot'; document: Document } | { kind: 'event'; event: DocumentEvent };

/** What is going on right now beyond the document's own fields; only events tell of it. */
export interface Activity {
  pages: { done: number; total: number | null } | null;
  groups: { done: number; total: number } | null;
  /** Calls to the model that wait for their next try, by the index of their chunk or the level they combine. */
  retries: ReadonlyMap<string, Retry>;
}

export interface Retry {
  seq: number;
  index: number | null;
  reason: RetryReason;
  /** When it began to wait, on the server's clock. */
  at: string;
  inSeconds: number;
  /** Whether it waits for a model that is away rather than for its own next try. */
  outage: boolean;
}

/** How far back events are kept and read to know what is going on. */
export const PAST_EVENTS = 300;

/** A chunk with the `seq` at which its place and its summary were learned: the newest knowledge wins. */
interface KnownChunk extends Omit<Chunk, 'tokens'> {
  tokens: number | null;
  placeSeq: number;
  summarySeq: number;
}

/**
 * Depends only on the SET of inputs, not on their order or number: `base` is the newest snapshot, `log` all events after
 * it, `past` the last ones before it, `view` the base with the unbroken run of the log applied. Events beyond a gap wait
 * in the log. `activity` is what the unbroken run up to the view tells.
 */
export interface DocumentState {
  readonly base: Document | null;
  readonly log: ReadonlyMap<number, DocumentEvent>;
  readonly past: ReadonlyMap<number, DocumentEvent>;
  readonly known: ReadonlyMap<number, KnownChunk>;
  readonly view: Document | null;
  readonly activity: Activity;
}

const idle: Activity = { pages: null, groups: null, retries: new Map() };

export const emptyState: DocumentState = {
  base: null,
  log: new Map(),
  past: new Map(),
  known: new Map(),
  view: null,
  activity: idle,
};

/** Takes a batch of inputs; gives the same object back when none of them was news. */
export function reduce(state: DocumentState, inputs: readonly Input[]): DocumentState {
  let { base } = state;
  const log = new Map(state.log);
  const past = new Map(state.past);
  const known = new Map(state.known);
  let news = false;
  for (const input of inputs) {
    const snapshot = snapshotOf(input);
    if (snapshot) {
      news = learnChunks(known, snapshot) || news;
      if (!base || isNewer(snapshot, base)) {
        base = withoutChunks(snapshot);
        news = true;
      }
    }
    if (input.kind === 'event' && !log.has(input.event.seq) && !past.has(input.event.seq)) {
      const { event } = input;
      if (event.type === 'chunk-summarized') {
        news = learnSummary(known, event.data.index, event.data.summary, event.seq) || news;
      }
      if (event.seq > (base?.lastSeq ?? 0) - PAST_EVENTS) {
        log.set(event.seq, event);
        news = true;
      }
    }
  }
  if (!news) return state;
  const reached = base?.lastSeq ?? 0;
  for (const [seq, event] of log) {
    if (seq > reached) continue;
    log.delete(seq);
    past.set(seq, event);
  }
  for (const seq of past.keys()) if (seq <= reached - PAST_EVENTS) past.delete(seq);
  const asBefore = base === state.base && past.size === state.past.size;
  const start = asBefore ? state : { view: base, activity: activityBefore(base, past) };
  return { base, log, past, known, ...replay(start, log) };
}

/** Goes on from a view as far as the log reaches without a gap. */
function replay({ view, activity }: Pick<DocumentState, 'view' | 'activity'>, log: DocumentState['log']) {
  while (view) {
    const event = log.get(view.lastSeq + 1);
    if (!event) break;
    view = applyEvent(view, event);
    activity = actOn(activity, event);
  }
  return { view, activity };
}

/** What the unbroken run of events that ends with the base tells. */
function activityBefore(base: Document | null, past: DocumentState['past']): Activity {
  const last = base?.lastSeq ?? 0;
  let first = last + 1;
  while (past.has(first - 1)) first--;
  let activity = idle;
  for (let seq = first; seq <= last; seq++) activity = actOn(activity, past.get(seq)!);
  return activity;
}

function actOn(activity: Activity, event: DocumentEvent): Activity {
  switch (event.type) {
    case 'progress':
      if (event.data.pagesDone === null) return activity;
      return { ...activity, pages: { done: event.data.pagesDone, total: event.data.pagesTotal } };
    case 'group-combined': {
      const { level, nodesDone, nodesTotal } = event.data;
      const groups = { done: nodesDone, total: nodesTotal };
      return { ...activity, groups, retries: without(activity.retries, `level-${level}`) };
    }
    case 'call-retrying': {
      const { index, level, reason, retryInSeconds, outage = false } = event.data;
      const retry: Retry = { seq: event.seq, index, reason, at: event.at, inSeconds: retryInSeconds, outage };
      const key = index === null ? `level-${level}` : `${index}`;
      return { ...activity, retries: new Map(activity.retries).set(key, retry) };
    }
    case 'chunk-summarized': {
      const retries = without(activity.retries, `${event.data.index}`);
      return retries === activity.retries ? activity : { ...activity, retries };
    }
    case 'warning':
      return activity;
    default:
      return idle;
  }
}

function without(retries: Activity['retries'], key: string): Activity['retries'] {
  if (!retries.has(key)) return retries;
  const rest = new Map(retries);
  rest.delete(key);
  return rest;
}

function snapshotOf(input: Input): Document | null {
  if (input.kind === 'snapshot') return input.document;
  const { event } = input;
  return event.type === 'received' ? { ...event.data, lastSeq: event.seq } : null;
}

/** Of two of the same moment the one that HTTP gave for one document tells more: lists and sockets know no structure. */
function isNewer(snapshot: Document, base: Document): boolean {
  if (snapshot.lastSeq !== base.lastSeq) return snapshot.lastSeq > base.lastSeq;
  return base.structure === undefined && snapshot.structure !== undefined;
}

function withoutChunks(document: Document): Document {
  const { chunks: _chunks, ...rest } = document;
  return rest;
}

function learnChunks(known: Map<number, KnownChunk>, document: Document): boolean {
  let news = false;
  for (const chunk of document.chunks ?? []) {
    const old = known.get(chunk.index);
    if (!old || document.lastSeq > old.placeSeq) {
      const { status, summary, summarySeq } = old ?? { status: 'pending' as const, summary: null, summarySeq: 0 };
      known.set(chunk.index, { ...chunk, status, summary, summarySeq, placeSeq: document.lastSeq });
      news = true;
    }
    if (chunk.status === 'done' && chunk.summary !== null) {
      news = learnSummary(known, chunk.index, chunk.summary, document.lastSeq) || news;
    }
  }
  return news;
}

function learnSummary(known: Map<number, KnownChunk>, index: number, summary: string, seq: number): boolean {
  const old = known.get(index);
  if (old && old.summarySeq >= seq) return false;
  const place = old ?? { index, firstPage: null, lastPage: null, tokens: null, placeSeq: 0 };
  known.set(index, { ...place, status: 'done', summary, summarySeq: seq });
  return true;
}
