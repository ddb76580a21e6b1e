import { useSyncExternalStore } from 'react';
import type { Connection } from './connection';

interface Entry {
  connection: Connection;
  retryNow: () => void;
}

/** Every open connection of the page, so that one place can say whether what is shown is live. */
const entries = new Map<string, Entry>();
const listeners = new Set<() => void>();
let shown: Connection = { kind: 'connecting' };

export function reportConnection(key: string, connection: Connection, retryNow: () => void): void {
  entries.set(key, { connection, retryNow });
  publish();
}

export function forgetConnection(key: string): void {
  entries.delete(key);
  publish();
}

export function retryAllNow(): void {
  for (const { retryNow } of entries.values()) retryNow();
}

/** The least live of all connections; one that ended as it should does not count. */
export function useConnection(): Connection {
  return useSyncExternalStore(subscribe, () => shown);
}

/** Worst first. An end that needs the reader (a refusal) is worse than all; the others are as good as live. */
function rank(connection: Connection): number {
  if (connection.kind === 'ended') return connection.reason === 'refused' ? 0 : 4;
  return { waiting: 1, connecting: 2, live: 3 }[connection.kind];
}

export function leastLive(connections: Connection[]): Connection {
  return connections.toSorted((a, b) => rank(a) - rank(b))[0] ?? { kind: 'connecting' };
}

function publish(): void {
  shown = leastLive([...entries.values()].map((entry) => entry.connection));
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
