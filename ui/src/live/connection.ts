/** Why a connection is away although it will come back by itself. */
export type Interruption = 'offline' | 'unreachable' | 'lost' | 'restarting' | 'slow';

/** Why a connection ended for good (close codes 1000, 4400, 4404, 4410). */
export type Ending = 'finished' | 'refused' | 'unknown' | 'deleted';

export type Connection =
  | { kind: 'connecting' }
  | { kind: 'live' }
  | { kind: 'waiting'; reason: Interruption; retryAt: number }
  | { kind: 'ended'; reason: Ending };

/** The close codes after which a client does not come back; it does after every other. */
const ENDINGS: Record<number, Ending> = { 1000: 'finished', 4400: 'refused', 4404: 'unknown', 4410: 'deleted' };

export function endingOf(code: number): Ending | null {
  return ENDINGS[code] ?? null;
}

export function interruptionOf(code: number, wasOpen: boolean): Interruption {
  if (code === 1012) return 'restarting';
  if (code === 4408) return 'slow';
  return wasOpen ? 'lost' : 'unreachable';
}
