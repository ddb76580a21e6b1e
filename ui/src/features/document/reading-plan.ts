import { isEnded } from '../../domain/apply-event';
import { lacksChunks } from '../../domain/chunks';
import type { DocumentState } from '../../domain/document-reducer';
import type { Connection } from '../../live/connection';

/** Between two readings over HTTP while there is no socket, and while HTTP knows something that the socket did not tell. */
const POLL_MS = 1_000;
const CATCH_UP_MS = 1_500;

export interface Reading {
  /** The whole document; the events that are missing; or those just before, which tell what is going on. */
  what: 'document' | 'events' | 'past';
  /** Milliseconds until then. */
  delay: number;
}

interface Situation {
  state: DocumentState;
  connection: Connection | null;
  readOnce: boolean;
  pastKnown: boolean;
  /** Whether the last reading did not work. */
  failed: boolean;
  /** Milliseconds since the last reading ended. */
  since: number;
}

/** What to read over HTTP next, and when; null when the socket tells everything. */
export function nextReading({ state, connection, readOnce, pastKnown, failed, since }: Situation): Reading | null {
  const within = (what: Reading['what'], ms: number): Reading => ({ what, delay: Math.max(0, ms - since) });
  if (!readOnce) return within('document', POLL_MS);
  const { view, base } = state;
  if (!view) return null;
  const ended = isEnded(view);
  const finished = connection?.kind === 'ended' && connection.reason === 'finished';
  if (lacksChunks(state) || (ended ? base?.lastSeq !== view.lastSeq : finished)) return within('document', CATCH_UP_MS);
  if (ended) return null;
  if (!pastKnown) return within('past', failed ? POLL_MS : 0);
  return connection?.kind === 'live' ? null : within('events', POLL_MS);
}
