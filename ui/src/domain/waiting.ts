import type { RetryReason } from '../api/types';
import type { Activity } from './document-reducer';

/** The calls to the model that wait for their next try, as a person wants to know of them. */
export interface Waiting {
  /** How many wait; 0 when all are being tried again at this moment. */
  count: number;
  /** Whether they are parts of the document rather than its combination. */
  parts: boolean;
  reason: RetryReason;
  /** Until the first of them is tried again, in whole seconds. */
  seconds: number;
  /** Whether the model is away altogether. */
  outage: boolean;
}

/** Sums the waiting calls up; `now` is the time on the server's clock. Null when none waits. */
export function waitingOf({ retries }: Activity, now: number): Waiting | null {
  const due = [...retries.values()]
    .map((retry) => ({ ...retry, in: Date.parse(retry.at) + retry.inSeconds * 1000 - now }))
    .toSorted((a, b) => a.in - b.in);
  const waits = due.filter((retry) => retry.in > 0);
  const first = waits[0] ?? due.at(-1);
  if (!first) return null;
  return {
    count: waits.length,
    parts: first.index !== null,
    reason: first.reason,
    seconds: Math.max(0, Math.ceil(first.in / 1000)),
    outage: due.some((retry) => retry.outage),
  };
}
