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
/** Chunks and structure are only in the answer for one document. */
export type Document = contract.Document & Partial<Pick<contract.DocumentWithChunks, 'chunks' | 'structure'>>;
export type DocumentError = contract.DocumentError;
export type DocumentEvent = contract.Event;
export type DocumentPage = contract.DocumentPage;
export type EventPage = contract.EventPage;
export type LiveMessage = contract.LiveMessage;
export type Model = contract.Model;
export type Options = contract.Document['options'];
export type Passage = contract.Passage;
export type Progress = contract.Document['progress'];
export type Reference = contract.Reference;
export type RetryReason = contract.RetryReason;
export type Sample = contract.Sample;
export type ServerStatus = contract.ServerStatus;
export type Settings = contract.Settings;
export type Stage = contract.Stage;
export type Status = contract.Status;
export type SummaryStructure = contract.SummaryStructure;
export type Warning = contract.Warning;
