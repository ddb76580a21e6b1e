const LONGEST_MS = 2_000;

/** Whether the server answers at all. Browsers call a machine offline that has no network, though itself it can reach. */
export async function probe(): Promise<boolean> {
  try {
    await fetch('/api/settings', { cache: 'no-store', signal: AbortSignal.timeout(LONGEST_MS) });
    return true;
  } catch {
    return false;
  }
}
