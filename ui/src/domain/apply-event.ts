import type { Document, DocumentEvent, Progress } from '../api/types';

/**
 * The document after one more event. Every event carries absolute values, so a list that missed one is right again with
 * the next; the caller keeps the order (`event.seq` greater than `document.lastSeq`).
 */
export function applyEvent(document: Document, event: DocumentEvent): Document {
  const next = { ...document, lastSeq: event.seq, attempt: event.attempt ?? document.attempt };
  switch (event.type) {
    case 'received':
      return { ...event.data, lastSeq: event.seq };
    case 'stage-started': {
      const working = event.stage !== 'store' && event.stage !== 'queue';
      return {
        ...next,
        stage: event.stage,
        status: working ? 'processing' : 'queued',
        startedAt: document.startedAt ?? (working ? event.at : null),
        progress: advance(document.progress, { percent: event.data?.percent, etaSeconds: null }),
      };
    }
    case 'stage-finished':
      return {
        ...next,
        stage: event.stage,
        bytes: event.data?.bytes ?? document.bytes,
        pages: event.data?.pages ?? document.pages,
        progress: advance(document.progress, {
          percent: event.data?.percent,
          chunksTotal: event.data?.chunksTotal,
          etaSeconds: null,
        }),
      };
    case 'progress':
    case 'group-combined':
      return { ...next, progress: advance(document.progress, { percent: event.data.percent }) };
    case 'chunk-summarized': {
      const { percent, chunksDone, chunksTotal, etaSeconds = null } = event.data;
      return { ...next, progress: advance(document.progress, { percent, chunksDone, chunksTotal, etaSeconds }) };
    }
    case 'resumed':
      return {
        ...next,
        stage: event.stage,
        status: 'processing',
        progress: advance(document.progress, {
          chunksDone: event.data?.chunksDone ?? undefined,
          chunksTotal: event.data?.chunksTotal ?? undefined,
          etaSeconds: null,
        }),
      };
    case 'warning':
      return { ...next, warnings: [...(document.warnings ?? []), event.data] };
    case 'retried':
      return {
        ...next,
        status: 'queued',
        stage: event.stage,
        error: null,
        summary: null,
        finishedAt: null,
        progress: { ...document.progress, percent: event.data?.percent ?? 0, etaSeconds: null },
      };
    case 'completed': {
      // Its structure is only told over HTTP; the one from before the summary was none.
      const { structure: _structure, ...rest } = ended(next, event);
      return {
        ...rest,
        status: 'completed',
        summary: event.data.summary,
        progress: { ...document.progress, percent: 100, etaSeconds: null },
      };
    }
    case 'failed':
      return { ...ended(next, event), status: 'failed', error: event.data };
    case 'cancelled':
      return { ...ended(next, event), status: 'cancelled' };
    default:
      return next;
  }
}

export const isEnded = (document: Document): boolean =>
  document.status === 'completed' || document.status === 'failed' || document.status === 'cancelled';

function ended(document: Document, event: DocumentEvent): Document {
  return {
    ...document,
    stage: event.stage ?? document.stage,
    finishedAt: event.at,
    progress: { ...document.progress, etaSeconds: null },
  };
}

/** Percent never goes down within an attempt; what is undefined stays as it was. */
function advance(from: Progress, to: { [Key in keyof Progress]?: Progress[Key] | undefined }): Progress {
  return {
    percent: Math.max(from.percent, to.percent ?? 0),
    chunksDone: to.chunksDone === undefined ? from.chunksDone : to.chunksDone,
    chunksTotal: to.chunksTotal === undefined ? from.chunksTotal : to.chunksTotal,
    etaSeconds: to.etaSeconds === undefined ? from.etaSeconds : to.etaSeconds,
  };
}
