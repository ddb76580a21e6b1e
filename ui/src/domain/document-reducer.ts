import type { Chunk, Document, DocumentEvent, RetryReason } from '../api/types';
import { applyEvent } from './apply-event';

/** What one document's page can learn: a state of it (from HTTP or a socket's snapshot), or one event. */
export type Input = { kind: 'snapshot'; document: Document } | { kind: 'event'; event: DocumentEvent };

/** What is going on right now beyond the document's own fields; only events tell of it. */
export interface Activity {
  pages: { done: number; total: number | null } | null;
  groups: { done: number; total: number } | null;
  retry: { seq: number; index: number | null; reason: RetryReason; inSeconds: number } | null;
}

/** A chunk with the `seq` at which its place and its summary were learned: the newest knowledge wins. */
interface KnownChunk extends Omit<Chunk, 'tokens'> {
  tokens: number | null;
  placeSeq: number;
  summarySeq: number;
}

/**
 * Depends only on the SET of inputs, not on their order or number: `base` is the newest snapshot, `log` all events after
 * it, `view` the base with the unbroken run of the log applied. Events beyond a gap wait in the log.
 */
export interface DocumentState {
  readonly base: Document | null;
  readonly log: ReadonlyMap<number, DocumentEvent>;
  readonly known: ReadonlyMap<number, KnownChunk>;
  readonly view: Document | null;
  readonly activity: Activity;
}

const idle: Activity = { pages: null, groups: null, retry: null };

export const emptyState: DocumentState = {
  base: null,
  log: new Map(),
  known: new Map(),
  view: null,
  activity: idle,
};

/** Takes a batch of inputs; gives the same object back when none of them was news. */
export function reduce(state: DocumentState, inputs: readonly Input[]): DocumentState {
  let { base } = state;
  const log = new Map(state.log);
  const known = new Map(state.known);
  let news = false;
  for (const input of inputs) {
    const snapshot = snapshotOf(input);
    if (snapshot) {
      news = learnChunks(known, snapshot) || news;
      if (!base || snapshot.lastSeq > base.lastSeq) {
        base = withoutChunks(snapshot);
        news = true;
      }
    }
    if (input.kind === 'event' && !log.has(input.event.seq)) {
      const { event } = input;
      if (event.type === 'chunk-summarized') {
        news = learnSummary(known, event.data.index, event.data.summary, event.seq) || news;
      }
      if (!base || event.seq > base.lastSeq) {
        log.set(event.seq, event);
        news = true;
      }
    }
  }
  if (!news) return state;
  if (base !== state.base) {
    for (const seq of log.keys()) if (seq <= (base?.lastSeq ?? 0)) log.delete(seq);
  }
  return { base, log, known, ...replay(state, base, log) };
}

/** Goes on from the last view where it can, or starts over from a new base. */
function replay(state: DocumentState, base: Document | null, log: ReadonlyMap<number, DocumentEvent>) {
  let view = base === state.base ? state.view : base;
  let activity = base === state.base ? state.activity : idle;
  while (view) {
    const event = log.get(view.lastSeq + 1);
    if (!event) break;
    view = applyEvent(view, event);
    activity = actOn(activity, event);
  }
  return { view, activity };
}

function actOn(activity: Activity, event: DocumentEvent): Activity {
  switch (event.type) {
    case 'progress':
      if (event.data.pagesDone === null) return activity;
      return { ...activity, pages: { done: event.data.pagesDone, total: event.data.pagesTotal } };
    case 'group-combined':
      return { ...activity, groups: { done: event.data.nodesDone, total: event.data.nodesTotal }, retry: null };
    case 'call-retrying': {
      const { index, reason, retryInSeconds } = event.data;
      return { ...activity, retry: { seq: event.seq, index, reason, inSeconds: retryInSeconds } };
    }
    case 'chunk-summarized':
      return activity.retry?.index === event.data.index ? { ...activity, retry: null } : activity;
    case 'warning':
      return activity;
    default:
      return idle;
  }
}

function snapshotOf(input: Input): Document | null {
  if (input.kind === 'snapshot') return input.document;
  const { event } = input;
  return event.type === 'received' ? { ...event.data, lastSeq: event.seq } : null;
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
