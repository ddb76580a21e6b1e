import { keepPreviousData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { isEnded } from '../../domain/apply-event';
import { isFiltered, type ListFilter } from '../../domain/list-filter';
import { applyToPages, type ListPages, removeFromPages } from '../../domain/reconcile-list';
import { useConnection } from '../../live/connections';
import { useFeed } from '../../live/feed';
import { deletedIds, documentsKey, documentsQuery } from './api/list-documents';

const SAFETY_MS = 20_000;
const POLL_MS = 2_000;
const RE_READ_MS = 1_000;

/** The list of documents, read page by page and moved on by the feed; read again when the feed may have missed something. */
export function useLiveList(filter: ListFilter) {
  const client = useQueryClient();
  const options = documentsQuery(filter);
  const notLive = useConnection().kind === 'waiting';
  const query = useInfiniteQuery({
    ...options,
    placeholderData: keepPreviousData,
    // The feed promises no completeness: while anything is going on, look again now and then; without it, often.
    refetchInterval: ({ state }) => {
      if (notLive) return POLL_MS;
      // What begins to fit a filter is not in the list whose work could be watched.
      if (isFiltered(filter)) return SAFETY_MS;
      return state.data?.pages.some((page) => page.items.some((item) => !isEnded(item))) ? SAFETY_MS : false;
    },
  });

  const reRead = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(
    () => () => {
      clearTimeout(reRead.current);
      reRead.current = undefined;
    },
    [],
  );
  /** However many events ask for it meanwhile, it is not put off. */
  function readAgainSoon(): void {
    reRead.current ??= setTimeout(() => {
      reRead.current = undefined;
      void client.invalidateQueries({ queryKey: documentsKey });
    }, RE_READ_MS);
  }

  useFeed({
    onLive: () => void client.invalidateQueries({ queryKey: documentsKey }),
    onMessages: (messages) => {
      const before = client.getQueryData<ListPages>(options.queryKey);
      if (!before) return;
      let list = before;
      for (const message of messages) {
        if (message.type === 'deleted') {
          deletedIds.add(message.documentId);
          list = removeFromPages(list, message.documentId);
        } else if ('seq' in message && 'documentId' in message) {
          const next = applyToPages(list, message, filter);
          if (next) list = next;
          // A document further down than the pages read so far stays there; a new one is missing its first event; and
          // one that a filter kept back may fit now.
          else if (!query.hasNextPage || isFiltered(filter)) readAgainSoon();
        }
      }
      if (list !== before) client.setQueryData(options.queryKey, list);
    },
  });

  return query;
}
