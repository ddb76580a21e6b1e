import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Document } from '../../api/types';
import { forgetConnection, reportConnection } from '../../live/connections';
import { useFeed } from '../../live/feed';
import { documentQuery } from './api/get-document';
import { listEvents } from './api/list-events';
import { createDocumentSession, type SessionView } from './document-session';

export interface LiveDocument extends SessionView {
  learn: (document: Document) => void;
}

/** One document, exact for as long as the component is there. `seed` is what is known of it already. */
export function useDocument(id: string, webSocketUrl: string | undefined, seed: Document | undefined): LiveDocument {
  const client = useQueryClient();
  const [session] = useState(() => {
    const query = documentQuery(id);
    const key = `document/${id}`;
    return createDocumentSession({
      id,
      read: () => client.fetchQuery(query),
      readEvents: (after) => listEvents(id, after),
      seed: client.getQueryData(query.queryKey) ?? seed,
      onConnection: (connection, retryNow) =>
        connection ? reportConnection(key, connection, retryNow) : forgetConnection(key),
    });
  });
  useEffect(() => session.start(webSocketUrl), [session, webSocketUrl]);
  useFeed({ onLive: (again) => again && session.readAgain(), onMessages: session.hear });
  return { ...useSyncExternalStore(session.subscribe, session.getSnapshot), learn: session.learn };
}
