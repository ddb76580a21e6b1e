import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef } from 'react';
import type { LiveMessage } from '../api/types';
import { forgetConnection, reportConnection } from './connections';
import { openSocket } from './socket';

export interface FeedListener {
  /** News of any document, without a promise of completeness. */
  onMessages: (messages: LiveMessage[]) => void;
  /** The feed is live, or live `again` after an interruption: what was read before may be old. */
  onLive: (again: boolean) => void;
}

interface Feed {
  listen: (listener: FeedListener) => () => void;
}

const FeedContext = createContext<Feed>({ listen: () => () => undefined });

/** Keeps the one socket for all documents open and hands its news to whoever listens. */
export function FeedProvider({ webSocketUrl, children }: { webSocketUrl: string | undefined; children: ReactNode }) {
  const listeners = useRef(new Set<FeedListener>());

  useEffect(() => {
    if (!webSocketUrl) return;
    let again = false;
    const socket = openSocket({
      url: () => `${webSocketUrl}/ws/documents/all`,
      onMessages: (messages) => listeners.current.forEach((listener) => listener.onMessages(messages)),
      onConnection: (connection) => {
        reportConnection('all', connection, () => socket.retryNow());
        if (connection.kind !== 'live') return;
        listeners.current.forEach((listener) => listener.onLive(again));
        again = true;
      },
    });
    return () => {
      socket.close();
      forgetConnection('all');
    };
  }, [webSocketUrl]);

  const feed = useMemo<Feed>(
    () => ({
      listen(listener) {
        listeners.current.add(listener);
        return () => listeners.current.delete(listener);
      },
    }),
    [],
  );
  return <FeedContext value={feed}>{children}</FeedContext>;
}

/** Calls the newest `listener` with the feed's news for as long as the component is there. */
export function useFeed(listener: FeedListener): void {
  const feed = useContext(FeedContext);
  const newest = useRef(listener);
  useEffect(() => {
    newest.current = listener;
  });
  useEffect(
    () =>
      feed.listen({
        onMessages: (messages) => newest.current.onMessages(messages),
        onLive: (again) => newest.current.onLive(again),
      }),
    [feed],
  );
}
