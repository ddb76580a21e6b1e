const FIRST_MS = 250;
const SEEN_MS = 1_000;
const LASTING_MS = 5_000;
const HIDDEN_MS = 15_000;
const LASTING_AFTER_MS = 120_000;

export interface Outage {
  /** Number of the try, from 0. */
  attempt: number;
  /** How long it has been away, in milliseconds. */
  forMs: number;
  /** Whether somebody looks at the page. */
  visible: boolean;
}

/**
 * How long to wait before the next try, in milliseconds: doubling from a quarter of a second, with up to a third of
 * jitter. At most a second while somebody looks (the truth within a second of being able to), five when it has lasted
 * for two minutes, fifteen on a hidden page, which tries at once when it is seen again.
 */
export function backOffMs({ attempt, forMs, visible }: Outage, random: () => number = Math.random): number {
  const longest = !visible ? HIDDEN_MS : forMs > LASTING_AFTER_MS ? LASTING_MS : SEEN_MS;
  const full = Math.min(longest, FIRST_MS * 2 ** Math.min(attempt, 10));
  return Math.round(full * (1 - random() / 3));
}
