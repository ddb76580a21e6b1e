const FIRST_MS = 400;
const LONGEST_MS = 5_000;

/** How long to wait before try number `attempt` (0, 1, …): doubling, at most five seconds, with up to a third of jitter. */
export function backOffMs(attempt: number, random: () => number = Math.random): number {
  const full = Math.min(LONGEST_MS, FIRST_MS * 2 ** attempt);
  return Math.round(full * (1 - random() / 3));
}
