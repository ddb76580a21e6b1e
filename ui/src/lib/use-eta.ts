import { useState } from 'react';
import { useNow } from './use-now';

/**
 * The seconds that are left, counted down between two tellings of the server; below zero it takes longer than expected.
 * `told` changes with every telling, also when it told the same number again. Null when nothing is known.
 */
export function useEta(etaSeconds: number | null, told: string): number | null {
  const now = useNow(1_000);
  const [learned, setLearned] = useState({ told, at: now });
  if (learned.told !== told) setLearned({ told, at: now });
  if (etaSeconds === null) return null;
  return etaSeconds - Math.max(0, now - learned.at) / 1000;
}
