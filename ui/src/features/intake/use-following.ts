import { useEffect } from 'react';
import type { Document } from '../../api/types';
import { applyEvent, isEnded } from '../../domain/apply-event';
import { useFeed } from '../../live/feed';
import { getProgress } from './api/get-progress';
import type { UploadItem, UploadState } from './uploads';

const STAYS_MS = 5_000;

/**
 * Moves accepted uploads on with the news of their documents. One that is done leaves after a while; one that failed
 * stays until it is dismissed.
 */
export function useFollowing(
  items: UploadItem[],
  setState: (id: string, state: UploadState) => void,
  dismiss: (id: string) => void,
): void {
  const followed = new Map<string, { item: UploadItem; document: Document }>();
  for (const item of items) {
    if (item.state.kind === 'accepted') followed.set(item.state.document.id, { item, document: item.state.document });
  }

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
    onLive: (again) => {
      if (!again) return;
      for (const [id, { item }] of followed) {
        getProgress(id).then(
          (document) => setState(item.id, { kind: 'accepted', document }),
          () => undefined,
        );
      }
    },
  });

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
