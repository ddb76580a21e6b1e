import { infiniteQueryOptions } from '@tanstack/react-query';
import { request } from '../../../api/http';
import type { DocumentPage } from '../../../api/types';
import { type ListFilter, queryOf } from '../../../domain/list-filter';
import { idsOf, type ListPages, reconcilePage } from '../../../domain/reconcile-list';

const PAGE_SIZE = 50;

/** What the keys of all lists begin with. */
export const documentsKey = ['documents'] as const;

/** Ids that a deletion was told of: an answer that was already on its way may still name them. */
export const deletedIds = new Set<string>();

/** The documents that a filter lets through, page by page. */
export const documentsQuery = (filter: ListFilter) => {
  const wanted = queryOf(filter);
  const queryKey = [...documentsKey, wanted.toString()] as const;
  return infiniteQueryOptions({
    queryKey,
    queryFn: async ({ pageParam, signal, client }) => {
      const query = new URLSearchParams(wanted);
      query.set('limit', String(PAGE_SIZE));
      if (pageParam) query.set('cursor', pageParam);
      const before = idsOf(client.getQueryData<ListPages>(queryKey));
      const page = await request<DocumentPage>(`/documents?${query}`, { signal });
      const cached = client.getQueryData<ListPages>(queryKey);
      return reconcilePage(page, { before, cached, deleted: deletedIds }, !pageParam, filter);
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
};
