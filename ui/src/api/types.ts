/** The records of the HTTP and WebSocket contract: names for what is made from routes/api/openapi.yaml (`npm run api`). */
import type * as contract from './schema';

export const STAGES = [
  'store',
  'queue',
  'extract',
  'split',
  'summarize',
  'combine',
] as const satisfies readonly contract.Stage[];

export type Chunk = contract.Chunk;
export type ChunkWithText = contract.ChunkWithText;
/** Chunks and structure are only in the answer for one document, the structure only when it is finished. */
export type Document = contract.Document &
  Partial<Pick<contract.DocumentWithChunks, 'chunks'>> & { structure?: SummaryStructure | null };
export type DocumentError = contract.DocumentError;
export type DocumentEvent = contract.Event;
export type DocumentPage = contract.DocumentPage;
export type EventPage = contract.EventPage;
export type LiveMessage = contract.LiveMessage;
export type Model = contract.Model;
export type Options = contract.Document['options'];
export type Progress = contract.Document['progress'];
export type RetryReason = contract.RetryReason;
export type Sample = contract.Sample;
export type ServerStatus = contract.ServerStatus;
export type Settings = contract.Settings;
export type Snapshot = contract.Snapshot;
export type Stage = contract.Stage;
export type Status = contract.Status;
export type Warning = contract.Warning;

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
