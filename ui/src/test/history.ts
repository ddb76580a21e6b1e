import type { Chunk, Document, DocumentEvent } from '../api/types';
import type { Input } from '../domain/document-reducer';

/**
 * A server in miniature for tests: makes the events of one document's life, and its state after each of them, by rules
 * of its own, so that the page's reading of events is held against something that is not itself.
 */
interface Story {
  chunks: number;
  failAfter?: number;
  retry?: boolean;
  cancelAfter?: number;
  resumeAfter?: number;
  waitAfter?: number;
  warning?: boolean;
}

const ID = '00000000-0000-4000-8000-000000000001';
const states = new WeakMap<DocumentEvent, Document>();

const at = (seq: number): string => new Date(Date.UTC(2026, 0, 1) + seq * 1000).toISOString();

export const chunk = (index: number) => ({ index, firstPage: index + 1, lastPage: index + 1, tokens: 100 + index });

export function newDocument(): Document {
  return {
    id: ID,
    name: 'report.pdf',
    mediaType: 'application/pdf',
    bytes: 1234,
    sha256: '0'.repeat(64),
    status: 'queued',
    stage: 'store',
    attempt: 1,
    progress: { percent: 0, chunksDone: 0, chunksTotal: null, etaSeconds: null },
    options: { length: 'medium', language: 'auto', focus: null },
    pages: null,
    warnings: [],
    model: null,
    usage: { calls: 0, inputTokens: 0, outputTokens: 0 },
    summary: null,
    error: null,
    lastSeq: 1,
    createdAt: at(1),
    startedAt: null,
    finishedAt: null,
  };
}

/** The events of a story, in order, `seq` 1 to n. */
export function historyOf(story: Story): DocumentEvent[] {
  const events: DocumentEvent[] = [];
  const document = newDocument();
  let chunks: Chunk[] = [];

  function tell(type: DocumentEvent['type'], data: unknown): void {
    const seq = events.length + 1;
    const { stage, attempt } = document;
    const event = { documentId: ID, seq, attempt, at: at(seq), type, stage, data } as DocumentEvent;
    document.lastSeq = seq;
    // `chunks` and `progress` are replaced, never changed: keeping them is keeping what they were.
    states.set(event, { ...document, chunks });
    events.push(event);
  }
  const now = (): string => at(events.length + 1);
  function begin(stage: Document['stage'], percent: number): void {
    const working = stage !== 'store' && stage !== 'queue';
    document.stage = stage;
    document.status = working ? 'processing' : 'queued';
    document.startedAt ??= working ? now() : null;
    document.progress = { ...document.progress, percent, etaSeconds: null };
    tell('stage-started', { percent });
  }
  function finish(percent: number, found: object = {}): void {
    document.progress = { ...document.progress, percent, etaSeconds: null };
    tell('stage-finished', { percent, tookMs: 5, ...found });
  }
  function end(status: 'completed' | 'failed' | 'cancelled', data: unknown): void {
    document.status = status;
    document.finishedAt = now();
    document.progress = { ...document.progress, etaSeconds: null };
    tell(status, data);
  }
  function summarize(until: number): void {
    for (const each of order(chunks.length).filter((index) => chunks[index]!.status === 'pending')) {
      if (document.progress.chunksDone === until) return;
      chunks = chunks.with(each, { ...chunks[each]!, status: 'done', summary: `Summary ${each}` });
      const chunksDone = document.progress.chunksDone! + 1;
      const percent = 18 + Math.floor((70 * chunksDone) / chunks.length);
      const etaSeconds = chunks.length - chunksDone;
      document.progress = { percent, chunksDone, chunksTotal: chunks.length, etaSeconds };
      const { ...progress } = document.progress;
      tell('chunk-summarized', { index: each, summary: `Summary ${each}`, ...progress });
      if (chunksDone === story.waitAfter) {
        tell('call-retrying', { index: null, level: null, reason: 'rate-limited', try: 1, retryInSeconds: 5 });
      }
      if (chunksDone === story.resumeAfter) {
        document.progress = { ...document.progress, etaSeconds: null };
        tell('resumed', { chunksDone, chunksTotal: chunks.length });
      }
    }
  }

  tell('received', { ...newDocument() });
  begin('store', 0);
  finish(2, { bytes: 1234 });
  begin('queue', 2);
  finish(3);
  begin('extract', 3);
  document.progress = { ...document.progress, percent: 9 };
  tell('progress', { pagesDone: 4, pagesTotal: 8, percent: 9 });
  if (story.warning) {
    const warning = { code: 'pages-without-text', detail: 'Two pages have no text.', pages: [3, 9] };
    document.warnings = [warning];
    tell('warning', warning);
  }
  document.pages = 8;
  finish(15, { pages: 8, characters: 100 });
  begin('split', 15);
  chunks = Array.from({ length: story.chunks }, (_, index) => ({ ...chunk(index), status: 'pending', summary: null }));
  document.progress = { ...document.progress, chunksTotal: story.chunks };
  finish(18, { chunksTotal: story.chunks });
  begin('summarize', 18);
  summarize(story.failAfter ?? story.cancelAfter ?? story.chunks);
  if (story.cancelAfter !== undefined) {
    end('cancelled', null);
    return events;
  }
  if (story.failAfter !== undefined) {
    document.error = {
      code: 'llm-unavailable',
      title: 'Model away',
      detail: 'It answered 503.',
      stage: 'summarize',
      retryable: true,
    };
    end('failed', document.error);
    if (!story.retry) return events;
    Object.assign(document, { attempt: 2, status: 'queued', stage: 'queue', error: null, finishedAt: null });
    document.progress = { ...document.progress, percent: 0 };
    tell('retried', { percent: 0 });
    begin('summarize', 18);
    summarize(story.chunks);
  }
  finish(90);
  begin('combine', 90);
  document.progress = { ...document.progress, percent: 95 };
  tell('group-combined', { level: 1, nodesDone: 1, nodesTotal: 2, percent: 95 });
  finish(99);
  document.summary = 'The whole.';
  document.progress = { ...document.progress, percent: 100 };
  end('completed', { summary: 'The whole.' });
  return events;
}

/** The document, with its chunks, as HTTP would answer it after these events. */
export function documentOf(history: DocumentEvent[]): Document {
  return structuredClone(states.get(history.at(-1)!)!);
}

export const snapshotsOf = (history: DocumentEvent[]): Input[] =>
  history.map((_, index) => ({ kind: 'snapshot', document: documentOf(history.slice(0, index + 1)) }));

/** Chunks finish out of order: the second half a step ahead of the first. */
function order(length: number): number[] {
  return Array.from({ length }, (_, index) => index).toSorted((a, b) => (a % 3) - (b % 3) || a - b);
}

/** A repeatable source of chance (mulberry32), so that a failing shuffle can be run again. */
export function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const result = [...items];
  for (let last = result.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [result[last], result[other]] = [result[other]!, result[last]!];
  }
  return result;
}
