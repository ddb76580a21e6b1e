import { useCallback, useEffect, useRef } from 'react';
import { ApiError } from '../../api/http';
import type { Document } from '../../api/types';
import { applyEvent, isEnded } from '../../domain/apply-event';
import { useFeed } from '../../live/feed';
import { getProgress } from './api/get-progress';
import type { UploadItem, UploadState } from './uploads';

const STAYS_MS = 5_000;
/** The feed promises no completeness, and what it told before an upload was answered was for nobody. */
const SAFETY_MS = 20_000;

type Followed = ReadonlyMap<string, { item: UploadItem; document: Document }>;

function followedOf(items: UploadItem[]): Followed {
  return new Map(
    items.flatMap((item) =>
      item.state.kind === 'accepted' ? [[item.state.document.id, { item, document: item.state.document }]] : [],
    ),
  );
}

/**
 * Moves accepted uploads on with the news of their documents. One that is done leaves after a while; one that failed
 * stays until it is dismissed.
 */
export function useFollowing(
  items: UploadItem[],
  setState: (id: string, state: UploadState) => void,
  dismiss: (id: string) => void,
): void {
  const followed = followedOf(items);
  const newest = useRef(followed);
  useEffect(() => {
    newest.current = followed;
  });

  const readAll = useCallback(() => {
    for (const [id, { item, document }] of newest.current) if (!isEnded(document)) void read(id, item.id);

    async function read(id: string, row: string): Promise<void> {
      try {
        const document = await getProgress(id);
        const known = newest.current.get(id)?.document;
        if (known && document.lastSeq > known.lastSeq) setState(row, { kind: 'accepted', document });
      } catch (error) {
        if (error instanceof ApiError && error.notFound) dismiss(row);
      }
    }
  }, [setState, dismiss]);

  useFeed({
    onMessages: (messages) => {
      const changed = new Map<string, Document>();
      for (const message of messages) {
        if (!('documentId' in message)) continue;
        const known = followed.get(message.documentId);
        if (!known) continue;
        const before = changed.get(message.documentId) ?? known.document;
        if (message.type === 'deleted') dismiss(known.item.id);
        else if (message.seq > before.lastSeq) changed.set(message.documentId, applyEvent(before, message));
      }
      for (const [id, document] of changed) setState(followed.get(id)!.item.id, { kind: 'accepted', document });
    },
    // What happened while it was away was not told.
    onLive: (again) => again && readAll(),
  });

  const working = [...followed.values()].some(({ document }) => !isEnded(document));
  useEffect(() => {
    if (!working) return;
    const timer = setInterval(readAll, SAFETY_MS);
    return () => clearInterval(timer);
  }, [working, readAll]);

  const done = [...followed.values()]
    .filter(({ document }) => isEnded(document) && document.status !== 'failed')
    .map(({ item }) => item.id)
    .join(' ');
  useEffect(() => {
    if (!done) return;
    const timer = setTimeout(() => done.split(' ').forEach(dismiss), STAYS_MS);
    return () => clearTimeout(timer);
  }, [done, dismiss]);
}
