import { useEffect, useSyncExternalStore } from 'react';

const SOON_MS = 1_000;

/** Where a script stands that is fetched when it is needed. */
export type ScriptState<T> = { kind: 'fetching' } | { kind: 'there'; value: T } | { kind: 'missing' };

export interface Script<T> {
  state: () => ScriptState<T>;
  /** Fetches it unless it is there or on its way; one that could not be fetched is asked for again. */
  fetch: () => void;
  subscribe: (listener: () => void) => () => void;
}

/**
 * A part of the page whose script comes when it is needed. Without a network, or when the server has a newer page than
 * this tab, it does not come: that is a state to show, not an error that takes the whole page away as `lazy` would.
 */
export function script<T>(load: () => Promise<T>): Script<T> {
  const listeners = new Set<() => void>();
  let state: ScriptState<T> = { kind: 'fetching' };
  let asked = false;

  function set(next: ScriptState<T>): void {
    state = next;
    for (const listener of listeners) listener();
  }

  return {
    state: () => state,
    fetch() {
      if (asked && state.kind !== 'missing') return;
      asked = true;
      set({ kind: 'fetching' });
      load().then(
        (value) => set({ kind: 'there', value }),
        () => {
          // One that was fetched ahead and is shown nowhere yet is asked for anew by whoever needs it.
          if (listeners.size === 0) asked = false;
          else set({ kind: 'missing' });
        },
      );
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The script's state; fetches it when the component comes. */
export function useScript<T>(wanted: Script<T>): ScriptState<T> {
  useEffect(() => wanted.fetch(), [wanted]);
  return useSyncExternalStore(wanted.subscribe, wanted.state);
}

/**
 * Fetches scripts that may be needed soon, once the page has nothing better to do. One that is shown as missing is asked
 * for again by whoever reads that: the button for it does not go from under the pointer.
 */
export function useScriptsSoon(wanted: readonly Script<unknown>[]): void {
  useEffect(() => {
    const fetchAll = () => wanted.filter((one) => one.state().kind !== 'missing').forEach((one) => one.fetch());
    const timer = setTimeout(fetchAll, SOON_MS);
    return () => clearTimeout(timer);
  }, [wanted]);
}
