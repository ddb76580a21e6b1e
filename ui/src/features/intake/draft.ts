import { useSyncExternalStore } from 'react';
import { randomId } from '../../lib/random-id';

/** A text that is being written or pasted, and the key under which it is sent. */
export interface Draft {
  text: string;
  /** The same for every try of one text, so that a try whose answer was lost makes no second document. */
  key: string;
}

/** Outlives the way to a document and back: what somebody wrote is theirs to throw away. */
let draft: Draft = { text: '', key: randomId() };
const listeners = new Set<() => void>();

export const currentDraft = (): Draft => draft;

/** Replaces the text; another text, or one that was refused for good, is sent under another key. */
export function writeDraft(text: string): void {
  draft = { text, key: randomId() };
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useDraft = (): Draft => useSyncExternalStore(subscribe, currentDraft);
