/** The records of the HTTP and WebSocket contract, as they cross the wire. */

export const STAGES = ['store', 'queue', 'extract', 'split', 'summarize', 'combine'] as const;
export type Stage = (typeof STAGES)[number];

export type Status = 'queued' | 'processing' | 'completed' | 'failed' | 'cancelled';

export interface Progress {
  percent: number;
  chunksDone: number | null;
  chunksTotal: number | null;
  etaSeconds: number | null;
}

export interface Warning {
  code: string;
  detail: string;
  pages?: number[] | null;
}

export interface DocumentError {
  code: string;
  title: string;
  detail: string;
  stage: Stage;
  retryable: boolean;
}

export interface Model {
  provider: string;
  name: string | null;
}

export interface Chunk {
  index: number;
  firstPage: number | null;
  lastPage: number | null;
  section?: string | null;
  tokens: number;
  status: 'pending' | 'done';
  summary: string | null;
}

export interface Options {
  length: string;
  language: string;
  focus: string | null;
}

export interface Reference {
  /** Index of the chunk, from 0. */
  chunk: number;
  firstPage: number | null;
  lastPage: number | null;
}

export interface Passage {
  text: string;
  references: Reference[];
}

/** A finished summary passage by passage, each with the chunks it rests on. */
export interface SummaryStructure {
  title: string;
  language: string | null;
  paragraphs: Passage[];
  keyPoints: Passage[];
}

export interface Document {
  id: string;
  name: string;
  mediaType: string | null;
  bytes: number | null;
  sha256: string | null;
  status: Status;
  stage: Stage;
  attempt: number;
  progress: Progress;
  options: Options;
  pages: number | null;
  warnings: Warning[] | null;
  model: Model | null;
  usage: { calls: number; inputTokens: number; outputTokens: number };
  summary: string | null;
  error: DocumentError | null;
  lastSeq: number;
  createdAt: string;
  startedAt: string | null;
  finishedAt: string | null;
  /** Only in the answer for one document, and only when it is finished. */
  structure?: SummaryStructure | null;
  /** Only in the answer for one document. */
  chunks?: Chunk[];
}

export interface DocumentPage {
  items: Document[];
  nextCursor: string | null;
}

interface EventOf<Type extends string, Data> {
  documentId: string;
  seq: number;
  attempt: number;
  at: string;
  type: Type;
  stage: Stage;
  data: Data;
}

export type RetryReason = 'rate-limited' | 'timeout' | 'server-error' | 'connection';

export type DocumentEvent =
  | EventOf<'received', Document>
  | EventOf<'stage-started', { percent?: number }>
  | EventOf<
      'stage-finished',
      { percent?: number; tookMs?: number; bytes?: number; pages?: number | null; chunksTotal?: number }
    >
  | EventOf<'progress', { pagesDone: number | null; pagesTotal: number | null; percent?: number }>
  | EventOf<
      'chunk-summarized',
      {
        index: number;
        summary: string;
        chunksDone: number;
        chunksTotal: number;
        percent?: number;
        etaSeconds?: number | null;
      }
    >
  | EventOf<'group-combined', { level: number; nodesDone: number; nodesTotal: number; percent?: number }>
  | EventOf<
      'call-retrying',
      {
        index: number | null;
        level?: number | null;
        reason: RetryReason;
        try: number;
        retryInSeconds: number;
        outage?: boolean;
      }
    >
  | EventOf<'resumed', { chunksDone?: number | null; chunksTotal?: number | null }>
  | EventOf<'warning', Warning>
  | EventOf<'retried', { percent?: number } | null>
  | EventOf<'completed', { summary: string }>
  | EventOf<'failed', DocumentError>
  | EventOf<'cancelled', unknown>;

export interface EventPage {
  items: DocumentEvent[];
  nextAfter: number | null;
}

export interface Snapshot {
  type: 'snapshot';
  seq: number;
  document: Document;
}

export interface Deleted {
  type: 'deleted';
  documentId: string;
}

/** Everything a socket may say; readers ignore types they do not know. */
export type LiveMessage = DocumentEvent | Snapshot | Deleted | { type: 'ping' };

export interface ServerStatus {
  model: { outage: { since: string; reason: RetryReason } | null };
}

export interface Settings {
  webSocketUrl: string;
  maxUploadBytes: number;
  mediaTypes: string[];
  model: Model & { hint?: string | null };
  lengths: string[];
  /** Names' endings that are never accepted, without the dot. */
  refusedExtensions?: string[];
  /** Documents to try the page with. */
  samples?: Sample[];
}

export interface Sample {
  /** Its path on this server. */
  file: string;
  /** The name to send it under. */
  title: string;
  /** How it ends: `completed`, or the code of its error. */
  shows: string;
}
